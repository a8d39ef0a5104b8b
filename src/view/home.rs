//! The homepage: who this is, then the writing.

use leptos::prelude::*;

use super::{list, words::WORDS};
use crate::content::{List, Route, Site};

pub(super) fn home(site: &Site, posts: &List) -> AnyView {
    let bio = (posts.page == 1 && !site.author.bio.is_empty()).then(|| view! { <p>{site.author.bio.clone()}</p> });
    let empty = posts.posts.is_empty().then(|| view! { <p>{WORDS.no_posts}</p> });
    view! {
        <div class="intro">
            <h1>{site.title.clone()}</h1>
            {bio}
        </div>
        <section aria-label=WORDS.posts>{empty}{list::posts(site, &posts.posts)}</section>
        {list::pager(site, posts, Route::Home)}
    }
    .into_any()
}
