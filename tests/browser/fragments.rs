//! `#heading`: on the first load, on a click within the page, and across posts.

use crate::engine::Engine;
use crate::visit::{Visit, at_both};

const SECOND: &str = "what-went-wrong-1";

#[tokio::test]
async fn the_first_load_begins_at_the_heading() {
    at_both(async |visit: Visit| {
        visit.open(&format!("posts/a-year-of-loaves/#{SECOND}")).await;
        visit.shows_at_top(SECOND).await;
        visit.still().await;
        visit.shows_at_top(SECOND).await;
        assert_eq!(visit.get("document.getElementById('announcer').textContent").await, "");
    })
    .await;
}

#[tokio::test]
async fn a_click_in_the_contents_goes_to_the_heading_and_back_returns() {
    at_both(async |visit: Visit| {
        visit.open("posts/a-year-of-loaves/").await;
        visit.mark().await;
        visit.press("details.contents summary").await;
        let height = visit.scrolls_to("Autumn").await;
        visit.click("Autumn").await;
        visit.stands_at("posts/a-year-of-loaves/#autumn").await;
        visit.shows_at_top("autumn").await;
        visit.back().await;
        visit.stands_at("posts/a-year-of-loaves/").await;
        visit.is_near(height).await;
        visit.forward().await;
        visit.shows_at_top("autumn").await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn a_link_to_a_heading_of_another_post_arrives_at_it() {
    at_both(async |visit: Visit| {
        visit.open("posts/how-bread-rises/").await;
        visit.mark().await;
        let height = visit.scrolls_to("What went wrong in March").await;
        visit.click("What went wrong in March").await;
        visit.reads("A year of loaves").await;
        visit.stands_at(&format!("posts/a-year-of-loaves/#{SECOND}")).await;
        visit.shows_at_top(SECOND).await;
        visit.is("document.activeElement.id", SECOND).await;
        visit.is("document.getElementById('announcer').textContent", "A year of loaves · Crumb").await;

        visit.back().await;
        visit.reads("How bread rises").await;
        visit.is_near(height).await;
        visit.forward().await;
        visit.reads("A year of loaves").await;
        visit.shows_at_top(SECOND).await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn a_heading_reads_as_it_was_written_whatever_is_in_it() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.follow("Counting loaves in C++ and Rust").await;
        let headings =
            "[...document.querySelectorAll('.text h2')].map((h) => h.firstChild.textContent.trim()).join('|')";
        visit.is(headings, "C++ & <b>|Rust").await;
        visit.is("document.querySelector('[href^=java]') === null && document.title !== 'taken'", true).await;
        visit.follow("C++").await;
        visit.stands_at("tags/cpp/").await;
    })
    .await;
}

#[tokio::test]
async fn a_footnote_and_the_way_back_stay_in_the_page() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        visit.follow(r#"Why "</script>" broke my recipe & what I learned"#).await;
        visit.click("1").await;
        visit.stands_at("posts/broken-recipe/#fn-1").await;
        visit.click("↩").await;
        visit.stands_at("posts/broken-recipe/#fnref-1").await;
        visit.back().await;
        visit.back().await;
        visit.stands_at("posts/broken-recipe/").await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn a_text_fragment_is_left_to_the_browser() {
    at_both(async |visit: Visit| {
        let post = format!("{}posts/a-year-of-loaves/", visit.host.base);
        for fragment in ["#:~:text=What%20comes%20next", "#autumn:~:text=embers"] {
            visit.open("about/").await;
            visit.mark().await;
            visit.adds_link("Words", &format!("{post}{fragment}")).await;
            visit.click("Words").await;
            visit.reads("A year of loaves").await;
            assert_eq!(visit.get("window.mark === true").await, false, "a document was loaded");
            if Engine::tested() == Engine::Chromium {
                visit.is("scrollY > 300", true).await;
            }
        }
        visit.started().await;
        visit.mark().await;
        visit.client.execute("scrollTo(0, 0)", vec![]).await.expect("a page to scroll");
        visit.adds_link("Words", &format!("{post}#spring:~:text=nothing%20like%20this")).await;
        visit.click("Words").await;
        visit.shows_at_top("spring").await;
        visit.same_document().await;
    })
    .await;
}
