//! What stands above the title of a text: the way to it, and the page elsewhere that it is about.

use maud::{Markup, html};

use super::breadcrumbs;
use crate::bundle::input::post::Post;
use crate::content::Site;

/// The HTML; `None` if there is nothing. A title that a text does not have is hidden by what is above it.
pub(super) fn html(site: &Site, post: &Post, with_breadcrumbs: bool) -> Option<String> {
    let way = if with_breadcrumbs { Some(breadcrumbs::trail(site, post)) } else { collection(site, post) };
    let parts = [way, post.link.as_deref().map(elsewhere)];
    let above: String = parts.into_iter().flatten().map(Markup::into_string).collect();
    let above = if post.untitled { format!("<div class=\"untitled\">{above}</div>") } else { above };
    Some(above).filter(|above| !above.is_empty())
}

/// The collection of a text.
fn collection(site: &Site, post: &Post) -> Option<Markup> {
    let (name, route) = post.collection.as_ref().and_then(|_| breadcrumbs::list(site, post))?;
    Some(html! { p.kicker { a href=(route.href(&site.base)) { (name) } } })
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
