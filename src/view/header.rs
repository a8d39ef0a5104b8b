//! The head of every page: a way past it, the name of the site, the navigation.

use leptos::prelude::*;

use super::words::WORDS;
use crate::content::{Link, Route, Site};

pub(super) fn header(site: &Site, route: &Route) -> impl IntoView + use<> {
    let current = route.href("");
    let home = matches!(route, Route::Home(1));
    let entry = |link: &Link| {
        let here = (link.url == current).then_some("page");
        view! { <li><a href=site.href(link) aria-current=here>{link.name.clone()}</a></li> }
    };
    let links = site.navigation.iter().map(entry).collect_view();
    view! {
        <a class="skip" href="#main">{WORDS.skip}</a>
        <header class="site-header">
            <a class="brand" href=site.base.clone() aria-current=home.then_some("page")>{site.title.clone()}</a>
            <nav aria-label=WORDS.navigation>
                <ul>{links}</ul>
            </nav>
        </header>
    }
}
