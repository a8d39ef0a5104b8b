//! The document of the editor: how readers come to it and leave it, and that it starts.

use fantoccini::Locator;
use personal_page::view::contract::ids::WRITE_ABOUT;

use crate::console;
use crate::visit::{Visit, at_both, at_both_without_scripts};

/// Whether the editor's script has run.
pub(super) const STARTED: &str = "typeof openWorker === 'function'";

#[tokio::test]
async fn the_editor_starts_without_a_message_in_the_console() {
    at_both(async |visit: Visit| {
        visit.arrive("write/").await;
        visit.is(STARTED, true).await;
        visit.is("performance.getEntriesByType('resource').some(({ name }) => name.endsWith('_bg.wasm'))", true).await;
        // A page that is left while its worker is being fetched says so in the console.
        visit.is("navigator.serviceWorker.ready.then(({ active }) => active !== null)", true).await;
        visit.still().await;
        assert_eq!(console::all(&visit.client).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn links_to_the_editor_and_from_it_load_the_page() {
    at_both(async |visit: Visit| {
        visit.open("about/").await;
        visit.mark().await;
        visit.adds_link("Write", &format!("{}write/", visit.host.base)).await;
        visit.click("Write").await;
        visit.comes_to("write/").await;
        visit.is(STARTED, true).await;
        assert_eq!(visit.get("window.mark === undefined && window.wasmBindings === undefined").await, true);
        visit.client.find(Locator::Css(".brand")).await.expect("the name of the site").click().await.expect("a link");
        visit.comes_to("").await;
        visit.started().await;
    })
    .await;
}

#[tokio::test]
async fn without_javascript_the_page_says_what_it_is() {
    at_both_without_scripts(async |visit: Visit| {
        visit.arrive("write/").await;
        let text = visit.text(&format!("#{WRITE_ABOUT}")).await;
        assert!(text.contains("It needs JavaScript.") && text.contains("Drafts stay on this device"), "{text}");
        assert_eq!(visit.text("main").await, text, "nothing else is seen");
    })
    .await;
}
