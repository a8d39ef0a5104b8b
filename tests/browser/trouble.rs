//! Error pages: for pages that do not exist, or fail to load.

use axum::http::StatusCode;

use crate::host::Manner;
use crate::visit::{Visit, at_both};

const NOTHING: &str = "Nothing is here";
const LOST: &str = "This page did not arrive";

#[tokio::test]
async fn an_unknown_address_says_so_and_links_to_the_homepage() {
    at_both(async |visit: Visit| {
        for path in ["posts/rye-bread/", "no/such/page/", "feed.atom"] {
            visit.open(path).await;
            visit.reads(NOTHING).await;
            assert_eq!(visit.host.asked(&format!("{}{path}", visit.host.base)).1, Some(StatusCode::NOT_FOUND));
        }
        visit.is("document.querySelector('meta[name=robots]').content", "noindex").await;
        visit.mark().await;
        visit.click("To the homepage").await;
        visit.reads("Crumb").await;
        visit.stands_at("").await;
        visit.is("document.title", "Crumb").await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_was_taken_away_ends_on_the_notice() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.host.withdraw("posts/a-year-of-loaves");
        visit.follow("Flour by its ash").await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.click("A year of loaves").await;
        visit.reads(NOTHING).await;
        visit.stands_at("posts/a-year-of-loaves/").await;
        visit.started().await;
        visit.back().await;
        visit.reads("Crumb").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_does_not_arrive_says_so_and_can_be_tried_again() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        visit.host.answers(Manner::DataFails);
        visit.click("Flour by its ash").await;
        visit.reads(LOST).await;
        visit.stands_at("posts/flour-by-its-ash/").await;
        visit.is("document.title", format!("{LOST} · Crumb")).await;
        visit.is("document.activeElement.id", "main").await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.same_document().await;

        visit.follow_to("Flour by its ash", LOST).await;
        visit.same_document().await;
        visit.click("Try again").await;
        visit.host.answers(Manner::Well);
        visit.reads("Flour by its ash").await;
        visit.started().await;
        assert_eq!(visit.get("window.mark === true").await, false, "the page itself was loaded");
        visit.back().await;
        visit.reads("Crumb").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_takes_too_long_is_given_up() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        visit.host.answers(Manner::DataNever);
        visit.follow_to("Flour by its ash", LOST).await;
        visit.stands_at("posts/flour-by-its-ash/").await;
        visit.same_document().await;
        visit.click("Try again").await;
        visit.reads("Flour by its ash").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_breaks_off_can_be_tried_again() {
    at_both(async |visit: Visit| {
        visit.open("posts/flour-by-its-ash/").await;
        visit.mark().await;
        visit.host.answers(Manner::DataBreaksOff);
        visit.follow_to("how bread rises", LOST).await;
        visit.same_document().await;
        visit.click("Try again").await;
        visit.reads("How bread rises").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_not_the_data_asked_for_ends_on_the_page_itself() {
    at_both(async |visit: Visit| {
        for manner in [Manner::DataIsHtml, Manner::DataCut, Manner::DataOfAnotherSchema, Manner::DataOfAnotherPage] {
            println!("{manner:?}");
            visit.host.answers(manner);
            visit.loads_a_post_that_is_clicked().await;
            visit.is("document.title", "A year of loaves · Crumb").await;
            visit.back().await;
            visit.reads("Crumb").await;
        }
    })
    .await;
}

#[tokio::test]
async fn data_of_another_page_is_never_shown() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.host.answers(Manner::DataOfAnotherPage);
        visit.scrolls_to("A year of loaves").await;
        visit.follow("A year of loaves").await;
        visit.started().await;
        visit.host.answers(Manner::Well);
        visit.follow("Archive").await;
        visit.stands_at("archive/").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_an_extension_put_another_body_into_follows_its_links() {
    at_both(async |visit: Visit| {
        let base = visit.host.base;
        let bodies = [
            format!("document.body.innerHTML = '<h1>Read aloud</h1><a href=\"{base}about/\">About</a>'"),
            "document.body.innerHTML = document.body.innerHTML".to_owned(),
            "document.getElementById('main').outerHTML = '<main id=\"main\">Simplified</main>'".to_owned(),
        ];
        for body in bodies {
            println!("{body}");
            visit.open("").await;
            visit.mark().await;
            visit.client.execute(&body, vec![]).await.expect("a page to change");
            visit.click("About").await;
            visit.reads("About").await;
            visit.stands_at("about/").await;
            assert_eq!(visit.get("window.mark === true").await, false, "a document was loaded");
            visit.started().await;

            visit.follow("Archive").await;
            visit.client.execute(&body, vec![]).await.expect("a page to change");
            visit.back().await;
            visit.reads("About").await;
        }
    })
    .await;
}
