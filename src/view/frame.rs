//! The frame around all pages: header, main, footer. It stays during navigation.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::Router;
use maud::{PreEscaped, html};

use super::contract::ids::{ANNOUNCER, MAIN};
use super::label::Label;
use super::settings;
use crate::content::{FEED, Link, Message, Route, Site};

/// The feed icon: a dot and waves.
const WAVES: &str = r#"<circle cx="4" cy="12" r="1.6" fill="currentColor" stroke="none"/><path d="M3 7.4A5.6 5.6 0 0 1 8.6 13M3 3a10 10 0 0 1 10 10"/>"#;

/// The element of a page inside `<main>`. A navigation replaces it as a whole.
#[must_use]
pub fn page_element(html: &str) -> String {
    ["<div class=\"page\">", html, "</div>"].concat()
}

/// The whole app. `begin` runs once, inside the router.
///
/// The router keeps the address and the history. It has no routes: [`Route::parse`] is the only table, and a wildcard
/// under `<FlatRoutes>` would add 18 kB (gzip) of unused matching code.
#[component]
pub fn App(
    /// The site.
    site: Arc<Site>,
    /// The route of the page that is shown.
    route: RwSignal<Route>,
    /// The element of the page; `None` in the browser, where it is in the document.
    page: Option<String>,
    /// Called once the router exists.
    begin: fn(),
) -> impl IntoView {
    view! {
        <Router>
            {begin()}
            <a class="skip" href="#main">{site.words.get(Message::Skip).to_owned()}</a>
            {header(Arc::clone(&site), route)}
            <main id=MAIN tabindex="-1" inner_html=page></main>
            <footer class="site-footer" inner_html=footer(&site)></footer>
            <p id=ANNOUNCER class="unseen" aria-live="polite"></p>
        </Router>
    }
}

/// The name of the site and the navigation, with the current page marked.
fn header(site: Arc<Site>, route: RwSignal<Route>) -> impl IntoView {
    let here = move |path: &str| (route.read().href("") == path).then_some("page");
    let entry = |link: &Link| {
        let path = link.url.clone();
        view! { <li><a href=site.href(link) aria-current=move || here(&path)>{link.name.clone()}</a></li> }
    };
    let links = site.navigation.iter().map(entry).collect_view();
    view! {
        <header class="site-header"><div class="bar">
            <a class="brand" href=site.base.clone() aria-current=move || here("")>{site.title.clone()}</a>
            <nav aria-label=site.words.get(Message::Navigation).to_owned()>
                <ul>{links}</ul>
            </nav>
            <div class="tools" inner_html=settings::buttons(&site.words)></div>
        </div></header>
    }
}

/// The author, links to profiles, and the feed. A string, as it never changes: hydrating it would need more code.
fn footer(site: &Site) -> String {
    let footer = html! {
        div.bar.h-card {
            p.p-name { (site.author.name) }
            ul {
                @for link in &site.author.links { li { a.u-url rel="me" href=(site.href(link)) { (link.name) } } }
                li {
                    a.feed rel="external" type=(FEED.1) href={ (site.base) (FEED.0) } {
                        svg viewBox="0 0 16 16" aria-hidden="true" { (PreEscaped(WAVES)) }
                        (Label(&site.words, Message::FeedLink))
                    }
                }
            }
        }
    };
    footer.into_string()
}
