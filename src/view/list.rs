//! Lists of posts, and links to their other pages.

use maud::{Markup, html};

use super::date;
use super::label::Label;
use crate::content::{List, Message, Messages, Route, Site, Summary, direction};

/// One line for each post: date in the format of a message, title, description.
pub(crate) fn posts(site: &Site, form: Message, posts: &[Summary]) -> Markup {
    html! {
        ol.posts {
            @for post in posts {
                li {
                    @let language = post.language.as_deref();
                    (date::date(&site.words, form, post.date, None))
                    div lang=[language] dir=[language.map(direction)] {
                        a href=(post.route.href(&site.base)) { (post.title) }
                        @if post.draft { " " (draft(&site.words)) }
                        @if !post.description.is_empty() { p { (post.description) } }
                    }
                }
            }
        }
    }
}

/// The posts, grouped by year.
pub(crate) fn years(site: &Site, all: &[Summary]) -> Markup {
    html! {
        @for year in all.chunk_by(|a, b| a.date.year() == b.date.year()) {
            section.year {
                h2 { (site.words.fill(Message::Year, &[("year", &u32::from(year[0].date.year()).to_string())])) }
                (posts(site, Message::Day, year))
            }
        }
    }
}

/// Links to newer and older posts, if the list has more than one page.
pub(crate) fn pager(site: &Site, list: &List, route: impl Fn(u32) -> Route) -> Markup {
    html! {
        @if list.pages > 1 {
            nav.pager aria-label=(Label(&site.words, Message::Pages)) {
                @if list.page > 1 { a rel="prev" href=(route(list.page - 1).href(&site.base)) { (Label(&site.words, Message::Newer)) } }
                @if list.page < list.pages { a rel="next" href=(route(list.page + 1).href(&site.base)) { (Label(&site.words, Message::Older)) } }
            }
        }
    }
}

/// Marks an unpublished post.
pub(crate) fn draft(words: &Messages) -> Markup {
    html! { span.draft { (Label(words, Message::Draft)) } }
}
