//! Without a network.

use crate::visit::{Visit, at_both};

#[tokio::test]
async fn without_a_network_the_page_says_so_and_comes_when_there_is_one_again() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        visit.is_offline(true).await;
        visit.follow_to("Flour by its ash", "This page did not arrive").await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.same_document().await;
        visit.is_offline(false).await;
        visit.follow("Flour by its ash").await;
        visit.same_document().await;
    })
    .await;
}
