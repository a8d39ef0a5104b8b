//! Find and replace.

use super::apply;
use crate::page::event::Effect;
use crate::page::state::{Editor, State};
use crate::page::view::ids;
use crate::text::find;
use crate::text::selection::Selection;

pub(super) fn act(state: &mut State, name: &str) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    match name {
        "find" => toggle(editor),
        "find-open" => open(editor),
        "find-next" => step(editor, true),
        "find-previous" => step(editor, false),
        "replace" => replace(state),
        "replace-all" => replace_all(state),
        _ => Vec::new(),
    }
}

pub(super) fn input(state: &mut State, name: &str, value: String) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let Some(find) = editor.find.as_mut() else { return Vec::new() };
    match name {
        "find" => find.query.words = value,
        "find-case" => find.query.match_case = value == "true",
        "replacement" => {
            find.replacement = value;
            return Vec::new();
        }
        _ => return Vec::new(),
    }
    count(editor);
    Vec::new()
}

fn toggle(editor: &mut Editor) -> Vec<Effect> {
    if editor.find.take().is_some() { vec![Effect::Focus(ids::TEXT)] } else { open(editor) }
}

/// Opens the bar, to search what is selected if that is in one line.
fn open(editor: &mut Editor) -> Vec<Effect> {
    let selected = editor.text.get(editor.selection.within(&editor.text)).unwrap_or_default();
    let mut find = editor.find.take().unwrap_or_default();
    if !selected.is_empty() && !selected.contains('\n') {
        find.query.words = selected.to_owned();
    }
    editor.find = Some(find);
    count(editor);
    vec![Effect::Focus(ids::FIND_WHAT)]
}

fn step(editor: &mut Editor, forward: bool) -> Vec<Effect> {
    let Some(find) = &editor.find else { return Vec::new() };
    let matches = find::all(&editor.text, &find.query);
    let found = if forward {
        find::next(&matches, editor.selection.end)
    } else {
        find::previous(&matches, editor.selection.start)
    };
    if let Some(found) = found {
        editor.selection = Selection::from(found);
        count(editor);
        return vec![Effect::Reveal];
    }
    Vec::new()
}

fn replace(state: &mut State) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let Some(find) = &editor.find else { return Vec::new() };
    let edit = find::replace_one(&editor.text, editor.selection, &find.query, &find.replacement);
    let mut effects = edit.map(|edit| apply(state, &edit)).unwrap_or_default();
    if let Some(editor) = state.editor.as_deref_mut() {
        count(editor);
    }
    effects.push(Effect::Reveal);
    effects
}

fn replace_all(state: &mut State) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let Some(find) = &editor.find else { return Vec::new() };
    let edit = find::replace_all(&editor.text, editor.selection, &find.query, &find.replacement);
    let effects = edit.map(|edit| apply(state, &edit)).unwrap_or_default();
    if let Some(editor) = state.editor.as_deref_mut() {
        count(editor);
    }
    effects
}

fn count(editor: &mut Editor) {
    if let Some(find) = editor.find.as_mut() {
        let matches = find::all(&editor.text, &find.query);
        let selected = matches.iter().position(|found| *found == editor.selection.within(&editor.text));
        find.found = (matches.len(), selected.map(|index| index + 1));
    }
}
