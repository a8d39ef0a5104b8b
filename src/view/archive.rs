//! All posts by year.

use leptos::prelude::*;

use super::{list, words::WORDS};
use crate::content::{Site, Summary};

pub(super) fn archive(site: &Site, posts: &[Summary]) -> AnyView {
    let year = |posts: &[Summary]| {
        let name = posts[0].date.year();
        view! {
            <section class="year">
                <h2>{name}</h2>
                {list::posts(site, posts)}
            </section>
        }
    };
    let years = posts.chunk_by(|a, b| a.date.year() == b.date.year()).map(year).collect_view();
    view! { <h1>{WORDS.archive}</h1>{years} }.into_any()
}
