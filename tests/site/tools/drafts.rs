//! Findings on posts that are not published yet.

use crate::tools::project::Project;

/// A draft whose text begins on line 6.
fn draft(project: Project, name: &str, text: &str) -> Project {
    let front = format!("+++\ntitle = \"{name}\"\ndate = 2025-03-01\ndraft = true\n+++\n");
    project.file(&format!("posts/{name}.md"), front + text + "\n")
}

/// The titles of findings with their locations.
fn told(err: &str) -> Vec<(&str, &str)> {
    let titles = err.lines().filter(|line| line.starts_with("error") || line.starts_with("warning"));
    let places = err.lines().filter_map(|line| line.trim_start().strip_prefix("--> "));
    titles.zip(places).collect()
}

#[test]
fn mistakes_of_a_draft_are_reported_and_marked() {
    let project = draft(Project::new(), "soon", "[a](gone.md)\n\n#### Deep\n\n[b](#none)");
    let said = project.check(&[]);
    assert_eq!(said.code, 1);
    assert_eq!(
        told(&said.err),
        [
            ("error in a draft: \"gone.md\" leads nowhere", "posts/soon.md:6:5"),
            ("warning in a draft: a heading of level 4 follows the title", "posts/soon.md:8:1"),
            ("error in a draft: \"#none\" leads to a page that has no id \"none\"", "posts/soon.md:10:5"),
        ]
    );
    assert!(said.err.ends_with("\n2 errors, 1 warning (3 in drafts)\n"), "{}", said.err);
}

#[test]
fn a_front_matter_that_cannot_be_read_may_still_say_that_it_is_a_drafts() {
    for line in ["draft: true", "draft: yes # not yet", "published: false", "published: No"] {
        let said = Project::new().file("posts/soon.md", format!("---\ntitle: a: b\n{line}\n---\nRain.\n")).check(&[]);
        assert!(said.err.starts_with("error in a draft: this is not YAML"), "{line}: {}", said.err);
    }
    let said = Project::new().file("posts/soon.md", "---\ntitle: a: b\npublished: true\n---\nRain.\n").check(&[]);
    assert!(said.err.starts_with("error: this is not YAML"), "{}", said.err);
}

#[test]
fn warnings_of_drafts_are_not_denied() {
    let project = draft(Project::new(), "soon", "#### Deep");
    let said = project.check(&["--deny-warnings"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(said.err.ends_with("\n1 warning (1 in drafts)\n"), "{}", said.err);
    let said = project.post("hello", "#### Deep as well").check(&["--deny-warnings"]);
    assert_eq!(said.code, 1);
    assert!(said.err.ends_with("\n2 warnings (1 in drafts)\n"), "{}", said.err);
}

#[test]
fn a_post_of_a_day_to_come_is_a_draft_whoever_says_the_day() {
    let later = "+++\ntitle = \"Later\"\ndate = 2026-03-21\n+++\n[a](gone.md)\n";
    let named = "---\ntitle: Named\n---\n[a](gone.md)\n";
    let project = Project::new().file("posts/later.md", later).file("posts/2026-03-21-named.md", named);
    let said = project.check(&[]);
    let message = "error in a draft: \"gone.md\" leads nowhere";
    assert_eq!(told(&said.err), [(message, "posts/2026-03-21-named.md:4:5"), (message, "posts/later.md:5:5")]);
    let published = project.site(&["check", "--today", "2026-03-21"]);
    assert!(published.err.contains("error: \"gone.md\" leads nowhere\n"), "{}", published.err);
    assert!(published.err.ends_with("\n2 errors, 1 warning\n"), "{}", published.err);
}

#[test]
fn a_draft_may_link_to_drafts_and_a_published_post_may_not() {
    let project = draft(draft(Project::new(), "one", "[two](two.md) [day](day.md)"), "two", "[one](one.md#top)");
    let project = project.post("day", "Rain.");
    let fine = project.check(&["--deny-warnings"]);
    assert_eq!((fine.code, fine.out.as_str(), fine.err.as_str()), (0, "No mistakes.\n", ""));
    let said = project.post("hello", "[one](one.md)").check(&[]);
    assert_eq!(told(&said.err), [("error: \"one.md\" has no page", "posts/hello.md:6:7")]);
}

#[test]
fn where_a_draft_and_what_is_published_are_at_odds_the_draft_is_reported() {
    let front = "title = \"Other\"\ndate = 2025-03-01\ndescription = \"D.\"";
    let project = Project::new()
        .file("posts/b.md", format!("+++\n{front}\ntags = [\"Rust\"]\nslug = \"one\"\n+++\nRain.\n"))
        .file("posts/a.md", format!("+++\n{front}\ntags = [\"rust\"]\nslug = \"one\"\ndraft = true\n+++\nRain.\n"));
    let said = project.check(&[]);
    assert_eq!(
        told(&said.err),
        [
            ("warning in a draft: the tag \"rust\" is shown as \"Rust\", as other posts have it", "posts/a.md:5:10"),
            ("error in a draft: posts/b.md has the address /posts/one/ already", "posts/a.md:6:9"),
        ]
    );
}

#[test]
fn no_finding_is_reported_twice() {
    let keys = "+++\ntitle = \"A\"\ndate = 2025-03-01\ndescription = \"D.\"\ntheme = \"dark\"\n";
    let project = Project::new()
        .file("posts/a.md", format!("{keys}draft = true\nmood = \"calm\"\n+++\nRain.\n"))
        .file("posts/b.md", format!("{keys}+++\n[x](gone.md)\n"));
    let said = project.check(&[]);
    assert_eq!(
        told(&said.err),
        [
            ("warning in a draft: unknown key \"mood\"", "posts/a.md:7:1"),
            ("warning: unknown key \"theme\"", "posts/b.md:5:1"),
            ("error: \"gone.md\" leads nowhere", "posts/b.md:7:5"),
        ]
    );
}

#[test]
fn a_draft_that_cannot_be_read_is_one_all_the_same() {
    for (front, message) in [
        ("+++\ntitle = Soon\ndraft = true\n+++\n", "this is not TOML"),
        ("---\ntitle: 'Soon\ndraft: true\n---\n", "this is not YAML"),
        ("+++\ntitle = 3\ndate = 2025-03-01\ntags = [true]\ndraft = true\n+++\n", "\"true\" in \"tags\" is not a text"),
    ] {
        let said = Project::new().file("posts/soon.md", format!("{front}Words.\n")).check(&[]);
        assert_eq!(said.code, 1);
        assert!(said.err.starts_with(&format!("error in a draft: {message}")), "{}", said.err);
    }
}
