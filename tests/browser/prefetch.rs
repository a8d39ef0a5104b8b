//! Pages are prefetched, unless the reader saves data.

use fantoccini::Locator;

use crate::host::Manner;
use crate::visit::{Visit, at_both, at_root};

/// A browser in data saving mode.
pub(crate) const SAVES_DATA: &str =
    "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })";

/// Waits until the page of a link is loaded, and follows the link while the host fails.
async fn goes_without_network(visit: &Visit) {
    visit.is_asked_for(&format!("{}posts/the-whole-pantry/index.json", visit.host.base)).await;
    visit.still().await;
    visit.host.answers(Manner::DataFails);
    visit.follow("The whole pantry").await;
    visit.same_document().await;
}

#[tokio::test]
async fn pages_whose_links_are_in_view_need_no_network() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        goes_without_network(&visit).await;
    })
    .await;
}

/// Most links of a list are below the screen when the page comes.
#[tokio::test]
async fn pages_whose_links_are_scrolled_into_view_need_no_network() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        let lower =
            "document.body.style.paddingTop = '3000px'; document.querySelector('main').style.marginTop = '3000px'";
        visit.client.execute(lower, vec![]).await.expect("a page");
        visit.still().await;
        visit.scrolls_to("The whole pantry").await;
        goes_without_network(&visit).await;
    })
    .await;
}

/// The pointer, the focus, the press and the click each ask for it.
#[tokio::test]
async fn a_page_is_requested_once_however_often_it_is_asked_for() {
    at_both(async |visit: Visit| {
        visit.runs_first("IntersectionObserver = class { observe() {} disconnect() {} }");
        visit.open("").await;
        visit.host.answers(Manner::PostsLate);
        visit.focuses("A year of loaves").await;
        visit.follow("A year of loaves").await;
        let path = format!("{}posts/a-year-of-loaves/index.json", visit.host.base);
        assert_eq!(visit.host.asked(&path).0, 1);
    })
    .await;
}

#[tokio::test]
async fn a_reader_who_saves_data_is_sent_nothing_unasked() {
    at_root(async |visit: Visit| {
        visit.runs_first(SAVES_DATA);
        visit.open("").await;
        visit.still().await;
        let link = visit.client.find(Locator::Css("main li a")).await.expect("a post");
        let hover = "arguments[0].dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
        let link = serde_json::to_value(link).expect("an element has a name");
        visit.client.execute(hover, vec![link]).await.expect("a page");
        tokio::time::sleep(std::time::Duration::from_millis(900)).await;
        visit
            .is("performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.json')).length", 0)
            .await;
    })
    .await;
}
