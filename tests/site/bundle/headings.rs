//! The `id` of each heading.

use crate::bundle::site::Site;

/// The ids of the headings of a text.
#[track_caller]
fn ids(text: &str) -> Vec<String> {
    let built = Site::new().post("hello.md", text).bundle();
    let ids: Vec<String> = built.article("posts/hello/").contents.into_iter().map(|heading| heading.id).collect();
    let body = built.body("posts/hello/");
    for id in &ids {
        assert_eq!(body.matches(&format!(" id=\"{id}\"")).count(), 1, "{id} in {body}");
    }
    ids
}

#[test]
fn headings_are_named_by_their_words() {
    assert_eq!(
        ids("## Why it fills\n\n## `code` and *stress*\n\n## C++ & <b>\n\n## Größe\n\n## 日本語\n\n## !?"),
        ["why-it-fills", "code-and-stress", "c-b", "größe", "日本語", "section"]
    );
}

#[test]
fn equal_headings_are_counted() {
    assert_eq!(ids("## Notes\n\n## Notes\n\n## notes!\n\n## Notes 1"), ["notes", "notes-1", "notes-2", "notes-1-1"]);
}

#[test]
fn ids_of_the_page_are_not_taken() {
    assert_eq!(
        ids(
            "## Main\n\n## App\n\n## Announcer\n\n## Readable\n\n## Program\n\n## Reading panel\n\n## fn 1\n\n## fnref-2\n\nWord[^1].\n\n[^1]: Note."
        ),
        [
            "main-1",
            "app-1",
            "announcer-1",
            "readable-1",
            "program-1",
            "reading-panel-1",
            "section-fn-1",
            "section-fnref-2"
        ]
    );
}

#[test]
fn an_id_of_the_author_is_kept() {
    assert_eq!(ids("## Notes\n\n## Later {#notes}\n\n## Same {#Same_ID}"), ["notes-1", "notes", "Same_ID"]);
}

#[test]
fn a_heading_without_text_is_not_in_the_contents_list() {
    let text = "## <!--more-->\n\n## YouTube\n\n##\n\n## ![Der Ofen](https://x.example/a.png)\n\n## Twitter {#x}";
    let built = Site::new().post("hello.md", text).lenient().bundle();
    let page = built.text("posts/hello/index.html");
    let list = page.split_once("<nav aria-label=\"Contents\">").and_then(|(_, rest)| rest.split_once("</nav>"));
    let list = list.expect("a contents list").0;
    for part in [">YouTube</a>", ">Der Ofen</a>", "href=\"#x\">Twitter</a>"] {
        assert!(list.contains(part), "{part} is not in {list}");
    }
    assert!(!list.contains("></a>"), "{list}");
}
