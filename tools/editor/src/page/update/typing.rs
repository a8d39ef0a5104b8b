//! The text while it is written: what is typed, undone and found.

use personal_page::bundle::preview::Preview;

use super::{apply, changed, complete};
use crate::page::event::Effect;
use crate::page::pieces::Pieces;
use crate::page::state::{Report, State};
use crate::text::edit::Edit;
use crate::text::history::Source;
use crate::text::selection::Selection;

/// The author typed. What is typed in one go is undone in one go.
pub(super) fn typed(state: &mut State, edit: &Edit, before: Selection, now: f64) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    editor.history.push(&editor.text, edit, before, Source::Typing, now as u64);
    editor.text = edit.apply(&editor.text);
    editor.selection = edit.selection_after;
    // The caret is where the author writes.
    editor.seek = None;
    changed(editor);
    complete::offer(state);
    vec![Effect::Ask, Effect::Keep]
}

pub(super) fn selected(state: &mut State, selection: Selection) -> Vec<Effect> {
    if let Some(editor) = state.editor.as_deref_mut().filter(|editor| editor.selection != selection) {
        editor.selection = selection;
        if editor.completion.is_some() {
            complete::offer(state);
        }
    }
    Vec::new()
}

pub(super) fn undo(state: &mut State, redo: bool) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut().filter(|editor| !editor.is_locked()) else { return Vec::new() };
    let edit = if redo { editor.history.redo(&editor.text) } else { editor.history.undo(&editor.text) };
    let Some(edit) = edit else { return Vec::new() };
    editor.text = edit.apply(&editor.text);
    editor.selection = edit.selection_after;
    changed(editor);
    vec![Effect::Show, Effect::Reveal, Effect::Ask, Effect::Keep]
}

/// The worker has read the text.
pub(super) fn answered(state: &mut State, id: u32, preview: Preview) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    // An answer to an earlier question is shown, too: it is newer than what is there. Its places are not those of the text.
    let is_old = id != editor.asked;
    let findings = if preview.is_checked { preview.findings } else { std::mem::take(&mut editor.report.findings) };
    editor.report = Report {
        title: preview.title,
        language: (!preview.language.is_empty()).then_some(preview.language),
        words: preview.words,
        minutes: preview.minutes,
        findings,
        blocks: preview.blocks,
        is_old,
        is_unchecked: !preview.is_checked,
    };
    let mut effects = vec![Effect::Preview(Pieces::new(preview.html, preview.starts))];
    if !is_old {
        effects.push(Effect::Mark);
        let start = editor.seek.take().and_then(|block| editor.report.blocks.get(block));
        if let Some(start) = start {
            editor.selection = Selection::caret(editor.text.floor_char_boundary(*start as usize));
            effects.extend([Effect::Focus(crate::page::view::ids::TEXT), Effect::Reveal]);
        }
    }
    effects
}

/// Shows what is found in the text, or does what is said about it.
pub(super) fn finding(state: &mut State, name: &str, index: &str) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let Some(found) = index.parse().ok().and_then(|index: usize| editor.report.findings.get(index)) else {
        return Vec::new();
    };
    let range = found.start..found.end;
    if name == "fix" {
        let Some(fix) = found.fix.clone() else { return Vec::new() };
        // The places are those of the text that the worker has read.
        if editor.report.is_old || editor.report.is_unchecked {
            return Vec::new();
        }
        let mut effects = apply(state, &Edit::replace(range, fix));
        effects.push(Effect::Reveal);
        return effects;
    }
    editor.selection = Selection::from(range).within(&editor.text).into();
    editor.pane = crate::page::state::Pane::Text;
    vec![Effect::Focus(crate::page::view::ids::TEXT), Effect::Reveal]
}
