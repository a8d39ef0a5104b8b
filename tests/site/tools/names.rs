//! File names, and other text from outside, that could control a terminal or a CI workflow.

use crate::tools::project::Project;

const EVIL: &str = "a\u{1b}[2J\n::error::x\r::stop";

/// Asserts that the output has no control characters or workflow commands: each line is one of ours.
#[track_caller]
fn is_plain(text: &str, shown: &str) {
    assert!(text.contains(shown), "{text:?}");
    for line in text.lines() {
        assert!(!line.contains(char::is_control), "{line:?}");
        assert!(!line.trim_start().starts_with("::"), "{line:?}");
    }
}

const SHOWN: &str = "a␛[2J␊::error::x␍::stop";

#[test]
fn control_characters_of_a_name_are_not_printed() {
    let front = "+++\ntitle = \"A\"\ndate = 2025-03-01\n";
    let project = Project::new()
        .file(&format!("posts/{EVIL}.md"), format!("{front}+++\n[x](gone.md)\n"))
        .file(&format!("posts/deep/{EVIL}/post.md"), "stray")
        .file(&format!("posts/deep/{EVIL}.md"), "stray")
        .file("posts/a-2j-error-x-stop.md", format!("{front}+++\nRain.\n"));
    let said = project.check(&["--all"]);
    is_plain(&said.err, &format!("--> posts/{SHOWN}.md:5:5\n"));
    is_plain(&said.err, &format!("or put it before the name: 2025-03-01-{SHOWN}"));
    is_plain(&said.err, &format!("posts/{SHOWN}.md has the address /posts/a-2j-error-x-stop/ already"));
    let new = project.site(&["new", "a 2J error x stop"]);
    is_plain(&new.err, &format!("posts/{SHOWN}.md has the address"));
}

#[test]
fn control_characters_of_a_value_are_not_printed() {
    let post = |lines: &str| {
        Project::new().file("posts/a.md", format!("+++\ntitle = \"A\"\ndate = 2025-03-01\n{lines}\n+++\nRain.\n"))
    };
    let tag = "tags = [\"!\\n::!\\u001b[!\"]";
    is_plain(&post(tag).check(&[]).err, "the tag \"! ::!␛[!\" has no letter");
    let two = post("tags = [\"one\\n::error::x\"]")
        .file("posts/b.md", "+++\ntitle = \"B\"\ndate = 2025-03-01\ntags = [\"One! ::error::x\"]\n+++\nRain.\n");
    is_plain(&two.check(&[]).err, "has the address of");
    is_plain(&post("\"a\\n::error::x\" = 1").check(&[]).err, "unknown key \"a␊::error::x\"");
    is_plain(
        &Project::new().post("a", "[x](<a\u{1b}[31m\u{202e}.md>)").check(&[]).err,
        "\"a␛[31m\u{fffd}.md\" leads nowhere",
    );
}
