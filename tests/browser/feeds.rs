//! A feed opened in a browser is readable.

use crate::visit::{Visit, at_both};

const FEEDS: [&str; 3] = ["feed.xml", "rss.xml", "tags/bread/feed.xml"];
/// The visible text of a document that is not HTML, which has no `innerText`.
const TEXT: &str =
    "(() => { getSelection().selectAllChildren(document.documentElement); return String(getSelection()); })()";

#[tokio::test]
async fn a_feed_in_a_browser_can_be_read() {
    at_both(async |visit: Visit| {
        visit.is_wide(390).await;
        for feed in FEEDS {
            visit.arrive(feed).await;
            visit.is("document.readyState", "complete").await;
            let text = visit.get(TEXT).await;
            let text = text.as_str().expect("text");
            // RSS carries posts as HTML, which no style sheet can render.
            let summary = if feed == "rss.xml" { "Notes on bread" } else { "Fifty-two Sundays" };
            for words in ["Crumb", "A year of loaves", summary] {
                assert!(text.contains(words), "{words:?} is not in {feed}: {text}");
            }
            for noise in ["<p>", "&lt;", "tag:"] {
                assert!(!text.contains(noise), "{noise:?} is in {feed}: {text}");
            }
            let root = "document.documentElement";
            assert_eq!(visit.get(&format!("{root}.scrollWidth <= innerWidth")).await, true, "{feed} fits");
            let note = format!("getComputedStyle({root}.querySelector('channel') ?? {root}, '::before').content");
            let note = visit.get(&note).await;
            assert!(note.as_str().is_some_and(|note| note.starts_with("\"This is a feed.")), "{feed}: {note}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_links_to_the_feed() {
    at_both(async |visit: Visit| {
        for page in ["", "posts/the-whole-pantry/", "nowhere/"] {
            visit.open(page).await;
            let link = visit.link("Feed").await;
            assert_eq!(link.is_displayed().await.ok(), Some(true), "{page}");
            assert!(visit.has(".site-footer a svg[aria-hidden=true]").await, "{page}");
            link.click().await.expect("a link");
            visit.comes_to("feed.xml").await;
        }
    })
    .await;
}
