//! Live reload: an open page is drawn again in place when its source changes.

use personal_page::view::contract::SITE_CHANGED;

use crate::host::Manner;
use crate::visit::{Visit, at_both};

/// What the script of `cargo site serve` does after a change of the site's content.
fn changed() -> String {
    format!("return !dispatchEvent(new CustomEvent('{SITE_CHANGED}', {{ cancelable: true }}))")
}

#[tokio::test]
async fn a_saved_post_shows_without_a_load_and_without_a_jump() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::NothingKept);
        for first in ["posts/a-year-of-loaves/", "posts/the-starter/"] {
            visit.open(first).await;
            visit.mark().await;
            if first != "posts/a-year-of-loaves/" {
                visit.click("a year of loaves").await;
                visit.reads("A year of loaves").await;
            }
            let height = visit.scrolls_to("counting loaves").await;
            let (from, to) = match first {
                "posts/the-starter/" => ("a second notebook", "a third notebook"),
                _ => ("Another notebook", "First a second notebook"),
            };
            visit.host.edit("posts/a-year-of-loaves.md", from, to);
            let taken = visit.client.execute(&changed(), vec![]).await.expect("a page to tell");
            assert_eq!(taken, true, "the page takes care of itself");
            visit.is(&format!("document.querySelector('main').textContent.includes('{to}')"), true).await;
            visit.still().await;
            visit.is_near(height).await;
            visit.same_document().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_that_was_seen_before_the_change_is_fetched_anew() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::NothingKept);
        visit.open("").await;
        visit.mark().await;
        visit.follow("A year of loaves").await;
        visit.host.edit(
            "posts/flour-by-its-ash.md",
            "What the numbers on the bag mean.",
            "What a number on a bag means.",
        );
        visit.client.execute(&changed(), vec![]).await.expect("a page to tell");
        visit.back().await;
        visit.reads("Crumb").await;
        visit.is("document.querySelector('main').textContent.includes('What a number on a bag means.')", true).await;
        visit.same_document().await;
    })
    .await;
}
