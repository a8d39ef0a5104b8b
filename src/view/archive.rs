//! All posts by year.

use maud::{Markup, html};

use super::{list, words::WORDS};
use crate::content::{Site, Summary};

pub(super) fn archive(site: &Site, posts: &[Summary]) -> Markup {
    html! {
        h1 { (WORDS.archive) }
        @for year in posts.chunk_by(|a, b| a.date.year() == b.date.year()) {
            section.year {
                h2 { (year[0].date.year()) }
                (list::posts(site, year))
            }
        }
    }
}
