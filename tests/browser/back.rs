//! Back and Forward: at once, from memory, at the former scroll position.

use crate::engine::Engine;
use crate::host::Manner;
use crate::visit::{Visit, at_both};

#[tokio::test]
async fn back_returns_to_where_each_page_was_left_without_a_load() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        let home = visit.scrolls_to("A year of loaves").await;
        visit.follow("A year of loaves").await;
        assert_eq!(visit.get("scrollY").await, 0);
        let year = visit.scrolls_to("counting loaves").await;
        assert!(year > 1000.0, "the post is several screens long");
        visit.click("counting loaves").await;
        visit.reads("Counting loaves in C++ and Rust").await;
        assert_eq!(visit.get("scrollY").await, 0);
        visit.same_document().await;

        // A page in memory is not requested again, even if the host is out of reach.
        visit.host.answers(Manner::DataFails);
        visit.back().await;
        visit.reads("A year of loaves").await;
        visit.stands_at("posts/a-year-of-loaves/").await;
        visit.is_near(year).await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.stands_at("").await;
        visit.is_near(home).await;
        visit.is("document.title", "Crumb").await;
        visit.is("document.activeElement.id", "main").await;
        visit.is("document.getElementById('announcer').textContent", "Crumb").await;

        visit.forward().await;
        visit.reads("A year of loaves").await;
        visit.is_near(year).await;
        visit.forward().await;
        visit.reads("Counting loaves in C++ and Rust").await;
        visit.is_near(0.0).await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_and_a_return_from_elsewhere_stay_where_the_reader_was() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.follow("A year of loaves").await;
        let height = visit.scrolls_to("counting loaves").await;
        visit.mark().await;
        // Not the driver's reload: Firefox's starts at the top, unlike the reader's.
        visit.client.execute("location.reload()", vec![]).await.expect("the page can be loaded anew");
        visit.is("window.mark === undefined", true).await;
        visit.started().await;
        visit.reads("A year of loaves").await;
        visit.is_near(height).await;

        // A reader who leaves has touched the page before.
        visit.client.execute("dispatchEvent(new Event('pointerdown'))", vec![]).await.expect("a page to touch");
        visit.client.goto(&format!("{}/calculator/", visit.host.origin)).await.expect("another project");
        visit.back().await;
        visit.started().await;
        visit.reads("A year of loaves").await;
        visit.is_near(height).await;
        visit.back().await;
        visit.started().await;
        visit.reads("Crumb").await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_at_a_heading_stays_where_the_reader_went_from_there() {
    at_both(async |visit: Visit| {
        visit.open("posts/a-year-of-loaves/#spring").await;
        let height = visit.scrolls_to("counting loaves").await;
        // The height is saved once the page is still.
        visit.is(&format!("Math.abs(history.state - {height}) <= 50"), true).await;
        visit.mark().await;
        visit.client.execute("location.reload()", vec![]).await.expect("the page can be loaded anew");
        visit.is("window.mark === undefined", true).await;
        visit.started().await;
        visit.is_near(height).await;
    })
    .await;
}

#[tokio::test]
async fn a_reader_who_scrolled_before_the_start_is_not_moved() {
    // The other engines restore the height themselves, before a reader can scroll.
    if Engine::tested() != Engine::WebKit {
        return;
    }
    at_both(async |visit: Visit| {
        visit.open("posts/a-year-of-loaves/").await;
        let height = visit.scrolls_to("counting loaves").await;
        visit.is(&format!("Math.abs(history.state - {height}) <= 50"), true).await;
        // Prevents the browser from restoring the height, so that only the program could.
        visit.runs_first(
            "history.scrollRestoration = 'manual';
            addEventListener('DOMContentLoaded', () => dispatchEvent(new Event('wheel')))",
        );
        visit.mark().await;
        visit.client.execute("location.reload()", vec![]).await.expect("the page can be loaded anew");
        visit.is("window.mark === undefined", true).await;
        visit.started().await;
        visit.still().await;
        assert_eq!(visit.get("scrollY").await, 0);
    })
    .await;
}
