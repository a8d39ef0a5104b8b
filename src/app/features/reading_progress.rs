//! What was read, and how far: kept in this browser, told to nobody.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlAnchorElement};

use crate::app::dom::focus::{announce, focus};
use crate::app::dom::scroll::scroll_to;
use crate::app::dom::{all, closest, find, screen, storage};
use crate::app::session::{Session, links};
use crate::content::{Route, Slug, Word};
use crate::view;

const NAME: &str = "reading";
/// The place of a post that was read, and the parts of a thousand that a text has.
const READ: i32 = 1000;
/// Where a post begins to be half read, and how much of it must have been on the screen to have been read.
const BEGUN: i32 = 50;
const ENOUGH: i32 = 900;
/// How many posts are kept, the latest first.
const MOST: usize = 200;

/// Notes how far the post on show has been read.
pub(crate) fn note(session: Session) {
    let Route::Post(slug) = &session.current_page.read_untracked().route else { return };
    let Some((top, height)) = text() else { return };
    let part = |pixels: f64| (pixels / height * f64::from(READ)) as i32;
    let place = if part(screen() - top) >= ENOUGH { READ } else { part(-top) };
    let kept = kept(session);
    let before = place_in(&kept, slug);
    if before == READ || place == before || place <= 0 {
        return;
    }
    let mut lines = [slug.as_str(), " ", &place.to_string()].concat();
    for line in kept.split('\n').filter(|line| !line.is_empty() && place_at(line, slug).is_none()).take(MOST - 1) {
        lines.extend(["\n", line]);
    }
    storage::write(&session.site().base, NAME, &lines);
}

/// Marks the posts of a list that were not read yet, for a reader who has been here before.
pub(crate) fn mark(session: Session) {
    for item in all(".unread") {
        let _ = item.class_list().remove_1("unread");
    }
    all(".unread-word").iter().for_each(Element::remove);
    let (kept, unread) = (kept(session), view::unread(&session.site().words).into_string());
    if kept.is_empty() {
        return;
    }
    for link in all("main .posts li a") {
        let link: HtmlAnchorElement = link.unchecked_into();
        let Some(Route::Post(slug)) = links::route(session, &link.pathname()) else { continue };
        if place_in(&kept, &slug) < READ {
            let _ = closest(&link, "li").map(|item| item.class_list().add_1("unread"));
            let _ = link.insert_adjacent_html("afterend", &unread);
        }
    }
}

/// Offers to go on where the post on show was left. `arrived`: the reader has just come, and stands at its top.
pub(crate) fn offer(session: Session, arrived: bool) {
    withdraw();
    if arrived && (BEGUN..ENOUGH).contains(&place(session)) {
        let button = view::resume(&session.site().words).into_string();
        let _ = find(".site-header").map(|header| header.insert_adjacent_html("beforeend", &button));
    }
}

/// Takes the offer back.
pub(crate) fn withdraw() {
    let _ = find(".resume").map(|button| button.remove());
}

/// Takes the offer.
pub(crate) fn resume(session: Session) {
    if let Some((top, height)) = text() {
        let down = height * f64::from(place(session)) / f64::from(READ);
        scroll_to(window().scroll_y().unwrap_or_default() + top + down);
    }
    withdraw();
    focus(None);
}

/// Forgets it all.
pub(crate) fn forget(session: Session, button: &Element) {
    storage::write(&session.site().base, NAME, "");
    mark(session);
    withdraw();
    let site = session.site();
    let forgotten = site.words.get(Word::Forgotten);
    button.set_text_content(Some(forgotten));
    announce(forgotten);
}

/// What was kept: a line a post, with its slug, a blank, and how much of it was above the top of the screen.
fn kept(session: Session) -> String {
    storage::read(&session.site().base, NAME)
}

fn place_in(kept: &str, slug: &Slug) -> i32 {
    kept.split('\n').find_map(|line| place_at(line, slug)).unwrap_or_default()
}

fn place_at(line: &str, slug: &Slug) -> Option<i32> {
    line.strip_prefix(slug.as_str())?.strip_prefix(' ')?.parse().ok()
}

fn place(session: Session) -> i32 {
    match &session.current_page.read_untracked().route {
        Route::Post(slug) => place_in(&kept(session), slug),
        _ => 0,
    }
}

/// The top of the text below that of the screen, and its height, in CSS pixels.
fn text() -> Option<(f64, f64)> {
    let text = find("main .text")?.get_bounding_client_rect();
    Some((text.top(), text.height())).filter(|(_, height)| *height > 0.0)
}
