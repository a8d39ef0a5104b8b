//! All posts by year.

use maud::{Markup, html};

use super::label::Say;
use super::list;
use crate::content::{List, Route, Site, Word};

pub(super) fn archive(site: &Site, posts: &List) -> Markup {
    html! {
        h1 { (Say(&site.words, Word::Archive)) }
        (list::years(site, &posts.posts))
        (list::pager(site, posts, Route::Archive))
    }
}
