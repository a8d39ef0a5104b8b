//! However many mistakes a site has, the output stays readable.

use crate::tools::project::Project;

/// The number of findings that are drawn.
fn drawn(err: &str) -> usize {
    err.lines().filter(|line| line.starts_with("error: ") || line.starts_with("warning: ")).count()
}

#[test]
fn of_many_of_a_kind_three_are_drawn_and_the_others_counted() {
    let mut project = Project::new();
    for name in ["a", "b", "c", "d", "e"] {
        project = project.post(name, &format!("[x](gone-{name}.md)\n\n![](pictures/{name}.png) [y](never-{name}.md)"));
    }
    let said = project.check(&[]);
    assert_eq!(drawn(&said.err), 6, "{}", said.err);
    assert!(said.err.contains("\n… 12 more like this in 4 files: `check --all` shows all\n"), "{}", said.err);
    assert!(said.err.contains("\n… 2 more like this in 2 files: `check --all` shows all\n"), "{}", said.err);
    assert!(said.err.ends_with("\n15 errors, 5 warnings\n"), "{}", said.err);
    let all = project.check(&["--all"]);
    assert_eq!(drawn(&all.err), 20, "{}", all.err);
    assert!(!all.err.contains("more like this") && all.err.ends_with("\n15 errors, 5 warnings\n"), "{}", all.err);
}

#[test]
fn a_kind_is_told_by_the_words_that_are_our_own() {
    let text = "[x](\"quoted\".md) [y](a.md) $\\foo$ $\\zork$ $\\baz$ $\\quux$\n\n#### Four\n\n[z](posts/none.md)";
    let said = Project::new().post("day", text).post("night", &text.replace("####", "#####")).check(&[]);
    let titles: Vec<&str> = said.err.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_eq!(titles.iter().filter(|title| title.ends_with("leads nowhere")).count(), 3, "{titles:#?}");
    assert_eq!(titles.iter().filter(|title| title.contains("unknown command")).count(), 3, "{titles:#?}");
    assert_eq!(said.err.lines().filter(|line| line.starts_with("warning: a heading of level")).count(), 2);
    assert!(said.err.contains("\n… 5 more like this in 2 files: "), "{}", said.err);
    assert!(said.err.contains("\n… 3 more like this in 1 file: "), "{}", said.err);
    assert!(said.err.ends_with("\n14 errors, 2 warnings\n"), "{}", said.err);
}

#[test]
fn a_line_with_thousands_of_mistakes_is_shown_three_times_and_cut() {
    let links: Vec<String> = (0..19_000).map(|number| format!("[x](gone-{number}.md)")).collect();
    let project = Project::new().post("day", &links.join(" "));
    for arguments in [&[][..], &["--all"]] {
        let said = project.check(arguments);
        assert_eq!(drawn(&said.err), 3);
        assert!(said.err.lines().count() < 40, "{}", said.err);
        assert!(said.err.lines().all(|line| line.chars().count() < 200), "{}", said.err);
        assert!(said.err.contains("\n… 18997 more like this "), "{}", said.err);
        assert!(said.err.contains("--> posts/day.md:6:20\n"), "{}", said.err);
        assert!(said.err.contains("\n  |                    ^^^^^^^^^\n"), "{}", said.err);
        assert!(said.err.ends_with("\n19000 errors\n"), "{}", said.err);
    }
}

#[test]
fn a_long_line_is_cut_around_the_words_at_fault() {
    let words = "Größe ".repeat(100);
    let project = Project::new().post("day", &format!("{words}[a](a.md) {words}"));
    let said = project.check(&[]).err;
    assert!(said.contains("--> posts/day.md:6:605\n"), "{said}");
    let line = said.lines().find(|line| line.starts_with("6 | ")).expect("the line");
    assert!(line.starts_with("6 | ...") && line.ends_with("...") && line.contains("[a](a.md)"), "{line}");
    let signs = said.lines().find(|line| line.contains('^')).expect("the signs");
    let place = |line: &str, sign: char| line.chars().position(|c| c == sign);
    assert_eq!(place(signs, '^'), place(line, '(').map(|at| at + 1), "{said}");
    let name = "a".repeat(100_000);
    let long = Project::new().post("day", &format!("[a](./{name}.md)")).check(&[]).err;
    assert!(long.len() < 10_000, "{} bytes", long.len());
}

#[test]
fn texts_without_a_description_are_reported_once() {
    let mut project = Project::new();
    for day in 1..=5 {
        project = project.file(
            &format!("posts/day-{day}.md"),
            format!("+++\ntitle = \"Day {day}\"\ndate = 2025-03-0{day}\n+++\nRain.\n"),
        );
    }
    let said = project.check(&["--all"]);
    assert!(said.err.starts_with("warning: there is no description in 5 files: posts/day-1.md, posts/day-2.md, posts/day-3.md …\n --> posts/day-1.md:2:10\n"), "{}", said.err);
    assert!(said.err.ends_with("\n1 warning\n"), "{}", said.err);
}

/// A text with one mistake of many kinds each, as texts written for other engines have.
const MIXED: &str = "\
{{< youtube x >}} {% gist y %} {{ page.z }} [[wiki]] ![[embed]] ==mark== a claim^[of two words] {/* seen */}

:::tip

!!! note \"A title\"

    Mind this.

[toc]

A paragraph.
{: .lead}

import Tabs from '@theme/Tabs';

A <Youtube id=\"x\" /> here, and [gallery ids=\"1,2\"].

#### Four

## 

[a][nope] and [^nonote] and [x](a b.md) and [c](javascript:a) and [d](data:x) and [e](C:\\x) and [f](none.md) and [](gone.md)

[unused]: https://x.example/

> [!DANGER]
> Mind this.

| a | b |
|---|---|
| 1 | 2 | 3 |

```nolanguage
x
```

$\\foo$ and $only words here$ and ![](https://elsewhere.example/a.png)

<font color=\"red\">Red</font> and <kbd>open

```
no end";

#[test]
fn of_many_kinds_thirty_are_drawn_errors_before_warnings_and_the_others_counted() {
    let draft = format!("+++\ntitle = \"Later\"\ndate = 2025-03-02\ndraft = true\n+++\n{MIXED}\n");
    let project = Project::new().post("day", MIXED).file("posts/later.md", draft);
    let (said, all) = (project.check(&[]).err, project.check(&["--all"]).err);
    let of = |text: &str, label: &str| text.lines().filter(|line| line.starts_with(label)).count();
    let kinds = |text: &str| of(text, "error") + of(text, "warning");
    assert!(kinds(&all) > 50, "{all}");
    assert!(kinds(&said) < 40 && of(&said, "error") == of(&all, "error"), "{said}");
    let rest = said.lines().rfind(|line| line.starts_with('…')).expect("the others are counted");
    let counted = format!("… {} more of ", kinds(&all) - kinds(&said));
    assert!(rest.starts_with(&counted), "{counted}: {rest}");
    assert!(rest.ends_with(" other kinds: `check --all` shows all"), "{rest}");
    assert!(!all.contains("other kind"), "{all}");
    assert_eq!(said.lines().last(), all.lines().last());
}

#[test]
fn a_name_makes_no_kind_and_hides_none() {
    let names = ["image_toggler", "gist", "a.b", "render_time", "figure"].map(|name| format!("{{% {name} %}}"));
    let said = Project::new().post("day", &format!("{}\n\n{{{{ image_toggler }}}}", names.join("\n\n"))).check(&[]).err;
    assert_eq!(said.lines().filter(|line| line.contains("is a tag of a template language")).count(), 3, "{said}");
    assert!(said.contains("\n… 2 more like this in 1 file: `check --all` shows all\n"), "{said}");
    assert!(said.contains("warning: {{ image_toggler }} is an expression"), "{said}");
}
