//! Previews of links: what they show, to whom, and how they go away.

use std::time::Duration;

use fantoccini::key::Key;
use personal_page::view::contract::storage::SETTINGS;
use serde_json::json;

use crate::engine::Engine;
use crate::prefetch::SAVES_DATA;
use crate::visit::{Visit, at_both, at_root, key};

const POST: &str = "posts/how-bread-rises/";
const STARTER: &str = ".text a[href$='/the-starter/']";
/// The text of the preview that is shown, or an empty one.
const SHOWN: &str = "(() => {
    const box = document.querySelector('.preview:popover-open');
    return box ? [...box.children].map((part) => part.textContent.replace(/\\s+/g, ' ').trim()).join('|') : '';
})()";
const OF_STARTER: &str = "A starter of your own|2 Mar 20251 min read|Flour, water, a jar, and seven days.";

impl Visit {
    /// Asserts that no preview comes, after a time in which one would.
    async fn shows_no_preview(&self, why: &str) {
        tokio::time::sleep(Duration::from_millis(900)).await;
        assert_eq!(self.get(SHOWN).await, "", "{why}");
    }
}

#[tokio::test]
async fn a_link_under_the_pointer_shows_the_page_that_it_leads_to() {
    at_both(async |visit: Visit| {
        visit.open(POST).await;
        visit.mark().await;
        let places = "JSON.stringify([...document.querySelectorAll('main > :first-child .text *')].map((e) => Math.round(e.getBoundingClientRect().top + scrollY)))";
        visit.hovers("article h1").await;
        let before = visit.get(places).await;
        visit.hovers(STARTER).await;
        visit.is(SHOWN, OF_STARTER).await;
        visit
            .is(&format!("document.querySelector(\"{STARTER}\").getAttribute('aria-describedby')"), "reading-preview")
            .await;
        assert!(visit.get(places).await == before, "nothing moves");
        assert_eq!(visit.get("document.activeElement === document.body").await, true, "the focus stays");
        // The pointer can go into it, and nothing in it takes the focus.
        visit.hovers(".preview .title").await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        visit.is(SHOWN, OF_STARTER).await;
        visit.is("document.querySelectorAll('.preview :is(a, button, [tabindex])').length", 0).await;
        visit.hovers("article h1").await;
        visit.is(SHOWN, "").await;
        assert!(!visit.has("[aria-describedby]").await);
        let data = format!("{}posts/the-starter/index.json", visit.host.base);
        assert_eq!(visit.host.asked(&data).0, 1, "the preview asks for nothing more");
    })
    .await;
}

#[tokio::test]
async fn a_link_with_the_focus_shows_it_too_and_escape_closes_it() {
    at_both(async |visit: Visit| {
        visit.open(POST).await;
        visit.presses(Key::Shift).await;
        visit.focuses("A starter of your own").await;
        visit.is(SHOWN, OF_STARTER).await;
        visit.presses(Key::Escape).await;
        visit.is(SHOWN, "").await;
        visit.is(&format!("document.activeElement.matches(\"{STARTER}\")"), true).await;
        visit.shows_no_preview("it was dismissed").await;
        visit.presses(Key::Tab).await;
        visit.is(SHOWN, "What went wrong|Impatience in March, in both directions: I waited by the clock when I should have looked, and I cut into warm bread when I should have waited. See how bread rises for the reasons.").await;
        visit.presses(Key::Tab).await;
        visit.is(SHOWN, "").await;
    })
    .await;
}

#[tokio::test]
async fn a_preview_goes_with_its_page_and_pages_that_the_program_draws_have_them() {
    at_both(async |visit: Visit| {
        visit.open("posts/a-year-of-loaves/").await;
        visit.mark().await;
        let link = ".text a[href$='/how-bread-rises/']";
        visit.hovers(link).await;
        visit.is(&format!("{SHOWN}.split('|')[0]"), "How bread rises").await;
        visit.press(link).await;
        visit.reads("How bread rises").await;
        visit.is(SHOWN, "").await;
        visit.hovers("article h1").await;
        visit.hovers(STARTER).await;
        visit.is(SHOWN, OF_STARTER).await;
        visit.back().await;
        visit.reads("A year of loaves").await;
        visit.is(SHOWN, "").await;
        visit.same_document().await;
    })
    .await;
}

#[tokio::test]
async fn a_reference_shows_its_note_unless_that_is_in_view() {
    at_root(async |visit: Visit| {
        visit.is_wide(900).await;
        visit.open("posts/the-whole-pantry/").await;
        visit.hovers("#fnref-1").await;
        visit.is(SHOWN, "Masking tape and a soft pencil. Ink fades in the damp of a kitchen.").await;
        visit.is("document.querySelectorAll('[id=\"fn-1\"], .preview [id]').length", 1).await;
        visit.hovers("article h1").await;
        visit.is(SHOWN, "").await;
        visit.is_wide(1440).await;
        visit.hovers("#fnref-1").await;
        visit.shows_no_preview("the note is in the margin").await;
    })
    .await;
}

#[tokio::test]
async fn links_that_lead_elsewhere_show_nothing() {
    at_root(async |visit: Visit| {
        visit.open(POST).await;
        for link in [
            ".text a[href$='/feed.xml']",
            ".text a[href$='/calculator/']",
            ".text a[href$='.pdf']",
            ".tags a",
            ".brand",
        ] {
            visit.hovers(link).await;
            visit.shows_no_preview(link).await;
        }
    })
    .await;
}

#[tokio::test]
async fn readers_choose_whether_they_want_previews() {
    at_root(async |visit: Visit| {
        let chooses = async |value: &str| {
            let store = format!("localStorage.setItem({}, 'previews={value}')", key(SETTINGS));
            visit.client.execute(&store, vec![]).await.expect("a page");
            visit.open(POST).await;
            visit.hovers("article h1").await;
            visit.hovers(STARTER).await;
        };
        visit.open(POST).await;
        chooses("off").await;
        visit.shows_no_preview("the reader has turned them off").await;
        if Engine::tested() == Engine::Chromium {
            let media = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
            visit.devtools("Emulation.setEmulatedMedia", media).await;
            chooses("").await;
            visit.shows_no_preview("the reader wants less motion").await;
        }
        chooses("on").await;
        visit.is(SHOWN, OF_STARTER).await;
    })
    .await;
}

#[tokio::test]
async fn a_finger_that_stays_on_a_link_shows_its_preview_if_the_reader_asked_for_it() {
    // Only Chromium's developer tools can touch.
    if Engine::tested() != Engine::Chromium {
        return;
    }
    at_root(async |visit: Visit| {
        visit.open(POST).await;
        let store = format!("localStorage.setItem({}, 'previews=on')", key(SETTINGS));
        for asked in [false, true] {
            if asked {
                visit.client.execute(&store, vec![]).await.expect("a page");
            }
            visit.open(POST).await;
            visit.mark().await;
            visit.presses(Key::Shift).await;
            visit.is("document.querySelector('.preview') !== null", true).await;
            visit.scrolls_to("A starter of your own").await;
            let middle = "({ x, y, width, height }) => [x + width / 2, y + height / 2]";
            let at = visit
                .get(&format!("(({middle})(document.querySelector(\"{STARTER}\").getBoundingClientRect()))"))
                .await;
            let touch = |kind: &str, points| json!({ "type": kind, "touchPoints": points });
            visit.devtools("Input.dispatchTouchEvent", touch("touchStart", json!([{ "x": at[0], "y": at[1] }]))).await;
            tokio::time::sleep(Duration::from_millis(1200)).await;
            visit.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await;
            if asked {
                visit.is(SHOWN, OF_STARTER).await;
                visit.same_document().await;
                visit.stands_at(POST).await;
            } else {
                visit.shows_no_preview("nobody asked").await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_reader_who_saves_data_sees_no_preview() {
    at_root(async |visit: Visit| {
        visit.runs_first(SAVES_DATA);
        visit.open(POST).await;
        visit.hovers(STARTER).await;
        visit.shows_no_preview("the page was not loaded").await;
        assert_eq!(visit.host.asked("/posts/the-starter/index.json").0, 0);
    })
    .await;
}

#[tokio::test]
async fn an_owner_can_do_without_previews() {
    at_root(async |visit: Visit| {
        visit.host.edit("site.toml", "per_page = 4", "per_page = 4\nlink_previews = false");
        visit.open(POST).await;
        visit.hovers(STARTER).await;
        visit.shows_no_preview("the site has none").await;
        visit.press("[data-act=settings]").await;
        visit.is("document.querySelectorAll('#reading-panel fieldset').length", 5).await;
        assert!(!visit.has("input[name=previews]").await);
    })
    .await;
}
