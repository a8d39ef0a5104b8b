//! Ghost: cards, and the JSON export.

use personal_page::bundle::Taxonomy;
use personal_page::import::exports::{Export, read, recognise};
use personal_page::import::site::{Body, Text};

use super::becomes;
use crate::common::folder::Folder;

#[test]
fn cards_become_their_counterparts() {
    becomes(&[
        (
            "<figure class=\"kg-card kg-bookmark-card\"><a class=\"kg-bookmark-container\" href=\"https://a.org\"><div class=\"kg-bookmark-content\"><div class=\"kg-bookmark-title\">A</div><div class=\"kg-bookmark-description\">About a</div></div><div><img src=\"t.jpg\"></div></a></figure>",
            "> [A](https://a.org)\\\n> About a",
        ),
        (
            "<div class=\"kg-card kg-callout-card\"><div class=\"kg-callout-emoji\">⚠️</div><div class=\"kg-callout-text\">Mind <b>this</b></div></div>",
            "> [!WARNING]\n> Mind **this**",
        ),
        (
            "<div class=\"kg-card kg-toggle-card\"><div class=\"kg-toggle-heading\"><h4 class=\"kg-toggle-heading-text\">T</h4><button><svg></svg></button></div><div class=\"kg-toggle-content\"><p>c</p></div></div>",
            "<details>\n<summary>T</summary>\n\nc\n\n</details>",
        ),
        ("<div class=\"kg-card kg-button-card\"><a href=\"/go\" class=\"kg-btn\">Go</a></div>", "[Go](/go)"),
        (
            "<figure class=\"kg-card kg-gallery-card\"><div class=\"kg-gallery-container\"><div class=\"kg-gallery-row\"><div class=\"kg-gallery-image\"><img src=\"a.jpg\" alt=\"\"></div><div class=\"kg-gallery-image\"><img src=\"b.jpg\" alt=\"\"></div></div></div></figure>",
            "![](a.jpg)\n\n![](b.jpg)",
        ),
        ("<!--kg-card-begin: html--><p>x</p><!--kg-card-end: html-->", "x"),
    ]);
}

pub(super) const EXPORT: &str = r##"{"db":[{"meta":{"version":"5.0"},"data":{
"posts":[
{"id":"1","title":"Hello","slug":"hello","html":"<p><img src=\"__GHOST_URL__/content/images/a.jpg\" alt=\"\"></p>","status":"published","visibility":"public","type":"post","published_at":"2024-05-01T10:20:00.000Z","feature_image":"__GHOST_URL__/content/images/c.jpg","custom_excerpt":"In short"},
{"id":"2","title":"Secret","slug":"secret","html":"<p>x</p>","status":"published","visibility":"members","type":"post","published_at":"2024-05-02T10:20:00.000Z"},
{"id":"3","title":"About","slug":"about","html":"<p>x</p>","status":"draft","visibility":"public","type":"page","created_at":"2024-05-03T10:20:00.000Z"}],
"tags":[{"id":"t1","name":"Rust & more"},{"id":"t2","name":"#internal"}],
"posts_tags":[{"post_id":"1","tag_id":"t2","sort_order":1},{"post_id":"1","tag_id":"t1","sort_order":0}],
"users":[{"id":"u1","name":"Ada"}],"posts_authors":[{"post_id":"1","author_id":"u1","sort_order":0}],
"settings":[{"key":"title","value":"My blog"},{"key":"timezone","value":"Europe/Berlin"},{"key":"navigation","value":"[{\"label\":\"About\",\"url\":\"/about/\"}]"}]}}]}"##;

fn texts(json: &str) -> (Vec<Text>, personal_page::import::exports::Outcome) {
    let folder = Folder::new();
    folder.write("ghost.json", json);
    let mut texts = Vec::new();
    let outcome = read(Export::Ghost, &folder.path("ghost.json"), &mut |text| texts.push(text));
    (texts, outcome)
}

#[test]
fn an_export_gives_its_posts_and_settings() {
    let folder = Folder::new();
    folder.write("ghost.json", EXPORT);
    assert_eq!(recognise(&folder.path("ghost.json")).map(|(export, _)| export), Some(Export::Ghost));
    let (texts, outcome) = texts(EXPORT);
    assert_eq!(outcome.broken, []);
    assert_eq!(outcome.settings.title.as_deref(), Some("My blog"));
    assert_eq!(outcome.settings.time_zone.as_deref(), Some("Europe/Berlin"));
    assert_eq!(outcome.settings.links, [("About".to_owned(), "/about/".to_owned())]);
    let post = &texts[0];
    assert_eq!((post.title.as_str(), post.draft, post.page), ("Hello", false, false));
    assert_eq!(post.date.expect("a date").to_string(), "2024-05-01T10:20:00Z");
    assert_eq!(post.terms.of(Taxonomy::Tags), ["Rust & more"]);
    assert_eq!(post.authors, ["Ada"]);
    assert_eq!(post.addresses, ["/hello/"]);
    assert_eq!(post.cover.as_deref(), Some("/content/images/c.jpg"));
    assert_eq!(post.description.as_deref(), Some("In short"));
    assert_eq!(post.body, Body::Html("<p><img src=\"/content/images/a.jpg\" alt=\"\"></p>".to_owned()));
    assert!(texts[2].page);
}

#[test]
fn what_only_members_could_read_is_a_draft() {
    let (texts, outcome) = texts(EXPORT);
    assert_eq!(texts.iter().map(|text| text.draft).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(outcome.translated.get("post that is only for members → draft"), Some(&1));
}

#[test]
fn a_broken_export_gives_what_is_before() {
    let cut = EXPORT.find("{\"id\":\"2\"").expect("a second post");
    let (texts, outcome) = texts(&EXPORT[..cut + 20]);
    assert_eq!(texts.len(), 1);
    let broken = &outcome.broken[0];
    assert_eq!((broken.line, broken.column), (4, 20));
}
