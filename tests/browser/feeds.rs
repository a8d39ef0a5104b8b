//! A feed that somebody opens in a browser can be read.

use crate::visit::{Visit, at_both};

const FEEDS: [&str; 3] = ["feed.xml", "rss.xml", "tags/bread/feed.xml"];
/// What can be read of a document that is no HTML, which has no `innerText`.
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
            for words in ["Crumb", "A year of loaves", "Fifty-two Sundays"] {
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
