//! Breadcrumbs: the way from the homepage to a text.

use maud::{Markup, html};

use crate::bundle::input::post::Post;
use crate::content::{Message, Route, Site};

/// The way to a text, as the structured data of its page has it.
pub(super) fn trail(site: &Site, post: &Post) -> Markup {
    let steps = std::iter::once((site.title.as_str(), Route::Home(1))).chain(list(site, post));
    html! {
        nav.breadcrumbs aria-label=(site.words.get(Message::Breadcrumbs)) {
            ol {
                @for (name, route) in steps { li { a href=(route.href(&site.base)) { (name) } } }
                li aria-current="page" { (post.title) }
            }
        }
    }
}

/// The list that a text is in, with its name. A page of its own is in none.
pub(crate) fn list<'a>(site: &'a Site, post: &'a Post) -> Option<(&'a str, Route)> {
    match &post.collection {
        Some(collection) => Some((&collection.name, collection.page(1)?)),
        None => (!post.is_page()).then(|| (site.words.get(Message::Archive), Route::Archive(1))),
    }
}
