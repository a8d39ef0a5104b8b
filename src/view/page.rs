//! The content of `<main>`.

use super::{archive, article, error_pages, home, terms};
use crate::content::{Content, Message, Page, Route, Site};

/// Renders a page as HTML.
#[must_use]
pub fn page(site: &Site, page: &Page) -> String {
    let markup = match &page.content {
        Content::Html(html) => return html.clone(),
        Content::Home(pinned, list) => home::home(site, pinned, list),
        Content::Archive(posts) => archive::archive(site, posts),
        Content::Tags(tags) => terms::index(site, Message::Tags, tags, terms::tag),
        Content::Tag(tag, list) => {
            terms::term(site, Message::Tagged, &tag.name, list, |page| Route::Tag(tag.slug.clone(), page))
        }
        Content::Article(article) => article::article(site, page, article),
        Content::NotFound => error_pages::not_found(site),
    };
    markup.into_string()
}
