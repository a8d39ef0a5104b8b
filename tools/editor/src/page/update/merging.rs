//! A file that others have changed: it is shown, becomes one text with the author's, or is compared with it.

use super::opening::base;
use super::{apply, say};
use crate::drafts::draft::Base;
use crate::page::event::Effect;
use crate::page::state::{Choice, Comparison, Dialog, Notice, Saving, State};
use crate::store::{Conflict, Listed, StoredFile};
use crate::text::edit::Edit;
use crate::text::merge::{Merged, merge as merged};

/// The path of the open text, if its file is newer and the author has changed nothing. What has been changed is merged
/// when it is saved: nothing moves under the author's hands.
pub(super) fn is_newer(state: &State, files: &[Listed]) -> Option<String> {
    let editor = state.editor.as_deref()?;
    let base = editor.base.as_ref().filter(|_| !editor.is_changed() && !editor.elsewhere)?;
    let file = files.iter().find(|file| file.path == editor.path)?;
    (file.version != base.version).then(|| editor.path.clone())
}

/// Shows a file as it is now, in place of the text that was read from it before.
pub(super) fn reread(state: &mut State, file: StoredFile) -> Vec<Effect> {
    let Some(path) = is_newer(state, &[Listed { path: file.path.clone(), version: file.version.clone() }]) else {
        return Vec::new();
    };
    let Ok(file) = base(file) else { return Vec::new() };
    let text = file.text.clone();
    let effects = settle(state, file, text);
    let remedy = "The text is that of the file now.".to_owned();
    [say(state, format!("{path} has been changed by another program."), remedy), effects].concat()
}

/// Makes one text of the author's and that of the file as it is now.
pub(super) fn reconcile(state: &mut State, theirs: Base) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let base = editor.base.as_ref().map_or("", |base| &base.text);
    if editor.text == theirs.text {
        editor.base = Some(theirs);
        return vec![Effect::Keep];
    }
    let text = match merged(base, &editor.text, &theirs.text) {
        Merged::Clean(text) => text,
        Merged::Conflicts { text, conflicts } => {
            editor.drawer = None;
            let choices = vec![None; conflicts.len()];
            editor.merge = Some(Comparison { theirs, text, conflicts, choices });
            return Vec::new();
        }
    };
    let mut effects = settle(state, theirs, text);
    state.notice = Some(Notice {
        message: "The file had changed since you wrote. Both changes are in the text now.".to_owned(),
        remedy: "Look it through, then save. Undo gives your text alone.".to_owned(),
        link: None,
    });
    effects.push(Effect::Keep);
    effects
}

/// Puts the text made from both into the field, as made from the file as it is now.
pub(super) fn settle(state: &mut State, theirs: Base, text: String) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let mut edit = Edit::replace(0..editor.text.len(), text).trimmed(&editor.text);
    edit.selection_after = editor.selection;
    editor.base = Some(theirs);
    editor.merge = None;
    editor.saving = Saving::Idle;
    apply(state, &edit)
}

/// Files are not as they were. If it is the text alone, both become one; nothing is saved before the author has seen it.
pub(super) fn conflicted(state: &mut State, conflicts: Vec<Conflict>) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    // The proposal was closed, or others have changed it.
    editor.proposed = None;
    let theirs = match conflicts.as_slice() {
        [one] if one.path == editor.path => one.theirs.clone(),
        _ => None,
    };
    let text = theirs.and_then(|file| Some(Base { version: file.version, text: String::from_utf8(file.bytes).ok()? }));
    match text {
        Some(theirs) => reconcile(state, theirs),
        None if conflicts.iter().any(|conflict| conflict.path == editor.path && conflict.theirs.is_none()) => {
            editor.base = None;
            let remedy = "Save again to write it anew, or discard your changes.".to_owned();
            say(state, "The file has been deleted since you opened it. Nothing was saved.".to_owned(), remedy)
        }
        None => {
            state.dialog = Some(Dialog::Conflict(conflicts));
            Vec::new()
        }
    }
}

pub(super) fn choose(state: &mut State, name: &str, argument: &str) -> Vec<Effect> {
    let choice = match name {
        "choose-mine" => Choice::Mine,
        "choose-theirs" => Choice::Theirs,
        _ => Choice::Both,
    };
    let comparison = state.editor.as_deref_mut().and_then(|editor| editor.merge.as_mut());
    if let (Some(comparison), Ok(index)) = (comparison, argument.parse::<usize>())
        && let Some(chosen) = comparison.choices.get_mut(index)
    {
        *chosen = Some(choice);
    }
    Vec::new()
}

/// Uses the text that the author chose.
pub(super) fn merge(state: &mut State) -> Vec<Effect> {
    let Some(comparison) = state.editor.as_deref_mut().and_then(|editor| editor.merge.take()) else {
        return Vec::new();
    };
    if comparison.choices.contains(&None) {
        if let Some(editor) = state.editor.as_deref_mut() {
            editor.merge = Some(comparison);
        }
        return Vec::new();
    }
    let text = comparison.resolved();
    let mut effects = settle(state, comparison.theirs, text);
    effects.extend([Effect::Keep, Effect::Focus(crate::page::view::ids::TEXT)]);
    effects
}
