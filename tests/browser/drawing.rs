//! What draws pages from their data is loaded once the program has taken over.

use crate::host::Manner;
use crate::visit::{Visit, at_both};

/// The second file of the program.
const FILE: &str = "performance.getEntriesByType('resource').filter(({ name }) => /-[0-9a-f]+\\.wasm$/.test(name))";

#[tokio::test]
async fn the_program_takes_over_before_it_can_draw_a_page() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::DrawingLate);
        visit.open("").await;
        visit.is(&format!("{FILE}.length"), 0).await;
        visit.press("[data-act=theme]").await;
        visit.is("document.documentElement.dataset.theme", "light").await;
        visit.mark().await;
        visit.click("A year of loaves").await;
        visit.reads("A year of loaves").await;
        visit.same_document().await;
        visit.is(&format!("{FILE}.length"), 1).await;
    })
    .await;
}

#[tokio::test]
async fn if_what_draws_pages_is_gone_or_never_comes_a_click_loads_the_page() {
    at_both(async |visit: Visit| {
        for manner in [Manner::DrawingMissing, Manner::DrawingNever] {
            visit.host.answers(manner);
            visit.open("").await;
            visit.mark().await;
            visit.click("A year of loaves").await;
            visit.reads("A year of loaves").await;
            visit.is("window.mark === true", false).await;
            visit.stands_at("posts/a-year-of-loaves/").await;
            visit.started().await;
            visit.back().await;
            visit.reads("Crumb").await;
        }
    })
    .await;
}
