//! The title of a post moves from the list to the post and back, unless the reader prefers reduced motion.

use crate::visit::{Visit, at_both, at_root};

/// The running animations of the page that is shown: that of a page which was left is held, and the page may be staged.
const MOVES: &str = "document.getAnimations().map(({ effect }) => effect.target)\
    .filter((title) => !title.closest('[data-staged]')).map((title) => title.textContent).join()";

/// Pauses the animations, so that they can be inspected.
const HOLD: &str = "{
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...how) {
        const animation = animate.apply(this, how);
        animation.pause();
        return animation;
    };
}";

#[tokio::test]
async fn the_title_moves_from_the_list_to_the_post_and_back() {
    at_both(async |visit: Visit| {
        visit.runs_first(HOLD);
        visit.open("").await;
        visit.follow("A year of loaves").await;
        visit.is(MOVES, "A year of loaves").await;
        visit.is("document.querySelector('h1').getBoundingClientRect().top > 100", true).await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.is(MOVES, "A year of loaves").await;
        visit.follow("The whole pantry").await;
        visit.is(MOVES, "The whole pantry").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_where_there_is_no_title_to_follow() {
    at_root(async |visit: Visit| {
        visit.runs_first(HOLD);
        visit.open("posts/a-year-of-loaves/").await;
        visit.scrolls_to("counting loaves").await;
        visit.click("counting loaves").await;
        visit.reads("Counting loaves in C++ and Rust").await;
        visit.is(MOVES, "").await;
        visit.back().await;
        visit.reads("A year of loaves").await;
        visit.is(MOVES, "").await;
        visit.click("Archive").await;
        visit.reads("Archive").await;
        visit.is(MOVES, "").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_for_a_reader_who_wants_it_still() {
    at_root(async |visit: Visit| {
        visit.runs_first(HOLD);
        visit.wants_it_still().await;
        visit.open("").await;
        visit.follow("A year of loaves").await;
        visit.is(MOVES, "").await;
    })
    .await;
}
