//! How far each post was read. Stored in this browser only, and never sent.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlAnchorElement};

use crate::app::dom::focus::{announce, focus};
use crate::app::dom::scroll::scroll_to;
use crate::app::dom::{all_in_page, closest, find, find_in_page, storage, window_height};
use crate::app::session::{Session, links};
use crate::content::{ArticlePath, Message, Route};
use crate::view;
use crate::view::contract::storage::PROGRESS;

/// Progress is in thousandths of the height of a text. A post that was read has all of them.
const READ: i32 = 1000;
/// The progress from which a post can be resumed.
const BEGUN: i32 = 50;
/// The part of a text that must have been on the screen for its post to count as read.
const ENOUGH: i32 = 900;
/// How many posts have their progress stored, the most recent first.
const STORED_POSTS: usize = 200;

/// Saves how far the current post has been read.
pub(crate) fn save_progress(session: Session) {
    let Some(post) = current_post(session) else { return };
    let Some((top, height)) = text() else { return };
    let part = |pixels: f64| (pixels / height * f64::from(READ)) as i32;
    let progress = if part(window_height() - top) >= ENOUGH { READ } else { part(-top) };
    let stored = stored(session);
    let before = progress_in(&stored, name(&post));
    if before == READ || progress == before || progress <= 0 {
        return;
    }
    let mut lines = [name(&post), " ", &progress.to_string()].concat();
    let others = stored.split('\n').filter(|line| !line.is_empty() && progress_of(line, name(&post)).is_none());
    for line in others.take(STORED_POSTS - 1) {
        lines.extend(["\n", line]);
    }
    storage::write(&session.site().base, PROGRESS, &lines);
}

/// Marks the posts of a list that are unread. Nothing is marked on a first visit: all of them are unread then.
pub(crate) fn mark_unread(session: Session) {
    all_in_page(".unread").iter().for_each(|item| _ = item.class_list().remove_1("unread"));
    all_in_page(".unread-word").iter().for_each(Element::remove);
    let (stored, unread) = (stored(session), view::unread(&session.site().words).into_string());
    if stored.is_empty() {
        return;
    }
    for link in all_in_page(".posts li a") {
        let link: HtmlAnchorElement = link.unchecked_into();
        let Some(Route::Article(post)) = links::route(session, &link.pathname()) else { continue };
        if progress_in(&stored, name(&post)) < READ {
            let _ = closest(&link, "li").map(|item| item.class_list().add_1("unread"));
            let _ = link.insert_adjacent_html("afterend", &unread);
        }
    }
}

/// Shows the button that scrolls to where the current post was left. `arrived`: by a new history entry, at its top.
pub(crate) fn show_resume(session: Session, arrived: bool) {
    hide_resume();
    if arrived && (BEGUN..ENOUGH).contains(&progress(session)) {
        let button = view::resume(&session.site().words).into_string();
        let _ = find(".site-header").map(|header| header.insert_adjacent_html("beforeend", &button));
    }
}

/// Removes that button.
pub(crate) fn hide_resume() {
    let _ = find(".resume").map(|button| button.remove());
}

/// Scrolls to where the current post was left.
pub(crate) fn resume(session: Session) {
    if let Some((top, height)) = text() {
        let down = height * f64::from(progress(session)) / f64::from(READ);
        scroll_to(window().scroll_y().unwrap_or_default() + top + down);
    }
    hide_resume();
    focus(None);
}

/// Deletes the progress of all posts.
pub(crate) fn forget(session: Session, button: &Element) {
    storage::write(&session.site().base, PROGRESS, "");
    mark_unread(session);
    hide_resume();
    let site = session.site();
    let forgotten = site.words.get(Message::Forgotten);
    button.set_text_content(Some(forgotten));
    announce(forgotten);
}

/// The stored progress: per post a line of its name, a space, and the part of its text above the top of the screen.
fn stored(session: Session) -> String {
    storage::read(&session.site().base, PROGRESS)
}

/// The progress of a post, or 0.
fn progress_in(stored: &str, name: &str) -> i32 {
    stored.split('\n').find_map(|line| progress_of(line, name)).unwrap_or_default()
}

/// The progress in a line, if the line is that of the post.
fn progress_of(line: &str, name: &str) -> Option<i32> {
    line.strip_prefix(name)?.strip_prefix(' ')?.parse().ok()
}

/// The progress of the current post; 0 on other pages.
fn progress(session: Session) -> i32 {
    current_post(session).map_or(0, |post| progress_in(&stored(session), name(&post)))
}

/// The current post; `None` on a page of its own, which has no date.
fn current_post(session: Session) -> Option<ArticlePath> {
    find_in_page("article .dates")?;
    match &*session.route.read_untracked() {
        Route::Article(path) => Some(path.clone()),
        _ => None,
    }
}

/// The name of a post in the stored progress: its path, which is its slug if the owner has set no `permalink`.
fn name(post: &ArticlePath) -> &str {
    post.as_str().strip_prefix("posts/").unwrap_or(post.as_str())
}

/// Distance of the text from the top of the screen, and its height, in CSS pixels.
fn text() -> Option<(f64, f64)> {
    let text = find_in_page(".text")?.get_bounding_client_rect();
    Some((text.top(), text.height())).filter(|(_, height)| *height > 0.0)
}
