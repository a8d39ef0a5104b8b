//! Findings on a site that can be built.

use crate::tools::project::Project;

/// The findings of a site with only warnings: their first lines and locations.
#[track_caller]
fn warned(project: &Project, expected: &[(&str, &str)]) {
    let said = project.check(&[]);
    assert_eq!(said.code, 0, "{}", said.err);
    let lines: Vec<&str> = said.err.lines().collect();
    let begins = |line: &&&str| line.starts_with("warning: ");
    let messages: Vec<&str> = lines.iter().filter(begins).map(|line| &line["warning: ".len()..]).collect();
    let places: Vec<&str> = lines.iter().filter_map(|line| line.trim_start().strip_prefix("--> ")).collect();
    let found: Vec<(&str, &str)> = places.into_iter().zip(messages).collect();
    assert_eq!(found, expected, "{}", said.err);
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let project = Project::new().post("hello", "### Too deep");
    assert_eq!(project.check(&[]).code, 0);
    let denied = project.check(&["--deny-warnings"]);
    assert_eq!(denied.code, 1);
    assert!(denied.err.ends_with("\n1 warning\n"), "{}", denied.err);
}

#[test]
fn a_check_that_cannot_run_exits_with_2() {
    let said = Project::new().site(&["check", "--today", "tomorrow"]);
    assert_eq!(said.code, 2);
    let help = Project::new().site(&["check", "--help"]).out;
    assert!(help.contains("Exit codes: 0 no errors, 1 errors (or denied warnings), 2 the check could not run"));
    assert!(Project::new().site(&["--help"]).out.contains("\n  check "));
}

#[test]
fn a_heading_is_one_step_below_the_last_at_most() {
    let project = Project::new().post("steps", "## One\n\n#### Three\n\n## Two\n\n### Below").post("top", "# All");
    warned(
        &project,
        &[
            ("posts/steps.md:8:1", "a heading of level 4 follows one of level 2"),
            ("posts/top.md:6:1", "a heading of level 1, the level of the title"),
        ],
    );
}

#[test]
fn a_place_in_a_page_must_be_there_but_notes_and_the_top_are() {
    let text =
        "## Größe\n\n[a](#größe) [b](#gr%C3%B6%C3%9Fe) [c](#top) [d](#) [e](#fn-1) [f](#:~:text=word)[^n]\n\n[^n]: x";
    let fine = Project::new().post("a", text).post("b", "[a](a.md#größe) [t](/tags/#rust) [i](/posts/a/#fnref-1)");
    assert_eq!(fine.check(&["--deny-warnings"]).err, "");
    let broken = fine.post("c", "[a](a.md#grösse)\n\n[own](#none)\n\n[root](/posts/a/#fn-2)");
    let said = broken.check(&[]);
    assert_eq!(said.code, 1);
    for (line, told) in [
        (6, "\"a.md#grösse\" leads to a page that has no id \"grösse\""),
        (8, "\"#none\" leads to a page that has no id \"none\""),
        (10, "\"/posts/a/#fn-2\" leads to a page that has no id \"fn-2\""),
    ] {
        let place = format!("--> posts/c.md:{line}:");
        let found = said
            .err
            .split("\n\n")
            .any(|drawn| drawn.starts_with(&format!("error: {told}\n")) && drawn.contains(&place));
        assert!(found, "{told} in {}", said.err);
    }
    assert!(said.err.contains("= help: did you mean \"#größe\"?"), "{}", said.err);
    assert!(said.err.contains("= help: the page has no headings: delete the # and what follows"), "{}", said.err);
    assert!(said.err.ends_with("\n3 errors\n"), "{}", said.err);
}

/// A post of a day in March 2025 with tags.
fn tagged(project: Project, day: usize, tags: &str) -> Project {
    let text = format!(
        "+++\ntitle = \"Day {day}\"\ndate = 2025-03-{day:02}\ndescription = \"What a day.\"\ntags = [{tags}]\n+++\n\nRain.\n"
    );
    project.file(&format!("posts/day-{day}.md"), text)
}

#[test]
fn a_tag_of_one_post_is_reported_after_ten_newer_posts_without_it() {
    let mut project = tagged(Project::new(), 1, "\"sourdough\", \"bread\"");
    for day in 2..=10 {
        project = tagged(project, day, "\"bread\"");
    }
    warned(&project, &[]);
    project = tagged(project, 11, "\"bread\", \"millet\"");
    let told = "only this post has the tag \"sourdough\", and 10 newer posts do not";
    warned(&project, &[("posts/day-1.md:5:10", told)]);
}

#[test]
fn a_tag_in_two_spellings_is_reported_at_once() {
    let both = "\"javascript\", \"web-dev\", \"recipe\", \"react\", \"python2\"";
    let project = tagged(tagged(Project::new(), 1, both), 2, both);
    let project = tagged(project, 3, "\"javscript\", \"webdev\", \"recipes\", \"preact\", \"python3\"");
    let told = |one: &str, other: &str| format!("only this post has the tag \"{one}\"; others have \"{other}\"");
    let expected = [told("javscript", "javascript"), told("webdev", "web-dev"), told("recipes", "recipe")];
    let places = ["posts/day-3.md:5:10", "posts/day-3.md:5:23", "posts/day-3.md:5:33"];
    let expected: Vec<_> = places.into_iter().zip(expected.iter().map(String::as_str)).collect();
    warned(&project, &expected);
}

#[test]
fn colours_with_too_little_contrast_are_reported_where_the_owner_wrote_them() {
    let css = |css: &str| Project::new().file("public/owner.css", css);
    let told = "\"--accent\" on \"--accent-wash\" has a contrast of 1.9 in the dark scheme, the worst of 2 pairs";
    let grey = css(":root { --accent: light-dark(#9a3209, oklch(45% 0 0)); }\n@media print { :root { --ink: #eee } }");
    warned(&grey, &[("public/owner.css:1:9", told)]);
    let told = "\"--tip\" on \"--code-mark\" has a contrast of 1.2 in the light scheme, the worst of 5 pairs";
    let named = css("/* mine */ :root {\n  --note: rgb(28 86 125);\n  --brand: #ccc;\n  --tip: var(--brand) }");
    let note = "\"--note\" on \"--paper\" has a contrast of 2.3 in the dark scheme";
    warned(&named, &[("public/owner.css:2:3", note), ("public/owner.css:4:3", told)]);
    let told = "\"--ink\" on \"--paper\" has a contrast of 1.3 in the dark scheme, the worst of 8 pairs";
    let white = css("@media (prefers-color-scheme: dark) {\n  :root { --paper: white }\n}");
    warned(&white, &[("public/owner.css:2:11", told)]);
    let told = [
        "\"--ink-muted\" on \"--code-mark\" has a contrast of 2.2 in the light scheme, for readers who prefer more contrast, the worst of 5 pairs",
        "\"--ink-muted\" on \"--code-mark\" has a contrast of 4.4 in the dark scheme, for readers who prefer more contrast",
    ];
    let asked = css("@media (prefers-contrast: more) {\n  :root { --ink-muted: #999 }\n}");
    warned(&asked, &told.map(|told| ("public/owner.css:2:11", told)));
    warned(
        &css(":root { --ink-muted: light-dark(#555, #bbb); color: #eee }\n.aside { --ink: #ccc }")
            .file("public/a.css", ":root{--ink:#ccc}"),
        &[],
    );
}

#[test]
fn a_local_address_and_a_missing_description_are_reported() {
    let project = Project::new().file("site.toml", "title = \"Field Notes\"\nurl = \"http://localhost:8080\"\n");
    warned(
        &project,
        &[
            ("site.toml", "there is no description"),
            ("site.toml:2:8", "the address \"http://localhost:8080\" is valid on this machine only"),
        ],
    );
}
