//! The text at fault is underlined, wherever it is in its line.

use crate::tools::project::Project;

/// The location of a finding and the underlined text, from its drawing.
#[track_caller]
fn underlined(project: &Project, message: &str) -> (String, String) {
    let said = project.check(&["--all"]).err;
    let is_it = |drawn: &&str| drawn.lines().next().is_some_and(|title| title.ends_with(message));
    let drawn = said.split("\n\n").find(is_it).unwrap_or_else(|| panic!("{message} in {said}"));
    let lines: Vec<&str> = drawn.lines().collect();
    let place = lines.iter().find_map(|line| line.trim_start().strip_prefix("--> ")).expect("a place");
    let signs = lines.iter().position(|line| line.contains('^')).unwrap_or_else(|| panic!("no signs in {drawn}"));
    let start = lines[signs].chars().position(|c| c == '^').expect("signs");
    let count = lines[signs].chars().filter(|c| *c == '^').count();
    (place.to_owned(), lines[signs - 1].chars().skip(start).take(count).collect())
}

#[track_caller]
fn underlines(project: &Project, message: &str, place: &str, words: &str) {
    assert_eq!(underlined(project, message), (place.to_owned(), words.to_owned()), "{message}");
}

/// A post with these lines from line 4 on.
fn toml(lines: &str) -> Project {
    let start = "+++\ntitle = \"Day\"\ndate = 2025-03-01\n";
    Project::new().file("posts/day.md", format!("{start}{lines}\n+++\nRain.\n"))
}

fn yaml(lines: &str) -> Project {
    let start = "---\ntitle: Day\ndate: 2025-03-01\n";
    Project::new().file("posts/day.md", format!("{start}{lines}\n---\nRain.\n"))
}

#[test]
fn the_item_at_fault_is_named_and_underlined() {
    let message = "\"~\" in \"tags\" is not a text";
    underlines(&yaml("tags: [no, 2024, on, 1.10, ~]"), message, "posts/day.md:4:28", "~");
    let fine = yaml("tags: [no, 2024, on, 1.10]\ndescription: Tags.").check(&["--deny-warnings"]);
    assert_eq!((fine.code, fine.err.as_str()), (0, ""));
    for (project, message, place, words) in [
        (yaml("tags:\n  - rain\n  - true"), "\"true\" in \"tags\" is not a text", "posts/day.md:6:5", "true"),
        (yaml("tags: [a, [b, c]]"), "\"[b, c]\" in \"tags\" is not a text", "posts/day.md:4:11", "[b, c]"),
        (toml("tags = [\n  \"true\",\n  true,\n]"), "\"true\" in \"tags\" is not a text", "posts/day.md:6:3", "true"),
        (
            toml("aliases = [\"/a/\", { to = \"/b/\" }]"),
            "\"{ to = \"/b/\" }\" in \"aliases\" is not a text",
            "posts/day.md:4:19",
            "{ to = \"/b/\" }",
        ),
        (
            toml("tags = [\"rainy\", \"rain!\", \"!\"]"),
            "the tag \"!\" has no letter and no digit for an address",
            "posts/day.md:4:28",
            "!",
        ),
        (
            toml("aliases = [\"/one/two\", \"../one\"]"),
            "the alias \"../one\" is not a path of the site",
            "posts/day.md:4:25",
            "../one",
        ),
    ] {
        underlines(&project, message, place, words);
    }
    assert!(yaml("tags: [a, true]").check(&[]).err.contains("= help: put it in quotes: \"true\"\n"));
    assert!(yaml("tags: [a, \"true\"]").check(&[]).err.starts_with("warning: there is no description\n"));
    let empty = yaml("tags:\n  - rain\n  -").check(&[]).err;
    assert!(empty.starts_with("error: an item of \"tags\" is empty\n"), "{empty}");
}

#[test]
fn a_value_at_fault_is_underlined_and_not_its_key() {
    for (project, message, place, words) in [
        (
            toml("lang = \"lang_GB\""),
            "\"lang\" is not a language tag such as en or pt-BR",
            "posts/day.md:4:9",
            "lang_GB",
        ),
        (toml("draft = 'maybe' # draft"), "\"draft\" is not true or false", "posts/day.md:4:10", "maybe"),
        (
            yaml("series_order: none # series_order"),
            "\"series_order\" is not a whole number from 1",
            "posts/day.md:4:15",
            "none",
        ),
        (yaml("description: [a story]"), "\"description\" is not a text", "posts/day.md:4:14", "[a story]"),
        (
            yaml("updated: 2025-02-30"),
            "\"updated\" is not a day of the calendar: 2025-02-30",
            "posts/day.md:4:10",
            "2025-02-30",
        ),
        (
            toml("updated = 2025-02-01"),
            "updated 2025-02-01 is before the date 2025-03-01",
            "posts/day.md:4:11",
            "2025-02-01",
        ),
        (yaml("slug: \"?!\""), "\"?!\" has no letter and no digit for an address", "posts/day.md:4:8", "?!"),
        (toml("cover = \"./cover\""), "\"./cover\" leads nowhere", "posts/day.md:4:10", "./cover"),
    ] {
        underlines(&project, message, place, words);
    }
}

#[test]
fn an_unknown_key_is_underlined_and_not_its_value() {
    underlines(&toml("lagn = \"lagn\""), "unknown key \"lagn\"", "posts/day.md:4:1", "lagn");
    underlines(
        &yaml("  \"serie\": serie")
            .file("posts/day.md", "---\n{title: Day, serie: serie, date: 2025-03-01}\n---\nRain.\n"),
        "unknown key \"serie\"",
        "posts/day.md:2:14",
        "serie",
    );
    underlines(
        &toml("taxonomies = { tags = [], colour = \"tags\" }"),
        "unknown key \"taxonomies.colour\"",
        "posts/day.md:4:27",
        "colour",
    );
}

#[test]
fn letters_of_any_length_tabs_line_ends_and_a_mark_do_not_shift_the_signs() {
    let front = "{title: Größe, description: \"Ärger, ß\", lang: ä_Ö, date: 2025-03-01}";
    let message = "\"lang\" is not a language tag such as en or pt-BR";
    for (start, end) in [("", "\n"), ("\u{feff}", "\n"), ("", "\r\n"), ("\u{feff}", "\r\n")] {
        let text = [&format!("{start}---"), front, "---", "Rain.", ""].join(end);
        underlines(&Project::new().file("posts/day.md", text), message, "posts/day.md:2:47", "ä_Ö");
    }
    underlines(&toml("lang\t=\t\t\"e\\tn\"\t# lang"), message, "posts/day.md:4:10", "e\\tn");
    // Letters of double width: the underline is two columns further.
    let wide = underlined(&toml("tags = [\"日本\", \"!\"]"), "the tag \"!\" has no letter and no digit for an address");
    assert_eq!(wide.0, "posts/day.md:4:16");
    let text = Project::new().post("day", "Ä\t`[a](./ä.md)` [a](./ä.md)\u{3000}[b](b)");
    assert_eq!(underlined(&text, "\"b\" leads nowhere").0, "posts/day.md:6:33");
}

#[test]
fn values_of_the_sites_own_files_are_underlined() {
    let site =
        |lines: &str| Project::new().file("site.toml", format!("title = \"Notes\"\ndescription = \"D.\"\n{lines}\n"));
    let url = "url = \"https://me.example\"";
    for (project, message, place, words) in [
        (site("url = \"url\""), "\"url\" is not the full address of the site", "site.toml:3:8", "url"),
        (
            site(&format!("{url}\n[policy]\nimg = [\"https://a.example\", \"a.example\"]")),
            "\"a.example\" in \"policy.img\" is not the https address of a host",
            "site.toml:5:30",
            "a.example",
        ),
        (
            site(&format!(
                "{url}\nnavigation = [{{ name = \"A\", url = \"/a/b/\" }}, {{ name = \"B\", url = \"/a/\" }}]"
            )),
            "\"/a/\" leads nowhere",
            "site.toml:4:67",
            "/a/",
        ),
        (
            site(&format!("{url}\nnavigation = [{{ name = \"A\", url = \"/\" }}, {{ name = \"B\" }}]")),
            "a link of \"navigation\" has no url",
            "site.toml:4:42",
            "{ name = \"B\" }",
        ),
        (
            site(&format!("{url}\n[words]\nminutes = \"minutes\"")),
            "\"minutes\" does not have the values in braces of the English text",
            "site.toml:5:12",
            "minutes",
        ),
    ] {
        underlines(&project, message, place, words);
    }
    let words = Project::new().file("languages/en.toml", "# English\nposts = 3\nminutes = [ \"a\" ]\n");
    let message = "\"minutes\" is not a text, or a table of its forms for numbers";
    underlines(&words, message, "languages/en.toml:3:11", "[ \"a\" ]");
}

#[test]
fn words_of_a_text_are_underlined_where_they_are_meant() {
    for (text, message, place, words) in [
        ("`[a](gone.md)` [b](gone.md)", "\"gone.md\" leads nowhere", "posts/day.md:6:20", "gone.md"),
        ("## One\n\n## Two one {#two}\n\n## two {#two}", "the id \"two\" is taken", "posts/day.md:10:10", "two"),
        ("> ```pyhton\n> pyhton\n> ```", "no highlighting for the language \"pyhton\"", "posts/day.md:6:6", "pyhton"),
        ("é [words][1]\n\n[1]: gone.md", "\"gone.md\" leads nowhere", "posts/day.md:6:3", "[words][1]"),
    ] {
        underlines(&Project::new().post("day", text), message, place, words);
    }
}
