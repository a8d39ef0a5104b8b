//! Keys that are commands.

use std::cell::Cell;

use web_sys::KeyboardEvent;

use super::app::state;
use super::{dom, typing};
use crate::page::update::applies;
use crate::page::view::ids;

thread_local! {
    /// After Escape, Tab leaves the text, from a list too.
    static LEAVES: Cell<bool> = const { Cell::new(false) };
}

/// The command of a key, and its argument.
pub(crate) fn command(key: &KeyboardEvent, in_text: bool) -> Option<(&'static str, String)> {
    let is_open = state(|state| state.editor.is_some() && state.dialog.is_none());
    if !is_open {
        return None;
    }
    let command = if key.ctrl_key() || key.meta_key() {
        return with_modifier(key, in_text);
    } else if in_text {
        in_field(key)
    } else {
        elsewhere(key)
    };
    command.map(|command| (command, String::new()))
}

fn with_modifier(key: &KeyboardEvent, in_text: bool) -> Option<(&'static str, String)> {
    let plain = |command: &'static str| Some((command, String::new()));
    let (shift, alt, code) = (key.shift_key(), key.alt_key(), key.code());
    // By what the key writes, except digits, which Shift and Alt change.
    match (key.key().to_lowercase().as_str(), shift, alt) {
        ("s", false, false) => return plain("save"),
        ("f", false, false) => return plain("find-open"),
        _ if !in_text => return None,
        ("b", false, false) => return plain("bold"),
        ("i", false, false) => return plain("italic"),
        ("e", false, false) => return plain("code"),
        ("k", false, false) => return plain("link"),
        ("k", true, false) => return plain("link-text"),
        ("z", false, false) => return plain("undo"),
        ("z", true, false) | ("y", false, false) => return plain("redo"),
        _ => {}
    }
    let digit = code.strip_prefix("Digit")?;
    match (digit, shift, alt) {
        ("7", true, false) => plain("numbers"),
        ("8", true, false) => plain("bullets"),
        ("9", true, false) => plain("quote"),
        ("1" | "2" | "3" | "4" | "5" | "6", false, true) => Some(("heading", digit.to_owned())),
        _ => None,
    }
}

fn in_field(key: &KeyboardEvent) -> Option<&'static str> {
    let has_choices = state(|state| state.editor.as_ref().is_some_and(|editor| editor.completion.is_some()));
    let name = key.key();
    let leaves = LEAVES.get();
    if name != "Shift" {
        LEAVES.set(name == "Escape");
    }
    match (name.as_str(), key.shift_key()) {
        ("Escape", _) => Some("escape"),
        ("ArrowDown", false) if has_choices => Some("choice-next"),
        ("ArrowUp", false) if has_choices => Some("choice-previous"),
        ("Enter" | "Tab", false) if has_choices => Some("complete-chosen"),
        ("Enter", false) => if_applies("enter"),
        ("Tab", false) if !leaves => if_applies("indent"),
        ("Tab", true) if !leaves => if_applies("outdent"),
        _ => None,
    }
}

/// The command, if it does something where the caret is.
fn if_applies(name: &'static str) -> Option<&'static str> {
    typing::sync();
    state(|state| state.editor.as_ref().is_some_and(|editor| applies(editor, name))).then_some(name)
}

fn elsewhere(key: &KeyboardEvent) -> Option<&'static str> {
    let in_find = dom::document().active_element().is_some_and(|element| element.id() == ids::FIND_WHAT);
    match (key.key().as_str(), key.shift_key()) {
        ("Escape", _) => Some("escape"),
        ("Enter", false) if in_find => Some("find-next"),
        ("Enter", true) if in_find => Some("find-previous"),
        _ => None,
    }
}
