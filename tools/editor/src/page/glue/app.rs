//! The running editor: the state, and what of the browser belongs to it. Events are handled one after another, each is
//! drawn, and then the browser does what it is told.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};

use web_sys::{Element, HtmlDialogElement};

use super::pictures::Loaded;
use super::share::Shared;
use super::{dom, effects, patch, typing};
use crate::browser::clock::{minute, today};
use crate::drafts::database::Database;
use crate::drafts::tabs::Held;
use crate::page::event::{Effect, Event};
use crate::page::state::{Editor, State};
use crate::page::stores::Stores;
use crate::page::update::update;
use crate::page::view::{ids, view};
use crate::worker::port::Port;

/// What of the browser belongs to the editor.
#[derive(Default)]
pub(crate) struct App {
    /// The drafts. `None` where the browser keeps none.
    pub(crate) database: Option<Database>,
    /// The worker.
    pub(crate) worker: Option<Port>,
    /// Where texts are saved.
    pub(crate) stores: Stores,
    /// The lock of the open text.
    pub(crate) held: Option<Held>,
    /// The pictures of the open text, by their paths.
    pub(crate) pictures: BTreeMap<String, Loaded>,
    /// Those that wait for their paths, by numbers.
    pub(crate) waiting: BTreeMap<u32, Loaded>,
    /// What another app has shared, until there is a draft of it.
    pub(crate) shared: Option<Shared>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
    static APP: RefCell<App> = RefCell::default();
    static EVENTS: RefCell<VecDeque<Event>> = const { RefCell::new(VecDeque::new()) };
    static IS_HANDLING: Cell<bool> = const { Cell::new(false) };
    static DRAWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Reads the state.
pub(crate) fn state<T>(read: impl FnOnce(&State) -> T) -> T {
    STATE.with_borrow(read)
}

/// Changes the state before anything has happened.
pub(crate) fn begin(change: impl FnOnce(&mut State)) {
    STATE.with_borrow_mut(change);
}

/// Reads or changes what belongs to the editor.
pub(crate) fn app<T>(with: impl FnOnce(&mut App) -> T) -> T {
    APP.with_borrow_mut(with)
}

/// Handles an event, after what was typed before it. One that is sent by what an earlier one does is handled after that;
/// what interrupts words that are being composed, after these.
pub(crate) fn send(event: Event) {
    // The field is behind the state while an event is handled.
    let event = if IS_HANDLING.get() { Some(event) } else { typing::admit(event) };
    let Some(event) = event else { return };
    EVENTS.with_borrow_mut(|events| events.push_back(event));
    if IS_HANDLING.replace(true) {
        return;
    }
    while let Some(event) = EVENTS.with_borrow_mut(VecDeque::pop_front) {
        let todo = STATE.with_borrow_mut(|state| {
            // The page may stay open for days.
            (state.today, state.minute) = (today(), minute());
            update(state, event)
        });
        // The preview comes first: the worker reads the text while the page is drawn.
        let of_preview = |effect: &Effect| matches!(effect, Effect::Ask | Effect::Preview(_));
        let (first, mut todo): (Vec<_>, Vec<_>) = todo.into_iter().partition(of_preview);
        first.into_iter().for_each(effects::run);
        draw();
        // What gets the focus or is selected has to be there: these come last.
        todo.sort_by_key(|effect| matches!(effect, Effect::Reveal | Effect::Focus(_)));
        todo.into_iter().for_each(effects::run);
    }
    IS_HANDLING.set(false);
}

/// Draws the state, where it differs from what is drawn.
pub(crate) fn draw() {
    let html = state(|state| view(state).into_string());
    let is_drawn = DRAWN.with_borrow_mut(|drawn| {
        *drawn == html || {
            html.clone_into(drawn);
            false
        }
    });
    let Some(root) = dom::by_id::<Element>(ids::WRITE).filter(|_| !is_drawn) else { return };
    let dialog = dom::by_id::<HtmlDialogElement>(ids::DIALOG);
    if let Some(dialog) = dialog.filter(|dialog| dialog.open() && state(|state| state.dialog.is_none())) {
        // Closing it gives the focus back to where it was.
        dialog.close();
    }
    patch::patch(&root, &html);
    if let Some(dialog) = dom::by_id::<HtmlDialogElement>(ids::DIALOG).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
    let (is_writing, is_locked) =
        state(|state| (state.editor.is_some(), state.editor.as_deref().is_some_and(Editor::is_locked)));
    if let Some(field) = super::field::field().filter(|field| field.read_only() != is_locked) {
        field.set_read_only(is_locked);
    }
    if let Some(page) = dom::document().document_element() {
        let _ = page.toggle_attribute_with_force("data-writing", is_writing);
    }
}
