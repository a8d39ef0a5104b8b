//! The frame that stays while pages come and go: header, main, footer.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::Router;

use super::panel;
use crate::content::{Link, Route, Site, Word};

/// The `id` of the element a page is drawn in, and that takes the focus after a navigation.
pub const MAIN: &str = "main";
/// The `id` of the element that tells a screen reader where it is.
pub const ANNOUNCER: &str = "announcer";

/// The page on show.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Which page it is.
    pub route: Route,
    /// Its HTML; `None` for the page that the document came with, which is in place already.
    pub html: Option<Arc<str>>,
}

/// The whole app. `begin` runs once, inside the router.
///
/// The router keeps the address and its history. It has no table of its own: [`Route::parse`] is the only one,
/// and a wildcard under `<FlatRoutes>` would bring 18 kB (gzip) of code that matches nothing.
#[component]
pub fn App(
    /// The site.
    site: Arc<Site>,
    /// The page on show.
    shown: RwSignal<Shown>,
    /// What to do once the router is there.
    begin: fn(),
) -> impl IntoView {
    view! {
        <Router>
            {begin()}
            <a class="skip" href="#main">{site.words.get(Word::Skip).to_owned()}</a>
            {header(Arc::clone(&site), shown)}
            <main id=MAIN tabindex="-1" inner_html=move || shown.read().html.clone()></main>
            {footer(&site)}
            <p id=ANNOUNCER class="unseen" aria-live="polite"></p>
        </Router>
    }
}

/// The name of the site and the navigation, with the page on show marked.
fn header(site: Arc<Site>, shown: RwSignal<Shown>) -> impl IntoView {
    let here = move |path: &str| (shown.read().route.href("") == path).then_some("page");
    let entry = |link: &Link| {
        let path = link.url.clone();
        view! { <li><a href=site.href(link) aria-current=move || here(&path)>{link.name.clone()}</a></li> }
    };
    let links = site.navigation.iter().map(entry).collect_view();
    view! {
        <header class="site-header"><div class="bar">
            <a class="brand" href=site.base.clone() aria-current=move || here("")>{site.title.clone()}</a>
            <nav aria-label=site.words.get(Word::Navigation).to_owned()>
                <ul>{links}</ul>
            </nav>
            <div class="tools" inner_html=panel::buttons(&site.words)></div>
        </div></header>
    }
}

/// Who wrote it, and where else to find them.
fn footer(site: &Site) -> impl IntoView + use<> {
    let entry = |link: &Link| view! { <li><a class="u-url" rel="me" href=site.href(link)>{link.name.clone()}</a></li> };
    view! {
        <footer class="site-footer"><div class="bar h-card">
            <p class="p-name">{site.author.name.clone()}</p>
            <ul>{site.author.links.iter().map(entry).collect_view()}</ul>
        </div></footer>
    }
}
