//! Posts about a page elsewhere (`link`): in lists, their titles lead there, and a sign beside leads to the post.
//!
//! The readers' program draws lists without such posts. A list that has some is sent as HTML.

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::bundle::escape::escape;
use crate::bundle::library::Library;
use crate::content::{Content, Message, Page, Site};
use crate::view;

/// The sign of the link to the post.
pub(crate) const SIGN: &str = "∞";

/// A page, with the titles of link posts in its list as links to what they are about.
pub(crate) fn lead_elsewhere(site: &Site, library: &Library, page: Page) -> Page {
    if library.index.links.is_empty() || !has_some(library, &page) {
        return page;
    }
    let html = view::page(site, &page);
    Page { content: Content::Html(rewritten(site, library, &html).unwrap_or(html)), ..page }
}

/// Whether a page may have link posts in its list.
fn has_some(library: &Library, page: &Page) -> bool {
    let (pinned, posts) = match &page.content {
        Content::Home(pinned, list) => (&pinned[..], &list.posts),
        Content::Archive(list) | Content::Tag(_, list) => (&[][..], &list.posts),
        Content::Html(_) => return true,
        Content::Tags(_) | Content::Article(_) | Content::NotFound => return false,
    };
    let is_link = |route| library.entry(route).is_some_and(|(post, _)| post.link.is_some());
    pinned.iter().chain(posts).any(|post| is_link(&post.route))
}

fn rewritten(site: &Site, library: &Library, html: &str) -> Option<String> {
    let label = escape(site.words.get(Message::Permalink));
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(".posts a[href]", |title| {
        let own = title.get_attribute("href").unwrap_or_default();
        if let Some(link) = library.index.links.get(&own) {
            title.set_attribute("href", &escape(link))?;
            title.set_attribute("rel", "external")?;
            let sign = format!(" <a class=\"permalink\" href=\"{}\" aria-label=\"{label}\">{SIGN}</a>", escape(&own));
            title.after(&sign, ContentType::Html);
        }
        Ok(())
    }));
    rewrite_str(html, settings).ok()
}
