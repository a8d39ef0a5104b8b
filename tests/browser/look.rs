//! Queries and assertions of a visit. They wait for what is expected.

use std::time::{Duration, Instant};

use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::console;
use crate::visit::Visit;

/// How long to wait for an expected state: long, because a machine that runs the tests may have two processors and other
/// work.
pub(crate) const SOON: Duration = Duration::from_secs(30);

/// Waits until an expression in the browser's page has a value.
pub(crate) async fn becomes(client: &Client, expression: &str, expected: impl Into<Value>) {
    let (expected, start) = (expected.into(), Instant::now());
    loop {
        // Between two documents there is no page to query, and the error is not a result either.
        let found = client.execute(&format!("return ({expression})"), vec![]).await;
        let found = found.unwrap_or_else(|error| Value::String(error.to_string()));
        if found == expected {
            return;
        }
        if start.elapsed() > SOON {
            let page = client.current_url().await.map_or_else(|error| error.to_string(), String::from);
            panic!(
                "{expression}\n is {found}\n not {expected}\n at {page}\nerrors: {:#?}",
                console::errors(client).await
            );
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

impl Visit {
    /// The value of an expression in the page.
    pub(crate) async fn get(&self, expression: &str) -> Value {
        let value = self.client.execute(&format!("return ({expression})"), vec![]).await;
        value.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Waits until an expression in the page has a value.
    pub(crate) async fn is(&self, expression: &str, expected: impl Into<Value>) {
        becomes(&self.client, expression, expected).await;
    }

    /// Waits until the page with this heading is shown and has settled.
    pub(crate) async fn reads(&self, heading: &str) {
        self.is("document.querySelector('h1')?.textContent", heading).await;
        self.still().await;
    }

    /// Waits for two frames, after which a change has taken effect.
    pub(crate) async fn still(&self) {
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        let _ = self.client.execute_async(frames, vec![]).await;
    }

    /// Waits until all animations have ended.
    pub(crate) async fn at_rest(&self) {
        self.still().await;
        self.is("document.getAnimations().length", 0).await;
        self.still().await;
    }

    /// Waits until the browser has gone to the document at a path below the base.
    pub(crate) async fn comes_to(&self, path: &str) {
        let url = self.address(path).parse().expect("an address");
        self.client.wait().at_most(SOON).for_url(url).await.expect("the browser goes there");
    }

    /// Waits until the address, without the host, is this.
    pub(crate) async fn stands_at(&self, path: &str) {
        let address = "location.pathname + location.search + location.hash";
        self.is(address, format!("{}{path}", self.host.base)).await;
    }

    /// Waits until the scroll position is within 50 px of a height. A failure reports the position.
    pub(crate) async fn is_near(&self, height: f64) {
        self.is(&format!("Math.abs(scrollY - {height}) <= 50 || scrollY"), true).await;
    }

    /// Waits until the element with an id is at the top of the window, or as near to it as the page allows.
    pub(crate) async fn shows_at_top(&self, id: &str) {
        let top = format!("Math.round(document.getElementById('{id}').getBoundingClientRect().top)");
        let end = "scrollY + innerHeight >= document.documentElement.scrollHeight - 1";
        self.is(&format!("(({top} >= -1 && {top} <= 50) || ({end} && {top} < innerHeight)) || {top}"), true).await;
    }

    /// An attribute of the first element that matches a selector.
    pub(crate) async fn attribute(&self, selector: &str, name: &str) -> String {
        let element = self.client.find(Locator::Css(selector)).await.unwrap_or_else(|_| panic!("a {selector}"));
        element.attr(name).await.ok().flatten().unwrap_or_else(|| panic!("{selector} has a {name}"))
    }

    /// The visible text of an element.
    pub(crate) async fn text(&self, selector: &str) -> String {
        let start = Instant::now();
        loop {
            let element = self.client.find(Locator::Css(selector)).await.unwrap_or_else(|_| panic!("a {selector}"));
            match element.text().await {
                Ok(text) => return text,
                // The element belonged to the page that is being left.
                Err(error) => assert!(error.is_stale_element_reference() && start.elapsed() < SOON, "{error}"),
            }
        }
    }

    /// Whether a selector matches anything.
    pub(crate) async fn has(&self, selector: &str) -> bool {
        self.client.find(Locator::Css(selector)).await.is_ok()
    }

    /// Waits until the host has received a request for a path.
    pub(crate) async fn is_asked_for(&self, path: &str) {
        let start = Instant::now();
        while self.host.asked(path).0 == 0 {
            assert!(start.elapsed() < SOON, "nobody asked for {path}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Asserts that nothing was thrown, except for the start of a missing program.
    pub(crate) async fn misses_only_the_program(&self) {
        let thrown = console::thrown(&self.client).await;
        assert!(thrown.iter().all(|message| message.contains("_bg.wasm")), "only the program is missed: {thrown:#?}");
    }

    /// Marks the document: the mark is lost when another one loads.
    pub(crate) async fn mark(&self) {
        self.client.execute("window.mark = true", vec![]).await.expect("a page to mark");
    }

    /// Asserts that the document is still the marked one.
    pub(crate) async fn same_document(&self) {
        assert_eq!(self.get("window.mark === true").await, true, "no document was loaded");
    }
}
