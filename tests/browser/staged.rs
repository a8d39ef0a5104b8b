//! Pages laid out before they are shown cannot be noticed until then, and the page that is left comes back as it was.

use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;

use crate::engine::Engine;
use crate::visit::{Visit, at_both, at_root};

/// How many pages are laid out behind the current one.
const STAGED: &str = "document.querySelectorAll('main > .page[data-staged]').length";

#[tokio::test]
async fn a_page_laid_out_in_advance_is_out_of_reach_until_it_is_shown() {
    at_root(async |visit: Visit| {
        visit.open("").await;
        visit.focuses("A year of loaves").await;
        visit.is(&format!("{STAGED} > 0"), true).await;
        visit.is("document.querySelectorAll('main > .page:not([data-staged])').length", 1).await;
        // Neither the search in the page nor a selection of the whole page finds its text.
        visit
            .is(
                "document.querySelector('main > .page[data-staged] h1').checkVisibility({ visibilityProperty: true })",
                false,
            )
            .await;
        visit
            .is(
                "(getSelection().selectAllChildren(document.body), String(getSelection()).includes('What went wrong'))",
                false,
            )
            .await;
        // It adds no height, and ids name elements of the current page.
        visit.is("document.querySelector('main > .page[data-staged]').getBoundingClientRect().height", 0).await;
        visit.is("document.querySelector('h1').closest('.page').inert", false).await;
        if Engine::tested() == Engine::Chromium {
            let tree = visit.devtools("Accessibility.getFullAXTree", json!({})).await.to_string();
            assert!(tree.contains("The whole pantry"), "a screen reader reads the current page");
            assert!(!tree.contains("What went wrong"), "a screen reader does not read the staged page");
        }
    })
    .await;
}

#[tokio::test]
async fn the_tab_key_passes_over_a_page_laid_out_in_advance() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.focuses("A year of loaves").await;
        visit.is(&format!("{STAGED} > 0"), true).await;
        let body = visit.client.find(Locator::Css("body")).await.expect("a page");
        for _ in 0..60 {
            body.send_keys(&char::from(Key::Tab).to_string()).await.expect("a key can be pressed");
            visit.is("document.activeElement.closest('[data-staged]') === null", true).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_comes_back_as_the_reader_left_it() {
    at_both(async |visit: Visit| {
        visit.open("posts/how-bread-rises/").await;
        visit.mark().await;
        let mark = "document.querySelector('main h1').setAttribute('data-touched', '')";
        visit.client.execute(mark, vec![]).await.expect("a page");
        visit.click("Crumb").await;
        visit.reads("Crumb").await;
        visit.back().await;
        visit.reads("How bread rises").await;
        visit.is("document.querySelector('[data-touched]') !== null", true).await;
        visit.is("document.querySelectorAll('main > .page:not([data-staged])').length", 1).await;
        visit.same_document().await;
    })
    .await;
}
