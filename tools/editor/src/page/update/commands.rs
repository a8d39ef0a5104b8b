//! Commands on the text.

use super::{apply, typing};
use crate::page::event::Effect;
use crate::page::state::{Dialog, Editor, State};
use crate::text::edit::Edit;
use crate::text::marks::Mark;
use crate::text::paste::{self, Pasted};
use crate::text::{code_block, headings, link, lists, marks, quote};

/// A command, by its name in `data-do`.
pub(super) fn act(state: &mut State, name: &str, argument: &str) -> Vec<Effect> {
    match name {
        "undo" => return typing::undo(state, false),
        "redo" => return typing::undo(state, true),
        "link-text" => {
            state.dialog = Some(Dialog::Link { query: String::new() });
            return Vec::new();
        }
        _ => {}
    }
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    match edit(editor, name, argument) {
        Some(edit) => {
            let mut effects = apply(state, &edit);
            effects.push(Effect::Focus(crate::page::view::ids::TEXT));
            effects
        }
        None => Vec::new(),
    }
}

/// Whether a key is a command where the caret is: Enter and Tab are only in lists.
#[must_use]
pub fn applies(editor: &Editor, name: &str) -> bool {
    edit(editor, name, "").is_some()
}

fn edit(editor: &Editor, name: &str, argument: &str) -> Option<Edit> {
    let (text, selection) = (editor.text.as_str(), editor.selection);
    match name {
        "bold" => marks::toggle(text, selection, Mark::Bold),
        "italic" => marks::toggle(text, selection, Mark::Italic),
        "strike" => marks::toggle(text, selection, Mark::Strike),
        "code" if text.get(selection.within(text)).is_some_and(|selected| selected.contains('\n')) => {
            code_block::toggle(text, selection)
        }
        "code" => marks::toggle(text, selection, Mark::Code),
        "link" => link::link(text, selection),
        "heading" => headings::toggle(text, selection, argument.parse().unwrap_or(2)),
        "bullets" => lists::toggle(text, selection, false),
        "numbers" => lists::toggle(text, selection, true),
        "quote" => quote::toggle(text, selection),
        "enter" => lists::enter(text, selection),
        "indent" => lists::indent(text, selection),
        "outdent" => lists::outdent(text, selection),
        _ => None,
    }
}

/// What was pasted: HTML becomes Markdown, an address over words a link.
pub(super) fn pasted(state: &mut State, pasted: Option<&Pasted>, text: &str) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    let (file, selection) = (editor.text.as_str(), editor.selection);
    let edit = link::paste_url(file, selection, text.trim())
        .or_else(|| pasted.and_then(|pasted| paste::insert(file, selection, pasted)))
        .unwrap_or_else(|| Edit::replace(selection.within(file), text.to_owned()));
    let lost = pasted.map_or(0, |pasted| pasted.lost_pictures);
    if lost > 0 {
        let remedy = "Copy each picture by itself, and paste it.".to_owned();
        super::say(state, format!("{lost} of the pictures are not in the clipboard."), remedy);
    }
    let mut effects = apply(state, &edit);
    effects.push(Effect::Reveal);
    effects
}
