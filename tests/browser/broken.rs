//! If the program fails or cannot start, the page is a plain page: readable, and with working links.

use crate::console;
use crate::host::Manner;
use crate::visit::{Visit, at_both, ready};

/// A WebAssembly function that traps, as a panic of the program does. The program's calls to the browser end in it.
const TRAP: &str = "new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]
))).exports.f";

/// Like some browser extensions: adds an element to every page as soon as it has content.
const EXTENSION: &str = "new MutationObserver((_, observer) => {
        const inside = document.querySelector(sessionStorage.place);
        if (!inside || !document.getElementById('announcer')) return;
        observer.disconnect();
        const element = document.createElement('div');
        element.id = 'extension';
        inside.prepend(element);
    }).observe(document, { childList: true, subtree: true })";

impl Visit {
    /// Asserts that the current page is a plain one: its links load documents, and what needs the program is hidden.
    async fn is_plain(&self) {
        self.is(&ready(), false).await;
        self.is("getComputedStyle(document.querySelector('.tools')).visibility", "hidden").await;
        for (words, title) in [("Archive", "Archive"), ("Flour by its ash", "Flour by its ash"), ("About", "About")] {
            self.mark().await;
            self.click(words).await;
            self.reads(title).await;
            assert_eq!(self.get("window.mark === true").await, false, "{words} was loaded");
        }
    }
}

#[tokio::test]
async fn a_page_that_came_without_its_program_is_plain() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::ProgramMissing);
        visit.arrive("").await;
        visit.is_plain().await;
        visit.misses_only_the_program().await;
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_data_is_newer_than_its_program_is_plain() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::StartOfAnotherSchema);
        visit.arrive("").await;
        visit.is_plain().await;
    })
    .await;
}

#[tokio::test]
async fn what_an_extension_puts_into_a_page_kills_no_link() {
    at_both(async |visit: Visit| {
        visit.runs_first(EXTENSION);
        for place in ["#app", "main", ".site-header", "nav ul", "footer", "body"] {
            println!("{place}");
            visit.arrive("").await;
            visit.client.execute("sessionStorage.place = arguments[0]", vec![place.into()]).await.expect("a page");
            visit.arrive("").await;
            visit.is("document.getElementById('extension') !== null", true).await;
            visit.is("performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))", true).await;
            visit.still().await;
            for (words, title) in [("Archive", "Archive"), ("Flour by its ash", "Flour by its ash")] {
                visit.click(words).await;
                visit.reads(title).await;
                visit.is("document.querySelectorAll('main, .site-header').length", 2).await;
            }
            visit.back().await;
            visit.reads("Archive").await;
            visit.is("document.title", "Archive · Crumb").await;
        }
        console::thrown(&visit.client).await;
    })
    .await;
}

#[tokio::test]
async fn a_program_that_breaks_on_the_way_lets_the_reader_arrive() {
    at_both(async |visit: Visit| {
        let drawing = format!("Object.defineProperty(document, 'title', {{ set: {TRAP} }})");
        let loading = format!("Object.defineProperty(Response.prototype, 'ok', {{ get: {TRAP} }})");
        for broken in [&loading, &drawing] {
            visit.open("").await;
            visit.mark().await;
            visit.client.execute(broken, vec![]).await.expect("a page to break");
            visit.click("Flour by its ash").await;
            visit.reads("Flour by its ash").await;
            visit.stands_at("posts/flour-by-its-ash/").await;
            visit.is("document.title", "Flour by its ash · Crumb").await;
            visit.started().await;
            assert_eq!(visit.get("window.mark === true").await, false, "the page itself was loaded");

            visit.mark().await;
            visit.follow("About").await;
            visit.same_document().await;
            visit.client.execute(&drawing, vec![]).await.expect("a page to break");
            visit.back().await;
            visit.reads("Flour by its ash").await;
            visit.is("document.title", "Flour by its ash · Crumb").await;
        }
        console::thrown(&visit.client).await;
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_program_broke_is_plain() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        let keys = format!("Object.defineProperty(KeyboardEvent.prototype, 'key', {{ get: {TRAP} }})");
        visit.client.execute(&keys, vec![]).await.expect("a page to break");
        visit.client.execute("dispatchEvent(new KeyboardEvent('keydown'))", vec![]).await.expect("a page to break");
        visit.is(&ready(), false).await;
        visit.is("getComputedStyle(document.querySelector('.tools')).visibility", "hidden").await;
        visit.same_document().await;
        visit.follow("A year of loaves").await;
        assert_eq!(visit.get("window.mark === true").await, false, "the page was loaded");
        visit.started().await;
        console::thrown(&visit.client).await;
    })
    .await;
}
