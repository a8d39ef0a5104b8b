//! The foot of every page: who wrote it, and where else to find them.

use leptos::prelude::*;

use crate::content::{Link, Site};

pub(super) fn footer(site: &Site) -> impl IntoView + use<> {
    view! {
        <footer class="site-footer">
            <p>{site.author.name.clone()}</p>
            <ul>{links(site, &site.author.links)}</ul>
        </footer>
    }
}

/// The links of a person, marked as theirs.
pub(super) fn links(site: &Site, links: &[Link]) -> AnyView {
    let entry = |link: &Link| view! { <li><a rel="me" href=site.href(link)>{link.name.clone()}</a></li> };
    links.iter().map(entry).collect_view().into_any()
}
