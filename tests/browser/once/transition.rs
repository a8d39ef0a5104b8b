//! The title of a post moves from the list to the post and back, for readers who like motion.

use crate::visit::{Visit, at_both, at_root};

/// Notes of each transition whether it was shown. Once a document, however often it is put in.
const WATCH: &str = "
    window.moves ??= ((start) => {
        Document.prototype.startViewTransition = function (change) {
            const transition = start.call(this, change);
            transition.ready.then(() => moves.push('shown'), (error) => moves.push(error.name));
            return transition;
        };
        return [];
    })(Document.prototype.startViewTransition);
";

#[tokio::test]
async fn the_title_moves_from_the_list_to_the_post_and_back() {
    at_both(async |visit: Visit| {
        visit.runs_first(WATCH);
        visit.open("").await;
        visit.follow("A year of loaves").await;
        visit.is("moves.join()", "shown").await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.is("moves.join()", "shown,shown").await;
        // The mark of the one that came back is not in the way of the next.
        visit.follow("The whole pantry").await;
        visit.is("moves.join()", "shown,shown,shown").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_where_there_is_no_title_to_follow() {
    at_root(async |visit: Visit| {
        visit.runs_first(WATCH);
        visit.open("posts/a-year-of-loaves/").await;
        visit.scrolls_to("counting loaves").await;
        visit.click("counting loaves").await;
        visit.reads("Counting loaves in C++ and Rust").await;
        visit.back().await;
        visit.reads("A year of loaves").await;
        visit.is("moves.join()", "").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_for_a_reader_who_wants_it_still() {
    at_root(async |visit: Visit| {
        visit.runs_first(WATCH);
        visit.wants_it_still().await;
        visit.open("").await;
        visit.follow("A year of loaves").await;
        visit.is("moves.join()", "").await;
    })
    .await;
}
