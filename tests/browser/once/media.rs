//! Pictures for both schemes, galleries, and pages of other hosts: what is loaded, and when.

use personal_page::view::Action;

use crate::visit::{Visit, at_root_of};

const PAGE: &str = "posts/the-lake/";
/// The maps that the browser has loaded.
const LOADED: &str = "performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop())
    .filter((name) => name.startsWith('map')).join()";
/// The maps that are shown.
const SHOWN: &str =
    "[...document.querySelectorAll('.for-light > img, .for-dark > img')].filter((img) => img.clientWidth > 0)
    .map((img) => img.src.split('/').pop()).join()";
/// Whether the frame is still empty. The document of another host cannot be read.
const EMPTY: &str = "document.querySelector('.embed iframe').contentDocument?.body.children.length === 0";
const OPEN: &str = "document.querySelector('.embed details').open";
/// Which of the cards are open, and which of the frames are empty.
const CARDS: &str = "[...document.querySelectorAll('.embed')].map((card) => [card.querySelector('details').open,
    card.querySelector('iframe').contentDocument?.body.children.length === 0].join(' ')).join()";
const SECOND: &str = ".embed + .embed summary";

/// Opens the page in the system's scheme. To be tested in a browser of its own: a picture that a browser has already is
/// taken at once.
async fn loads(visit: &Visit, scheme: &str, map: &str) {
    visit.prefers(scheme).await;
    visit.open(PAGE).await;
    visit.is(SHOWN, map).await;
    visit.is(LOADED, map).await;
}

#[tokio::test]
async fn the_map_of_the_system_s_scheme_is_loaded_and_no_other() {
    at_root_of("media", async |visit: Visit| loads(&visit, "light", "map.svg").await).await;
    at_root_of("media", async |visit: Visit| loads(&visit, "dark", "map-dark.svg").await).await;
}

#[tokio::test]
async fn the_reader_s_choice_comes_before_the_system_s() {
    at_root_of("media", async |visit: Visit| {
        visit.prefers("dark").await;
        visit.open("").await;
        visit.acts(Action::NextTheme).await;
        visit.follow("The lake").await;
        visit.is(SHOWN, "map.svg").await;
        visit.is(LOADED, "map.svg").await;
        visit.acts(Action::NextTheme).await;
        visit.is(SHOWN, "map-dark.svg").await;
        visit.open(PAGE).await;
        visit.is(SHOWN, "map-dark.svg").await;
    })
    .await;
}

#[tokio::test]
async fn the_lightbox_shows_the_form_that_is_shown() {
    at_root_of("media", async |visit: Visit| {
        visit.prefers("dark").await;
        visit.open(PAGE).await;
        visit.press(".for-dark").await;
        visit.is("document.querySelector('.lightbox').dataset.of", "3").await;
        visit.is("document.querySelector('.lightbox img').src.split('/').pop()", "map-dark.svg").await;
        visit.press(&format!(".lightbox {}", Action::NextPicture.selector())).await;
        visit.is("document.querySelector('.lightbox img').src.split('/').pop()", "hill.svg").await;
        visit.is("document.querySelector('.lightbox figcaption').textContent", "The hill").await;
    })
    .await;
}

#[tokio::test]
async fn a_gallery_has_two_columns_on_a_phone_and_on_a_desk() {
    at_root_of("media", async |visit: Visit| {
        for width in [390, 1440] {
            visit.is_wide(width).await;
            visit.open(PAGE).await;
            let columns = "new Set([...document.querySelectorAll('.gallery img')].map((img) => img.getBoundingClientRect().top)).size";
            visit.is(columns, 1).await;
            visit.is("document.documentElement.scrollWidth <= innerWidth", true).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_frame_is_loaded_when_its_card_is_opened_and_empty_when_the_page_comes_back() {
    at_root_of("media", async |visit: Visit| {
        visit.open(PAGE).await;
        visit.still().await;
        visit.is(EMPTY, true).await;
        visit.press(".embed summary").await;
        visit.is(OPEN, true).await;
        visit.is(EMPTY, false).await;
        visit.follow("The way home").await;
        visit.back().await;
        visit.reads("The lake").await;
        visit.is(EMPTY, true).await;
    })
    .await;
}

#[tokio::test]
async fn closing_a_card_stops_its_film_and_leaves_the_other_cards_as_they_are() {
    at_root_of("media", async |visit: Visit| {
        visit.open(PAGE).await;
        visit.is(CARDS, "false true,false true").await;
        visit.press(".embed summary").await;
        visit.press(SECOND).await;
        visit.is(CARDS, "true false,true false").await;
        visit.press(".embed summary").await;
        visit.is(CARDS, "false true,true false").await;
        visit.press(".embed summary").await;
        visit.is(CARDS, "true false,true false").await;
        visit.press(SECOND).await;
        visit.is(CARDS, "true false,false true").await;
    })
    .await;
}
