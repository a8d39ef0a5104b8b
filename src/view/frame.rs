//! The frame that stays while pages come and go: header, main, footer.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::WildcardSegment;
use leptos_router::components::{FlatRoutes, Route, Router};

use super::{archive, article, footer, header, home, notice, tags};
use crate::content::{Content, Page, Site};

/// The `id` of the element a page is drawn in, and that takes the focus after a navigation.
pub const MAIN: &str = "main";
/// The `id` of the element that holds the rendered text of an article.
pub const TEXT: &str = "text";

/// The whole app. `page` is what it shows; `begin` runs once, inside the router.
///
/// One wildcard feeds the router, because [`Route::parse`](crate::content::Route::parse) is the only table of addresses.
#[component]
pub fn App(site: Arc<Site>, #[prop(into)] page: Signal<Arc<Page>>, begin: fn()) -> impl IntoView {
    view! {
        <Router>
            <Frame site page begin />
        </Router>
    }
}

#[component]
fn Frame(site: Arc<Site>, page: Signal<Arc<Page>>, begin: fn()) -> impl IntoView {
    begin();
    let main = {
        let site = Arc::clone(&site);
        move || {
            let site = Arc::clone(&site);
            move || content(&site, &page.read())
        }
    };
    let head = {
        let site = Arc::clone(&site);
        move || header::header(&site, &page.read().route)
    };
    view! {
        {head}
        <main id=MAIN tabindex="-1">
            <FlatRoutes fallback=|| ()>
                <Route path=WildcardSegment("path") view=main />
            </FlatRoutes>
        </main>
        {footer::footer(&site)}
        <p id="announcer" class="unseen" aria-live="polite"></p>
    }
}

/// What a page shows inside `<main>`.
fn content(site: &Site, page: &Page) -> AnyView {
    match &page.content {
        Content::Home(list) => home::home(site, list),
        Content::Archive(posts) => archive::archive(site, posts),
        Content::Tags(tags) => tags::index(site, tags),
        Content::Tag(tag, list) => tags::tag(site, tag, list),
        Content::Article(article) => article::article(site, page, article),
        Content::NotFound => notice::not_found(site),
        Content::Unreachable => notice::unreachable(site, &page.route),
    }
}
