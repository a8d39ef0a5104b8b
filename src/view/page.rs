//! The content of `<main>`.

use super::{archive, article, error_pages, home, tags};
use crate::content::{Content, Page, Site};

/// Renders a page as HTML.
#[must_use]
pub fn page(site: &Site, page: &Page) -> String {
    let markup = match &page.content {
        Content::Html(html) => return html.clone(),
        Content::Home(pinned, list) => home::home(site, pinned, list),
        Content::Archive(posts) => archive::archive(site, posts),
        Content::Tags(tags) => tags::index(site, tags),
        Content::Tag(tag, list) => tags::tag(site, tag, list),
        Content::Article(article) => article::article(site, page, article),
        Content::NotFound => error_pages::not_found(site),
    };
    markup.into_string()
}
