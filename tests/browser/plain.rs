//! Without the program, every page is readable and every link works.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use personal_page::view::contract::attributes::READY;

use crate::host::Manner;
use crate::visit::{Visit, at_both, at_both_without_scripts, ready};

#[tokio::test]
async fn every_page_is_complete_without_javascript() {
    at_both_without_scripts(async |visit: Visit| {
        let pages = visit.host.pages();
        assert!(pages.len() >= 15, "home, lists, tags, posts and About: {pages:?}");
        let mut titles = BTreeSet::new();
        for page in &pages {
            visit.arrive(page).await;
            let path = format!("{}{page}", visit.host.base);
            assert_eq!(visit.host.asked(&path).1, Some(StatusCode::OK), "{path}");
            titles.insert(visit.client.title().await.expect("a title"));
            assert_ne!(visit.attribute("meta[name=description]", "content").await, "", "{path}");
            let canonical = visit.attribute("link[rel=canonical]", "href").await;
            assert_eq!(canonical, format!("{}{path}", visit.host.origin));
            assert_ne!(visit.text("main h1").await, "", "{path}");
            assert!(!visit.has(&format!("html[{READY}]")).await, "scripts are off");
        }
        // Only the pages of one list share a title.
        assert!(titles.len() >= pages.len() - 2, "{titles:?}");
        assert!(!pages.iter().any(|page| page.contains("next-oven")), "a draft is not published");
    })
    .await;
}

#[tokio::test]
async fn a_post_can_be_read_to_its_end_with_scripts_off() {
    at_both_without_scripts(async |visit: Visit| {
        visit.arrive("").await;
        visit.click("A year of loaves").await;
        visit.comes_to("posts/a-year-of-loaves/").await;
        assert_eq!(visit.client.title().await.expect("a title"), "A year of loaves · Crumb");
        let text = visit.text("main").await;
        for words in
            ["28 Dec 2025", "I baked one loaf", "We made croutons.", "Clay oven", "begin with a starter of your own"]
        {
            assert!(text.contains(words), "{words:?} is in the text");
        }
        visit.click("counting loaves").await;
        visit.comes_to("posts/counting-loaves/").await;
        assert_eq!(visit.text("h1").await, "Counting loaves in C++ and Rust");
        let description = visit.attribute("meta[name=description]", "content").await;
        assert_eq!(description, "The same small program twice, and what each language asked of me.");
    })
    .await;
}

#[tokio::test]
async fn without_the_program_links_are_plain_links() {
    at_both(async |visit: Visit| {
        visit.host.answers(Manner::ProgramMissing);
        visit.arrive("").await;
        visit.mark().await;
        visit.follow("A year of loaves").await;
        assert_eq!(visit.get("window.mark === true").await, false, "a document was loaded");
        assert_eq!(visit.get(&ready()).await, false);
        visit.press("details.contents summary").await;
        visit.click("Autumn").await;
        visit.shows_at_top("autumn").await;
        visit.click("counting loaves").await;
        visit.reads("Counting loaves in C++ and Rust").await;
        visit.stands_at("posts/counting-loaves/").await;
        visit.back().await;
        visit.reads("A year of loaves").await;

        visit.misses_only_the_program().await;
    })
    .await;
}
