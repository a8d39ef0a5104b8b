//! Reads the field: what the author types and selects, right after it is typed, and before anything else may write it.

use std::cell::{Cell, RefCell};

use super::app::{send, state};
use super::{dom, effects, field};
use crate::page::composition::Composition;
use crate::page::event::Event;
use crate::text::field::selection;

thread_local! {
    /// Whether an input method composes words, which then belong to it, and what waits for their end.
    static COMPOSITION: RefCell<Composition> = RefCell::default();
    /// Whether the field is read next.
    static IS_DUE: Cell<bool> = const { Cell::new(false) };
    /// What was selected before the last change of the field.
    static BEFORE: Cell<Option<(u32, u32)>> = const { Cell::new(None) };
}

/// Whether words are being composed.
pub(crate) fn is_composing() -> bool {
    COMPOSITION.with_borrow(Composition::is_on)
}

/// An input method begins to compose words.
pub(crate) fn compose() {
    COMPOSITION.with_borrow_mut(Composition::begin);
}

/// An input method has composed its words, or the text is left. Some browsers change the field once more after this.
pub(crate) fn composed() {
    COMPOSITION.with_borrow_mut(Composition::end);
    read_soon();
    dom::later(0, || {
        sync();
        COMPOSITION.with_borrow_mut(Composition::resume).into_iter().for_each(send);
    });
}

/// The event, if it may be handled now, after what was typed before it. Others are sent again when words are composed.
pub(crate) fn admit(event: Event) -> Option<Event> {
    let interrupts = event.interrupts();
    let event = COMPOSITION.with_borrow_mut(|composition| composition.admit(event))?;
    if interrupts {
        sync();
    }
    Some(event)
}

/// The field is about to change.
pub(crate) fn changing() {
    if !IS_DUE.get() {
        BEFORE.set(Some(field::selected()));
    }
}

/// Reads the field after the events that are under way.
pub(crate) fn read_soon() {
    if !IS_DUE.replace(true) {
        dom::later(0, sync);
    }
}

/// Reads what was typed and selected since the field was last read, unless words are being composed.
pub(crate) fn sync() {
    IS_DUE.set(false);
    if !is_composing() {
        read();
    }
}

/// Reads what was typed and selected since the field was last read.
pub(crate) fn read() {
    if !field::is_filled() {
        return;
    }
    let before = BEFORE.take();
    let typed = state(|state| {
        let editor = state.editor.as_ref()?;
        let edit = field::typed(&editor.text)?;
        let before = before.map_or(editor.selection, |(start, end)| selection(&editor.text, start, end));
        Some((edit, before))
    });
    if let Some((edit, before)) = typed {
        send(Event::Typed { edit, before, now: effects::now() });
    }
    // Each event draws the page: none is sent without a change.
    let selected = state(|state| {
        let editor = state.editor.as_ref()?;
        Some(field::selection_in(&editor.text)).filter(|selected| *selected != editor.selection)
    });
    if let Some(selected) = selected {
        send(Event::Selected(selected));
    }
}
