//! Whatever the front matter of a post, its author gets the post or a reason.

use std::fs;

use personal_page::bundle::{Config, Diagnostics, Post, read_posts};

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof};
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;

use super::holds;

const LINES: &[&str] = &[
    "title = \"Hello\"\n",
    "title: Hello\n",
    "date = 2025-03-01\n",
    "date: 2025-03-01\n",
    "date: 2025-03-01T10:00:00Z\n",
    "draft: yes\n",
    "draft = true\n",
    "tags: [a, b]\n",
    "tags:\n  - a\n  - b\n",
    "tags = [\"a\", \"b\"]\n",
    "slug: a\n",
    "[taxonomies]\n",
    "taxonomies:\n  tags: [x]\n",
    "series: S\n",
    "series_order: 2\n",
    "lang: de\n",
    "page: true\n",
    "aliases: [/a/]\n",
    "cover: a.png\n",
    "author: A\n",
    "authors: [A, {name: B, url: /b/}, []]\n",
    "[[author]]\n",
    "a: &a [b]\n",
    "c: *a\n",
    "<<: *a\n",
    "d: |\n  words\n",
    "e: >-\n  words\n",
    "f = '''\nx\n'''\n",
    "[a.b]\n",
    "[[c]]\n",
    "g = { h = 1 }\n",
    "i = [1, [2]]\n",
    "? j\n: k\n",
    "# a comment\n",
    "%YAML 1.2\n",
];

const SIGNS: &[&str] = &[
    "title",
    "date",
    "tags",
    "slug",
    "draft",
    "=",
    ":",
    ": ",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "-",
    "- ",
    "---\n",
    "+++\n",
    "...\n",
    "\"",
    "'",
    "\"\"\"",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a",
    "*a",
    "!",
    "!!str",
    "!!binary",
    "|",
    ">",
    "|2-\n",
    "?",
    "#",
    "\\",
    "\\u0000",
    "\\x",
    "~",
    "null",
    "true",
    "no",
    "0x1",
    "1e9999",
    ".inf",
    "NaN",
    "2025-02-30",
    "12:30:45",
    "1_000",
    "@",
    "`",
    "%",
    "<<",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "é",
    "字",
];

/// Meaningful lines, characters that may have a meaning, and letters of all scripts, between fences or similar lines.
pub(super) fn file() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(LINES).prop_map(str::to_owned),
        6 => select(SIGNS).prop_map(str::to_owned),
        1 => "\\PC{1,6}",
        1 => any::<char>().prop_map(String::from),
        1 => (select(SIGNS), 2..100usize).prop_map(|(sign, times)| sign.repeat(times)),
    ];
    let fence = select(&["+++\n", "---\n", "---\r\n", "+++ \n", "---\ntitle: T\ndate: 2025-03-01\n", "\n"][..]);
    (fence.clone(), vec(piece, 0..25), fence).prop_map(|(open, pieces, close)| {
        let close = close.lines().next().unwrap_or_default();
        format!("{open}{}\n{close}\nWords.\n", pieces.concat())
    })
}

fn read(text: &str) -> (Vec<Post>, Diagnostics) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let posts = folder.path().join("posts");
    fs::create_dir(&posts).and_then(|()| fs::write(posts.join("hello.md"), text)).expect("a file");
    let mut findings = Diagnostics::default();
    (read_posts(folder.path(), &Config::default(), false, &mut findings), findings)
}

/// The property of a file.
pub(super) fn is_answered(text: &str) -> TestCaseResult {
    let (posts, findings) = read(text);
    prop_assert_eq!(posts.is_empty(), findings.has_errors(), "{}", findings);
    for finding in findings.sorted() {
        prop_assert_eq!(finding.path.to_str(), Some("posts/hello.md"));
        prop_assert!(finding.location.line.is_none_or(|line| line.get() <= text.lines().count() + 1), "{}", finding);
        prop_assert!(!finding.message.is_empty() && !finding.remedy.is_empty(), "{}", finding);
    }
    for post in posts {
        prop_assert!(!post.title.is_empty() && text.replace("\r\n", "\n").ends_with(&post.body));
        prop_assert!(post.line >= 2);
    }
    Ok(())
}

#[test]
fn every_front_matter_makes_a_post_or_has_a_mistake() {
    holds(3_000, &file(), |text| is_answered(&text));
}

#[test]
fn a_title_is_what_its_author_wrote() {
    holds(500, &"[\\PC ]{1,30}".prop_filter("a title has letters", |title| !title.trim().is_empty()), |title| {
        let quoted = serde_json::to_string(&title).expect("a text");
        let words = title.split_whitespace().collect::<Vec<_>>().join(" ");
        for head in [
            format!("+++\ntitle = {quoted}\ndate = 2025-03-01\n+++\n"),
            format!("---\ntitle: {quoted}\ndate: 2025-03-01\n---\n"),
        ] {
            let (posts, findings) = read(&head);
            prop_assert!(!findings.has_errors(), "{}", findings);
            prop_assert_eq!(&posts[0].title, &words);
        }
        Ok(())
    });
}
