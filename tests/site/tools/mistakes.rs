//! A site with many mistakes: each is found, and nothing else.

use std::fs;
use std::path::Path;

use personal_page::bundle::{Options, check};

use crate::tools::project::Project;

/// The site, with a picture that is too large for a repository.
fn hurried() -> Project {
    let mut gif = b"GIF89a\x40\x01\xf0\x00\x80\x00\x00".to_vec();
    gif.resize(3_200_000, 0);
    Project::fixture("mistakes").file("posts/the-new-mainsail/hoist.gif", gif)
}

#[test]
fn every_mistake_is_found_in_its_file_and_line_and_nothing_else() {
    let project = hurried();
    let checked = check(&Options::new(project.path(""), "2026-03-20".parse().expect("a day")));
    let found: Vec<String> = checked.findings.sorted().iter().map(ToString::to_string).collect();
    let expected =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mistakes/findings.txt"));
    let expected = expected.expect("what is wrong with the fixture");
    assert_eq!(found.join("\n"), expected.trim_end());
    assert!(found.len() >= 40, "{}", found.len());
    for finding in checked.findings.sorted() {
        assert!(project.path(&finding.path).is_file(), "{finding}");
        assert!(!finding.remedy.is_empty(), "{finding}");
    }
}

#[test]
fn mistakes_are_drawn_with_their_line_and_counted() {
    let said = hurried().check(&["--all"]);
    assert_eq!(said.code, 1);
    assert_eq!(said.out, "");
    let drawn = "\
error: \"/now/\" leads nowhere
  --> site.toml:13:8
   |
13 | url = \"/now/\"
   |        ^^^^^
   |
   = help: write the path of a file from here (../other.md, ./picture.png), or of a page from the root (/about/)
";
    assert!(said.err.contains(drawn), "{}", said.err);
    let summary = said.err.lines().last().expect("a summary");
    let (errors, warnings) = summary.split_once(" errors, ").expect("both");
    let number = |text: &str| text.parse::<usize>().expect("a number");
    let drawn = |word: &str| said.err.lines().filter(|line| line.starts_with(word)).count();
    assert_eq!(number(errors), drawn("error: "), "{summary}");
    assert_eq!(number(warnings.trim_end_matches(" warnings")), drawn("warning: "), "{summary}");
    assert!(!said.err.contains('\u{1b}'), "there is no terminal to show colours");
}

#[test]
fn a_site_without_mistakes_says_so_and_nothing_is_written() {
    let project = Project::fixture("site");
    // For the tests in browsers: a link that must not be followed. It is correct that it has no target.
    let post = project.text("posts/counting-loaves.md").replace("java&#9;script:document.title='taken'", "#rust");
    let project = project.file("posts/counting-loaves.md", post);
    let before = project.files();
    let said = project.check(&["--deny-warnings"]);
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "No mistakes.\n", ""));
    assert_eq!(project.files(), before);
}
