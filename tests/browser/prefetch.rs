//! Pages are prefetched, unless the reader saves data.

use fantoccini::Locator;

use crate::host::Manner;
use crate::visit::{Visit, at_both, at_root};

/// A browser in data saving mode.
pub(crate) const SAVES_DATA: &str =
    "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })";

#[tokio::test]
async fn pages_whose_links_are_in_view_need_no_network() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        visit.is_asked_for(&format!("{}posts/the-whole-pantry/index.json", visit.host.base)).await;
        visit.still().await;
        visit.host.answers(Manner::DataFails);
        visit.follow("The whole pantry").await;
        visit.same_document().await;
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
