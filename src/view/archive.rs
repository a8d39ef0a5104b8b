//! The page of all posts by year.

use maud::{Markup, html};

use super::label::Label;
use super::list;
use crate::content::{List, Message, Route, Site};

pub(super) fn archive(site: &Site, posts: &List) -> Markup {
    html! {
        h1 { (Label(&site.words, Message::Archive)) }
        (list::years(site, &posts.posts))
        (list::pager(site, posts, Route::Archive))
    }
}
