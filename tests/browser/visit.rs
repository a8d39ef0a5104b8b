//! A reader's visit, in sentences: what is done. What is seen stands in `look`.

use std::time::Instant;

use fantoccini::elements::Element;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, Locator};
use serde_json::json;

use crate::console;
use crate::driver::{Scripts, with_browser};
use crate::engine::Engine;
use crate::host::Host;
use crate::look::SOON;

/// A browser on a site.
pub(crate) struct Visit {
    pub(crate) client: Client,
    pub(crate) host: Host,
}

/// Runs a test on a site at `/`, and then on one under `/repo/`, one after the other in the same browser. In other engines
/// than Chromium it is only the latter.
pub(crate) async fn at_both<F>(test: impl Fn(Visit) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    in_browser(Scripts::On, "site", &["/", "/repo/"], test).await;
}

/// Runs a test on a site at `/` alone: one of what the base has no part in.
pub(crate) async fn at_root<F>(test: impl Fn(Visit) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    in_browser(Scripts::On, "site", &["/"], test).await;
}

/// The same on another fixture.
pub(crate) async fn at_root_of<F>(fixture: &'static str, test: impl Fn(Visit) -> F + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    in_browser(Scripts::On, fixture, &["/"], test).await;
}

/// The same in a browser that runs no scripts of pages.
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
        // What the base changes, it changes alike in every engine.
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
    /// The full address of a path below the base.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{}{path}", self.host.origin, self.host.base)
    }

    /// Opens a page as a link from elsewhere does, and does not wait for the program.
    pub(crate) async fn arrive(&self, path: &str) {
        self.client.goto(&self.address(path)).await.expect("the browser goes where it is told");
    }

    /// Opens a page, and waits until the program has taken it over.
    pub(crate) async fn open(&self, path: &str) {
        self.arrive(path).await;
        self.started().await;
    }

    /// Waits until the program has taken the page over.
    pub(crate) async fn started(&self) {
        self.is("document.documentElement.hasAttribute('data-ready')", true).await;
    }

    /// Makes the window so many CSS pixels wide, and high enough to read in. Only Chromium's can be as narrow as a phone:
    /// the others stop at about 450.
    pub(crate) async fn is_wide(&self, width: u32) {
        match Engine::tested() {
            Engine::Chromium => {
                let screen = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
            }
            Engine::Firefox | Engine::WebKit => {
                self.client.set_window_size(width, 800).await.expect("a window has a size");
                // The page learns of it later.
                let still = "Promise.all([innerWidth, new Promise((done) => setTimeout(done, 200))])
                    .then(([width]) => width === innerWidth)";
                self.is(still, true).await;
            }
        }
    }

    /// A link by its words, in the text if it is there.
    pub(crate) async fn link(&self, words: &str) -> Element {
        // XPath has no way to escape a quotation mark.
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

    /// Clicks on what a selector finds.
    pub(crate) async fn press(&self, selector: &str) {
        let element = self.client.find(Locator::Css(selector)).await.unwrap_or_else(|_| panic!("a {selector}"));
        element.click().await.expect("it can be clicked");
    }

    /// Clicks on the title of a post, and waits until it can be read.
    pub(crate) async fn follow(&self, title: &str) {
        self.click(title).await;
        self.reads(title).await;
    }

    /// Clicks on a link, and waits until another heading can be read than its words.
    pub(crate) async fn follow_to(&self, words: &str, heading: &str) {
        self.click(words).await;
        self.reads(heading).await;
    }

    /// Scrolls until a link is in the middle of the window, and says how far that is. A click then scrolls no further.
    pub(crate) async fn scrolls_to(&self, words: &str) -> f64 {
        let link = serde_json::to_value(self.link(words).await).expect("an element has a name");
        let scroll = "arguments[0].scrollIntoView({ block: 'center' })";
        self.client.execute(scroll, vec![link]).await.expect("the link can be seen");
        self.still().await;
        self.get("scrollY").await.as_f64().expect("a height")
    }

    /// Puts a link at the end of the document, in place of the one put there before.
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
