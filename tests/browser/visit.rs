//! The actions of a visit. Assertions are in `look`.

use std::time::Instant;

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, Locator};
use personal_page::view::Action;
use personal_page::view::contract::attributes::READY;
use personal_page::view::contract::storage;
use serde_json::json;

use crate::console;
use crate::driver::{Scripts, with_browser};
use crate::engine::Engine;
use crate::host::Host;
use crate::look::SOON;

/// Asks the page whether the program has taken over.
pub(crate) fn ready() -> String {
    format!("document.documentElement.hasAttribute('{READY}')")
}

/// The key of what the page stores under a name.
pub(crate) fn key(name: &str) -> String {
    format!("`{}`", storage::key("${document.documentElement.dataset.base}", name))
}

/// Asks the page what is stored under a name.
pub(crate) fn stored(name: &str) -> String {
    format!("localStorage.getItem({})", key(name))
}

/// A browser on a site.
pub(crate) struct Visit {
    pub(crate) client: Client,
    pub(crate) host: Host,
}

/// Runs a test on a site at `/`, and then on one under `/repo/`, in the same browser. In engines other than Chromium,
/// only the latter.
pub(crate) async fn at_both<F>(test: impl Fn(Visit) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    in_browser(Scripts::On, "site", &["/", "/repo/"], test).await;
}

/// Runs a test on a site at `/` only, if the base does not matter to it.
pub(crate) async fn at_root<F>(test: impl Fn(Visit) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    in_browser(Scripts::On, "site", &["/"], test).await;
}

/// Like [`at_root`], with another fixture.
pub(crate) async fn at_root_of<F>(fixture: &'static str, test: impl Fn(Visit) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    in_browser(Scripts::On, fixture, &["/"], test).await;
}

/// Like [`at_both`], in a browser with JavaScript disabled.
pub(crate) async fn at_both_without_scripts<F>(test: impl Fn(Visit) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    in_browser(Scripts::Off, "site", &["/", "/repo/"], test).await;
}

async fn in_browser<F>(
    scripts: Scripts,
    fixture: &'static str,
    bases: &'static [&'static str],
    test: impl Fn(Visit) -> F + Send + 'static,
) where
    F: Future<Output = ()> + Send + 'static,
{
    with_browser(scripts, |client| async move {
        // The base has the same effect in every engine.
        let bases = if Engine::tested() == Engine::Chromium { bases } else { &bases[bases.len() - 1..] };
        for base in bases {
            let visit = Visit { client: client.clone(), host: Host::start_with(fixture, base).await };
            println!("at {}{base}", visit.host.origin);
            if Engine::tested() != Engine::Chromium {
                visit.runs_first(console::NOTE);
            }
            test(visit).await;
            if scripts == Scripts::Off {
                continue;
            }
            assert_eq!(console::thrown(&client).await, Vec::<String>::new(), "nothing was thrown");
        }
    })
    .await;
}

impl Visit {
    /// The full URL of a path below the base.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{}{path}", self.host.origin, self.host.base)
    }

    /// Opens a page as a link from another site does, and does not wait for the program.
    pub(crate) async fn arrive(&self, path: &str) {
        self.client.goto(&self.address(path)).await.expect("the browser goes where it is told");
    }

    /// Opens a page, and waits until it is hydrated.
    pub(crate) async fn open(&self, path: &str) {
        self.arrive(path).await;
        self.started().await;
    }

    /// Waits until the page is hydrated.
    pub(crate) async fn started(&self) {
        self.is(&ready(), true).await;
    }

    /// Sets the width of the window in CSS pixels, with a height to read in. Only Chromium's window can be as narrow
    /// as a phone: others stop at about 450.
    pub(crate) async fn is_wide(&self, width: u32) {
        match Engine::tested() {
            Engine::Chromium => {
                let screen = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
            }
            Engine::Firefox | Engine::WebKit => {
                self.client.set_window_size(width, 800).await.expect("a window has a size");
                // The page is notified later.
                let still = "Promise.all([innerWidth, new Promise((done) => setTimeout(done, 200))])
                    .then(([width]) => width === innerWidth)";
                self.is(still, true).await;
            }
        }
    }

    /// The link with this text, if possible in the article.
    pub(crate) async fn link(&self, words: &str) -> Element {
        // XPath has no escape for quotation marks.
        let quoted = if words.contains('"') { format!("'{words}'") } else { format!("\"{words}\"") };
        let path = |within: &str| format!("//{within}//a[normalize-space()={quoted}]");
        match self.client.find(Locator::XPath(&path("main"))).await {
            Ok(link) => link,
            Err(_) => self.client.find(Locator::XPath(&path("body"))).await.expect("a link of these words"),
        }
    }

    /// Clicks on a link.
    pub(crate) async fn click(&self, words: &str) {
        self.link(words).await.click().await.expect("the link can be clicked");
    }

    /// Moves the focus to a link, which loads its page and lays it out.
    pub(crate) async fn focuses(&self, words: &str) {
        let link = serde_json::to_value(self.link(words).await).expect("an element has a name");
        self.client.execute("arguments[0].focus()", vec![link]).await.expect("the link takes the focus");
    }

    /// Moves the pointer to the middle of an element that matches a selector.
    pub(crate) async fn hovers(&self, selector: &str) {
        let element = self.client.find(Locator::Css(selector)).await.unwrap_or_else(|_| panic!("a {selector}"));
        let shown = serde_json::to_value(&element).expect("an element has a name");
        let scroll = "arguments[0].scrollIntoView({ block: 'nearest' })";
        self.client.execute(scroll, vec![shown]).await.expect("the element can be seen");
        let to = PointerAction::MoveToElement { element, duration: None, x: 0, y: 0 };
        self.client.perform_actions(MouseActions::new("mouse".into()).then(to)).await.expect("the pointer moves");
    }

    /// Presses a key where the focus is.
    pub(crate) async fn presses(&self, key: Key) {
        let value = key.into();
        let press = KeyActions::new("keys".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(press).await.expect("a key");
    }

    /// Clicks on the element that matches a selector, and on the one in its place if it is replaced meanwhile.
    pub(crate) async fn press(&self, selector: &str) {
        let start = Instant::now();
        loop {
            let element = self.client.find(Locator::Css(selector)).await.unwrap_or_else(|_| panic!("a {selector}"));
            match element.click().await {
                Err(error) if error.is_stale_element_reference() && start.elapsed() < SOON => {}
                clicked => return clicked.expect("it can be clicked"),
            }
        }
    }

    /// Clicks on the button of an action.
    pub(crate) async fn acts(&self, action: Action) {
        self.press(action.selector()).await;
    }

    /// Clicks on the title of a post, and waits until the post is shown.
    pub(crate) async fn follow(&self, title: &str) {
        self.click(title).await;
        self.reads(title).await;
    }

    /// Opens the home page, and clicks on a post, which the browser then loads as a document.
    pub(crate) async fn loads_a_post_that_is_clicked(&self) {
        self.open("").await;
        self.mark().await;
        self.follow("A year of loaves").await;
        self.is("window.mark === true", false).await;
        self.stands_at("posts/a-year-of-loaves/").await;
        self.started().await;
    }

    /// Clicks on a link, and waits for a page whose heading differs from the link's text.
    pub(crate) async fn follow_to(&self, words: &str, heading: &str) {
        self.click(words).await;
        self.reads(heading).await;
    }

    /// Scrolls a link to the middle of the window, and returns the height. A click then scrolls no further.
    pub(crate) async fn scrolls_to(&self, words: &str) -> f64 {
        let link = serde_json::to_value(self.link(words).await).expect("an element has a name");
        let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
        self.client.execute(scroll, vec![link]).await.expect("the link can be seen");
        self.still().await;
        self.get("scrollY").await.as_f64().expect("a height")
    }

    /// Adds a link at the end of the document, in place of the last one added.
    pub(crate) async fn adds_link(&self, words: &str, address: &str) {
        let add = "document.getElementById('added')?.remove(); const link = document.createElement('a');
            [link.id, link.textContent, link.href] = ['added', ...arguments]; document.body.append(link)";
        self.client.execute(add, vec![words.into(), address.into()]).await.expect("a page to add to");
    }

    /// Presses Back.
    pub(crate) async fn back(&self) {
        self.client.back().await.expect("there is a way back");
    }

    /// Presses Forward.
    pub(crate) async fn forward(&self) {
        self.client.forward().await.expect("there is a way forward");
    }

    /// Waits for other tabs, and closes them.
    pub(crate) async fn closes_other_tabs(&self, page: &WindowHandle, count: usize) {
        let start = Instant::now();
        let mut others = Vec::new();
        while others.len() < count {
            assert!(start.elapsed() < SOON, "no new tab was opened");
            others = self.client.windows().await.expect("the tabs");
            others.retain(|tab| tab != page);
        }
        for tab in others {
            self.client.switch_to_window(tab).await.expect("the other tab");
            self.client.close_window().await.expect("the other tab closes");
        }
        self.client.switch_to_window(page.clone()).await.expect("the page is still open");
    }
}
