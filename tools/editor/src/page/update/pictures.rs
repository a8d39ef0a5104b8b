//! Pictures that are put into a text.

use super::{apply, list, say};
use crate::drafts::draft::Picture;
use crate::page::event::Effect;
use crate::page::path;
use crate::page::state::{Dialog, Editor, Saving, State};
use crate::text::edit::Edit;
use crate::text::front_matter::split::body_start;
use crate::text::slugs;

/// Puts a picture into the text, beside its file. A new text gets a folder for itself with its first picture; the file
/// of one that is saved stays where it is.
pub(super) fn ready(
    state: &mut State,
    media_type: String,
    extension: &str,
    (width, height): (u32, u32),
    waiting: u32,
) -> Vec<Effect> {
    if state.editor.as_deref().is_none_or(Editor::is_locked) {
        if state.editor.is_some() {
            let remedy = "Add it again when the text can be edited here.".to_owned();
            say(state, "The picture is not added: the text can only be read now.".to_owned(), remedy);
        }
        return vec![Effect::Take(waiting, None)];
    }
    let mut effects = Vec::new();
    // The path stays while the text is being saved.
    let is_new = state.editor.as_deref().is_some_and(|editor| {
        editor.base.is_none() && editor.pictures.is_empty() && !matches!(editor.saving, Saving::Sent(_))
    });
    if is_new {
        effects.extend(into_folder(state));
    }
    let Some(editor) = state.editor.as_deref() else { return effects };
    let stored = state.list.stored.iter().flatten();
    let taken: Vec<&str> = stored
        .map(|file| file.path.as_str())
        .chain(editor.pictures.iter().map(|picture| picture.path.as_str()))
        .collect();
    let path =
        slugs::picture_path(&editor.path, extension, |path| taken.iter().any(|taken| taken.eq_ignore_ascii_case(path)));
    // Not into the front matter, where the caret may be.
    let (range, body) = (editor.selection.within(&editor.text), body_start(&editor.text));
    let range = range.start.max(body)..range.end.max(body);
    let edit = insertion(&editor.text, range, &path::reference(&editor.path, &path));
    if let Some(editor) = state.editor.as_deref_mut() {
        editor.pictures.push(Picture { path: path.clone(), media_type, width, height });
    }
    effects.push(Effect::Take(waiting, Some(path)));
    effects.extend(apply(state, &edit));
    effects
}

/// The picture, in a paragraph of its own.
fn insertion(text: &str, range: std::ops::Range<usize>, reference: &str) -> Edit {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let ending = crate::text::lines::ending_near(text, range.start);
    let blank = |ended: bool, twice: bool| match (ended, twice) {
        (true, true) => String::new(),
        (true, false) => ending.to_owned(),
        _ => ending.repeat(2),
    };
    let twice = [ending, ending].concat();
    let lead = if before.is_empty() { String::new() } else { blank(before.ends_with('\n'), before.ends_with(&twice)) };
    let trail =
        if after.is_empty() { ending.to_owned() } else { blank(after.starts_with(ending), after.starts_with(&twice)) };
    Edit::replace(range, format!("{lead}![]({reference}){trail}"))
}

/// Gives a text that is only on this device a folder to itself.
fn into_folder(state: &mut State) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    let (from, to) = (editor.path.clone(), path::as_folder(&editor.path));
    if from == to
        || (state.list.stored.is_none()
            && list::is_taken(state, &to)
            && !state.list.drafts.iter().any(|draft| draft.path == from))
    {
        return Vec::new();
    }
    super::moving::move_draft(state, &from, &to)
}

/// A picture can be shown: asks what it shows.
pub(super) fn shown(state: &mut State, path: String, url: String) -> Vec<Effect> {
    if state.dialog.is_none() {
        state.dialog = Some(Dialog::Alt { path, url });
    }
    Vec::new()
}

/// Writes what a picture shows into the text.
pub(super) fn described(state: &mut State, alt: &str) -> Vec<Effect> {
    let Some(Dialog::Alt { path, .. }) = state.dialog.take() else { return Vec::new() };
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    let empty = format!("![]({})", path::reference(&editor.path, &path));
    let Some(at) = editor.text.find(&empty) else { return Vec::new() };
    if alt.is_empty() {
        return vec![Effect::Focus(crate::page::view::ids::TEXT)];
    }
    let words = alt.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
    let caret = editor.selection;
    let mut edit = Edit::replace(at + 2..at + 2, words);
    let moved = |place: usize| if place > at { place + edit.replacement.len() } else { place };
    edit.selection_after = crate::text::selection::Selection { start: moved(caret.start), end: moved(caret.end) };
    let mut effects = apply(state, &edit);
    effects.push(Effect::Focus(crate::page::view::ids::TEXT));
    effects
}
