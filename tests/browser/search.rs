//! The search: finding, opening and filtering; and it costs nothing before it is used.

use fantoccini::Locator;
use fantoccini::key::Key;
use personal_page::view::Action;

use crate::console;
use crate::host::Manner;
use crate::visit::{Visit, at_both, at_root};

const OPEN: &str = "document.querySelector('.search')?.open ?? false";
const STATUS: &str = "document.querySelector('.search [role=status]').textContent";
const TITLES: &str = "[...document.querySelectorAll('.search .title')].map((title) => title.textContent).join('|')";
const FOCUS: &str = "document.activeElement.textContent || document.activeElement.localName";

impl Visit {
    /// Sends keys to the focused element.
    async fn types(&self, keys: &str) {
        let focus = self.client.active_element().await.expect("the focus");
        focus.send_keys(keys).await.expect("keys");
    }
}

#[tokio::test]
async fn a_hit_lands_on_its_section() {
    at_both(async |visit: Visit| {
        visit.open("about/").await;
        visit.mark().await;
        let start = format!("{}pagefind/start.js", visit.host.base);
        assert_eq!(visit.host.asked(&start).0, 0, "who does not search loads nothing");
        visit.acts(Action::Search).await;
        visit.is(OPEN, true).await;
        visit.types("embers").await;
        visit.is(TITLES, "A year of loaves").await;
        visit.is(STATUS, "1 hit").await;
        visit.is("document.querySelector('.search mark').textContent", "embers,").await;
        visit.is("document.querySelector('.search li a:not(.title) b').textContent", "Summer").await;
        visit.types(&Key::Enter.to_string()).await;
        visit.stands_at("posts/a-year-of-loaves/#summer").await;
        visit.reads("A year of loaves").await;
        visit.shows_at_top("summer").await;
        visit.is(OPEN, false).await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_is_enough() {
    at_root(async |visit: Visit| {
        visit.open("").await;
        visit.types("/").await;
        visit.is(OPEN, true).await;
        visit.types("rye").await;
        visit.is("document.querySelectorAll('.search li').length > 2", true).await;
        visit.is(FOCUS, "input").await;
        visit.types(&Key::Down.to_string()).await;
        visit.is("document.activeElement === document.querySelector('.search .title')", true).await;
        visit.types(&Key::Up.to_string()).await;
        visit.is(FOCUS, "input").await;
        visit.types(&Key::Escape.to_string()).await;
        visit.is(OPEN, false).await;
        let body = visit.client.find(Locator::Css("body")).await.expect("a page");
        body.send_keys(&format!("{}k", Key::Control)).await.expect("keys");
        visit.is(OPEN, true).await;
        // The previous query is selected, so that typing replaces it.
        visit.types("thumb").await;
        visit.is(TITLES, "A year of loaves").await;
    })
    .await;
}

#[tokio::test]
async fn a_search_that_is_not_opened_leaves_the_focus_and_the_console_as_they_are() {
    at_root(async |visit: Visit| {
        visit.open("").await;
        visit.get("document.querySelector('main a').focus()").await;
        let focus = visit.get(FOCUS).await;
        visit.hovers(Action::Search.selector()).await;
        visit.is("document.querySelectorAll('.search').length", 1).await;
        visit.still().await;
        assert_eq!(visit.get(FOCUS).await, focus);
        assert_eq!(console::all(&visit.client).await, Vec::<String>::new());
        visit.acts(Action::Search).await;
        visit.is(FOCUS, "input").await;
    })
    .await;
}

#[tokio::test]
async fn a_tag_filters_the_hits() {
    at_root(async |visit: Visit| {
        visit.open("").await;
        visit.types("/").await;
        visit.types("flour").await;
        visit.is("document.querySelectorAll('.search .tags button').length > 1", true).await;
        visit.is(&format!("{TITLES}.includes('|')"), true).await;
        let rust = "//dialog//button[normalize-space()='Rust']";
        let tag = visit.client.find(Locator::XPath(rust)).await.expect("a tag");
        tag.click().await.expect("it can be pressed");
        visit.is(TITLES, "Counting loaves in C++ and Rust").await;
        visit.is("document.querySelectorAll('.search [aria-pressed=true]').length", 1).await;
        let offered = "[...document.querySelectorAll('.search .tags button')].map((tag) => tag.textContent)";
        visit.is(&format!("new Set({offered}).size === {offered}.length && {offered}.length > 1"), true).await;
        tag.click().await.expect("it can be pressed");
        visit.is(&format!("{TITLES}.includes('|')"), true).await;
    })
    .await;
}

#[tokio::test]
async fn a_key_that_composes_a_word_goes_nowhere() {
    at_root(async |visit: Visit| {
        visit.open("").await;
        visit.types("/").await;
        visit.types("embers").await;
        visit.is(TITLES, "A year of loaves").await;
        let enter = "document.querySelector('.search input').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))";
        visit.client.execute(enter, vec![]).await.expect("a key");
        visit.still().await;
        visit.stands_at("").await;
        visit.is(OPEN, true).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_found_and_nothing_loaded_are_said() {
    at_root(async |visit: Visit| {
        visit.open("").await;
        visit.types("/").await;
        visit.types("zeppelin").await;
        visit.is(STATUS, "Nothing was found.").await;
        visit.host.withdraw("pagefind");
        visit.open("about/").await;
        visit.types("/").await;
        visit.types("flour").await;
        visit.is(&format!("{STATUS}.includes('archive')"), true).await;
        visit.host.answers(Manner::Well);
    })
    .await;
}
