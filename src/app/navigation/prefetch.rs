//! Loads pages before they are requested: of a link that is hovered, focused or pressed, and of the links in view once
//! nothing moves. Not if the reader asked to save data, or the network is slow.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Array, Reflect};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, HtmlAnchorElement, IntersectionObserver, IntersectionObserverEntry};

use super::stage::{stage, stage_likely};
use crate::app::dom::{all_in_page, window_height};
use crate::app::session::Session;
use crate::app::session::links::destination;
use crate::app::session::rendered::RenderedPage;
use crate::content::Route;

/// How long to wait after a page is shown, again while it is loading, and after the links in view have changed.
const QUIET: Duration = Duration::from_millis(200);
/// How long a link must be hovered or focused before its page is loaded, to ignore a passing pointer.
const DWELL: Duration = Duration::from_millis(60);
/// How much may be loaded for the links in view of one page, in bytes of HTML. Compressed, it is a third.
const MAX_BYTES: usize = 80_000;

thread_local! {
    /// The observer of the links of the page that is shown.
    static OBSERVER: RefCell<Option<IntersectionObserver>> = const { RefCell::new(None) };
    /// Those in view.
    static IN_VIEW: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// The number of pages shown. What was begun for one page ends when the next is shown.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// What is left of [`MAX_BYTES`].
    static BYTES_LEFT: Cell<usize> = const { Cell::new(0) };
    /// Whether the links of this page are observed already.
    static OBSERVES: Cell<bool> = const { Cell::new(false) };
    /// The timer of the next step.
    static TIMER: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// Loads and stages the page of a link if it is still hovered or focused after [`DWELL`].
pub(crate) fn prefetch_hovered(session: Session, link: HtmlAnchorElement) {
    let dwells = move || {
        if link.matches(":hover, :focus") == Ok(true) {
            prefetch(session, &link, stage);
        }
    };
    set_timeout(dwells, DWELL);
}

/// Loads the page of a link that is pressed. It is not staged: that takes as long as showing it, and the click comes next.
pub(crate) fn prefetch_pressed(session: Session, link: &HtmlAnchorElement) {
    prefetch(session, link, |_| ());
}

fn prefetch(session: Session, link: &HtmlAnchorElement, then: fn(&RenderedPage)) {
    if let Some(route) = destination(session, link).filter(|_| !is_spared()) {
        load(session, route, then);
    }
}

/// Begins with a new page: stages the page before it, for Back, and loads the pages of the links in view.
pub(crate) fn follow_links(session: Session, before: Option<Route>) {
    OBSERVER.with_borrow(|observer| _ = observer.as_ref().map(IntersectionObserver::disconnect));
    IN_VIEW.take();
    OBSERVES.set(false);
    TURN.set(TURN.get() + 1);
    BYTES_LEFT.set(MAX_BYTES);
    after_quiet(move || {
        // The resources of the page itself are loaded first.
        if document().ready_state() != "complete" {
            return follow_links(session, before);
        }
        if let Some(before) = before.filter(|before| session.pages.has(before)) {
            load(session, before, stage);
        }
        if !is_spared() {
            observe(session);
        }
    });
}

/// Calls a function once nothing has changed for a while. Each call replaces the one before.
fn after_quiet(then: impl FnOnce() + 'static) {
    if let Some(timer) = TIMER.take() {
        timer.clear();
    }
    TIMER.set(set_timeout_with_handle(then, QUIET).ok());
}

/// Looks again for the likeliest link: the reader has scrolled.
pub(crate) fn follow_scroll(session: Session) {
    if OBSERVES.get() {
        after_quiet(move || load_in_view(session));
    }
}

fn observe(session: Session) {
    OBSERVES.set(true);
    OBSERVER.with_borrow_mut(|observer| {
        if observer.is_none() {
            let changed = Closure::<dyn Fn(Array)>::new(move |entries| change(session, &entries));
            *observer = IntersectionObserver::new(changed.as_ref().unchecked_ref()).ok();
            // Never removed: it is needed as long as the document is open.
            changed.forget();
        }
        for link in all_in_page("a[href]") {
            let _ = observer.as_ref().map(|observer| observer.observe(&link));
        }
    });
}

/// Links have come into view, or have left it.
fn change(session: Session, entries: &Array) {
    for entry in entries.iter() {
        let entry: IntersectionObserverEntry = entry.unchecked_into();
        IN_VIEW.with_borrow_mut(|links| match entry.is_intersecting() {
            true => links.push(entry.target()),
            false => links.retain(|link| *link != entry.target()),
        });
    }
    after_quiet(move || load_in_view(session));
}

/// Loads the pages of the links in view, one after the other, until the bytes are spent. The link nearest to the middle
/// of the screen is the first, and its page is staged.
fn load_in_view(session: Session) {
    let mut links = IN_VIEW.with_borrow(Vec::clone);
    let middle = window_height() / 2.0;
    links.sort_by_key(|link| (link.get_bounding_client_rect().top() - middle).abs() as i32);
    let mut routes = links.iter().filter_map(|link| destination(session, link.unchecked_ref())).peekable();
    if let Some(nearest) = routes.peek().filter(|route| session.pages.has(route)) {
        load(session, nearest.clone(), stage_likely);
    }
    let next = routes.find(|route| !session.pages.has(route)).filter(|_| BYTES_LEFT.get() > 0);
    let Some(next) = next else { return };
    let turn = TURN.get();
    session.pages.request(session.site(), next, move |page| {
        let Ok(page) = page else { return };
        if TURN.get() == turn {
            BYTES_LEFT.set(BYTES_LEFT.get().saturating_sub(page.size));
            load_in_view(session);
        }
    });
}

/// Passes a page to a function once it is loaded. Errors are shown only when a reader goes there.
fn load(session: Session, route: Route, then: fn(&RenderedPage)) {
    session.pages.request(session.site(), route, move |page| _ = page.map(|page| then(&page)));
}

/// Whether the reader asked to save data, or the network is as slow as 2G (Network Information API).
fn is_spared() -> bool {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
    let connection = get(window().navigator().as_ref(), "connection");
    let slow = get(&connection, "effectiveType").as_string().is_some_and(|kind| kind.ends_with("2g"));
    slow || get(&connection, "saveData").is_truthy()
}
