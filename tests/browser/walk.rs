//! Navigation without loading documents, and the state after it: scroll position, title, focus.

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::key::Key;

use crate::engine::Engine;
use crate::host::{LATE, Manner};
use crate::prefetch::SAVES_DATA;
use crate::visit::{Visit, at_both};

const FOCUS: &str = "document.activeElement.id || document.activeElement.tagName";
const SAID: &str = "document.getElementById('announcer').textContent";

#[tokio::test]
async fn the_first_page_takes_no_focus_and_says_nothing() {
    at_both(async |visit: Visit| {
        visit.open("posts/how-bread-rises/").await;
        visit.still().await;
        assert_eq!(visit.get(FOCUS).await, "BODY");
        assert_eq!(visit.get(SAID).await, "");
        assert_eq!(visit.get("scrollY").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_page_that_was_clicked_has_the_title_the_focus_and_the_word() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        visit.follow("A year of loaves").await;
        visit.stands_at("posts/a-year-of-loaves/").await;
        for (words, title) in [
            ("counting loaves", "Counting loaves in C++ and Rust"),
            ("a year of loaves", "A year of loaves"),
            ("About", "About"),
        ] {
            visit.click(words).await;
            visit.reads(title).await;
            let title = format!("{title} · Crumb");
            assert_eq!(visit.get("document.title").await, title);
            assert_eq!(visit.get(SAID).await, title);
            if words != "a year of loaves" {
                assert_eq!(visit.get(FOCUS).await, "main");
                // If the previous page was left between two pixels, Firefox is one pixel off the top of the next.
                assert_eq!(visit.get("scrollY <= 1").await, true, "a page begins at its top");
            }
        }
        assert_eq!(visit.get("document.querySelector('[aria-current=page]').textContent").await, "About");
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn a_post_whose_address_has_its_date_is_walked_to_like_any_other() {
    at_both(async |visit: Visit| {
        let form = "permalink = \"/:year/:month/:slug/\"\nper_page = 4\n";
        visit.host.edit("site.toml", "per_page = 4\n", form);
        visit.open("2025/02/how-bread-rises/").await;
        visit.mark().await;
        visit.follow("Crumb").await;
        visit.follow("A year of loaves").await;
        assert_eq!(visit.get("/\\/\\d{4}\\/\\d{2}\\/a-year-of-loaves\\/$/.test(location.pathname)").await, true);
        visit.client.back().await.expect("the page before");
        visit.client.back().await.expect("the page before that");
        visit.reads("How bread rises").await;
        visit.stands_at("2025/02/how-bread-rises/").await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn of_two_quick_clicks_the_last_wins() {
    at_both(async |visit: Visit| {
        visit.runs_first(SAVES_DATA);
        visit.open("").await;
        visit.mark().await;
        visit.host.answers(Manner::PostsLate);
        visit.click("Flour by its ash").await;
        visit.click("About").await;
        visit.reads("About").await;
        tokio::time::sleep(LATE + Duration::from_millis(300)).await;
        visit.reads("About").await;
        visit.stands_at("about/").await;

        visit.back().await;
        visit.reads("Crumb").await;
        visit.click("Counting loaves in C++ and Rust").await;
        visit.click("A year of loaves").await;
        visit.click("A year of loaves").await;
        visit.reads("A year of loaves").await;
        tokio::time::sleep(LATE).await;
        visit.reads("A year of loaves").await;
        visit.back().await;
        visit.reads("Crumb").await;
        visit.stands_at("").await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn a_click_for_a_new_tab_is_left_to_the_browser() {
    at_both(async |visit: Visit| {
        visit.open("").await;
        visit.mark().await;
        let page = visit.client.window().await.expect("a window");
        // A pointer only reaches what is in the window.
        visit.scrolls_to("Flour by its ash").await;

        let control = |action| KeyActions::new("keyboard".into()).then(action);
        visit.client.perform_actions(control(KeyAction::Down { value: Key::Control.into() })).await.expect("a key");
        let link = visit.link("Flour by its ash").await;
        let click = MouseActions::new("mouse".into())
            .then(PointerAction::MoveToElement { element: link, duration: None, x: 0, y: 0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        visit.client.perform_actions(click).await.expect("a click");
        visit.client.perform_actions(control(KeyAction::Up { value: Key::Control.into() })).await.expect("a key");
        // The browser that WebKit is tested in opens a Control click in the same tab.
        if Engine::tested() == Engine::WebKit {
            return;
        }
        visit.closes_other_tabs(&page, 1).await;

        let blank = "document.querySelector('.year .posts a').target = '_blank'";
        visit.client.execute(blank, vec![]).await.expect("a link to change");
        visit.click("Flour by its ash").await;
        visit.closes_other_tabs(&page, 1).await;

        visit.reads("Crumb").await;
        visit.same_document().await;
    })
    .await;
}
