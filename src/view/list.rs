//! A list of posts, and the way to its other pages.

use leptos::prelude::*;

use super::{date, words::WORDS};
use crate::content::{List, Route, Site, Summary};

/// The posts, a line each: date, title, what it is about.
pub(super) fn posts(site: &Site, posts: &[Summary]) -> AnyView {
    let entry = |post: &Summary| {
        let href = Route::Post(post.slug.clone()).href(&site.base);
        let about = (!post.description.is_empty()).then(|| view! { <p>{post.description.clone()}</p> });
        let draft = post.draft.then(|| view! { <span class="draft">{WORDS.draft}</span> });
        view! {
            <li>
                {date::date(post.date)}
                <div>
                    <a href=href>{post.title.clone()}</a>
                    {draft}
                    {about}
                </div>
            </li>
        }
    };
    let entries = posts.iter().map(entry).collect_view();
    view! { <ol class="posts">{entries}</ol> }.into_any()
}

/// Links to the newer and the older posts, where the list has more than one page.
pub(super) fn pager(site: &Site, list: &List, route: impl Fn(u32) -> Route) -> AnyView {
    let link = |page: u32, rel: &'static str, word: &'static str| view! { <a rel=rel href=route(page).href(&site.base)>{word}</a> };
    let newer = (list.page > 1).then(|| link(list.page - 1, "prev", WORDS.newer));
    let older = (list.page < list.pages).then(|| link(list.page + 1, "next", WORDS.older));
    let pager = (list.pages > 1).then(|| view! { <nav class="pager" aria-label=WORDS.pages>{newer}{older}</nav> });
    pager.into_any()
}
