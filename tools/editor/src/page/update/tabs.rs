//! One tab at a time edits a text.

use super::opening::new_editor;
use crate::drafts::draft::Draft;
use crate::page::event::Effect;
use crate::page::state::{Drawer, Editor, State};

/// Another tab edits the text from now on: what is here has been written, and can only be read.
pub(super) fn taken_over(state: &mut State, path: &str) -> Vec<Effect> {
    if let Some(editor) = state.editor.as_deref_mut().filter(|editor| editor.path == path) {
        editor.elsewhere = true;
    }
    Vec::new()
}

pub(super) fn take_over(state: &State) -> Vec<Effect> {
    state.editor.iter().map(|editor| Effect::TakeOver(editor.path.clone())).collect()
}

/// This tab edits the text from now on. Not one that was opened meanwhile, and not again what it edits already.
pub(super) fn took_over(state: &mut State, path: String, draft: Option<Draft>) -> Vec<Effect> {
    let editor = state.editor.as_deref_mut().filter(|editor| editor.path == path && editor.elsewhere);
    let Some(editor) = editor else { return Vec::new() };
    let drawer: Option<Drawer> = editor.drawer;
    let base = editor.base.clone();
    let text = draft.as_ref().map_or_else(|| editor.text.clone(), |draft| draft.text.clone());
    let base = draft.as_ref().map_or(base, |draft| draft.base.clone());
    *editor = Editor { drawer, ..new_editor(path, text, base, draft.as_ref()) };
    vec![Effect::Fill, Effect::Ask, Effect::Focus(crate::page::view::ids::TEXT)]
}
