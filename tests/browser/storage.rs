//! Without storage in the browser, only the stored state is lost.

use personal_page::view::Action;

use crate::console;
use crate::visit::{Visit, at_root};

/// How browsers refuse storage: in a private window, with a full disk, and if the reader disabled it.
const REFUSALS: [&str; 3] = [
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    "Object.defineProperty(window, 'localStorage', { get: () => null })",
];
const THEME: &str = "document.documentElement.dataset.theme ?? ''";

async fn everything_works(visit: Visit) {
    visit.open("").await;
    visit.mark().await;
    visit.acts(Action::NextTheme).await;
    visit.is(THEME, "light").await;
    visit.acts(Action::Settings).await;
    visit.press("input[name=size][value=large]").await;
    visit.is("document.documentElement.dataset.size ?? ''", "large").await;
    visit.acts(Action::ForgetProgress).await;
    visit.acts(Action::ResetSettings).await;
    visit.is(THEME, "").await;
    visit.acts(Action::Settings).await;

    visit.follow("A year of loaves").await;
    let height = visit.scrolls_to("counting loaves").await;
    visit.click("counting loaves").await;
    visit.reads("Counting loaves in C++ and Rust").await;
    visit.back().await;
    visit.reads("A year of loaves").await;
    visit.is_near(height).await;
    visit.back().await;
    visit.reads("Crumb").await;
    visit.same_document().await;
    assert_eq!(visit.get("document.querySelectorAll('.unread').length").await, 0, "nothing is remembered");
    assert_eq!(console::errors(&visit.client).await, Vec::<String>::new());
}

#[tokio::test]
async fn where_storage_throws_only_the_memory_is_lost() {
    at_root(async |visit: Visit| {
        visit.runs_first(REFUSALS[0]);
        everything_works(visit).await;
    })
    .await;
}

#[tokio::test]
async fn where_storage_is_full_only_the_memory_is_lost() {
    at_root(async |visit: Visit| {
        visit.runs_first(REFUSALS[1]);
        everything_works(visit).await;
    })
    .await;
}

#[tokio::test]
async fn where_there_is_no_storage_only_the_memory_is_lost() {
    at_root(async |visit: Visit| {
        visit.runs_first(REFUSALS[2]);
        everything_works(visit).await;
    })
    .await;
}
