//! What stands above the title of a text: the way to it, its categories, and the page elsewhere that it is about.

use maud::{Markup, html};

use super::breadcrumbs;
use crate::bundle::input::post::Post;
use crate::bundle::taxonomy::Taxonomy;
use crate::content::Site;
use crate::view::terms;

/// The HTML; `None` if there is nothing. A title that a text does not have is hidden by what is above it.
pub(super) fn html(site: &Site, post: &Post, with_breadcrumbs: bool) -> Option<String> {
    let way = if with_breadcrumbs { Some(breadcrumbs::trail(site, post)) } else { collection(site, post) };
    let parts = [way, categories(site, post), post.link.as_deref().map(elsewhere)];
    let above: String = parts.into_iter().flatten().map(Markup::into_string).collect();
    let above = if post.untitled { format!("<div class=\"untitled\">{above}</div>") } else { above };
    Some(above).filter(|above| !above.is_empty())
}

/// The collection of a text.
fn collection(site: &Site, post: &Post) -> Option<Markup> {
    let (name, route) = post.collection.as_ref().and_then(|_| breadcrumbs::list(site, post))?;
    Some(html! { p.kicker { a href=(route.href(&site.base)) { (name) } } })
}

/// The categories of a text. A text that is in no list may be alone in its category, which then has no page.
fn categories(site: &Site, post: &Post) -> Option<Markup> {
    let (taxonomy, is_listed) = (Taxonomy::Categories, post.is_listed());
    let categories = Some(post.terms(taxonomy)).filter(|categories| !categories.is_empty())?;
    Some(html! {
        p.kicker {
            @for (index, term) in categories.iter().enumerate() {
                @if index > 0 { " · " }
                @if is_listed { (terms::link(site, &term.name, &taxonomy.route(&term.slug, 1))) } @else { (term.name) }
            }
        }
    })
}

fn elsewhere(link: &str) -> Markup {
    html! { p.elsewhere { a.u-bookmark-of rel="external" href=(link) { (host(link)) } } }
}

/// The host of an address.
pub(crate) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
