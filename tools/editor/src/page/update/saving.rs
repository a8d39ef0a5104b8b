//! Saving, publishing, renaming and deleting.

use super::{details, opening, say};
use crate::drafts::draft::Base;
use crate::page::event::Effect;
use crate::page::state::{Choice, Dialog, Editor, Kept, Notice, Place, Saving, State};
use crate::page::{front, path};
use crate::store::{Change, Save, Saved, StoreError, Version};
use crate::text::front_matter::Value;
use crate::text::slugs;

pub(super) fn act(state: &mut State, name: &str, argument: &str) -> Vec<Effect> {
    match name {
        "save" => save(state),
        "publish" => publish(state),
        "merge" => merge(state),
        _ => choose(state, name, argument),
    }
}

/// Saves the text with its pictures. Those that the text no longer shows are left out.
fn save(state: &mut State) -> Vec<Effect> {
    let (place, proposes) = (state.place, state.proposes);
    let Some(editor) = state.editor.as_deref_mut().filter(|editor| !editor.elsewhere) else { return Vec::new() };
    if editor.merge.is_some() || matches!(editor.saving, Saving::Sent(_)) || !editor.is_changed() {
        return Vec::new();
    }
    if place == Place::ByHand {
        state.dialog = Some(Dialog::ByHand);
        return Vec::new();
    }
    let text = Change::Write {
        path: editor.path.clone(),
        bytes: editor.text.clone().into_bytes(),
        base: editor
            .proposed
            .clone()
            .filter(|_| proposes)
            .or_else(|| editor.base.as_ref().map(|base| base.version.clone())),
    };
    let message = message(editor);
    let pictures = editor.shown_pictures().cloned().collect();
    editor.saving = Saving::Sent(editor.text.clone());
    state.notice = None;
    vec![Effect::KeepNow, Effect::Save(Save { changes: vec![text], message }, pictures)]
}

/// What the history of the repository says.
fn message(editor: &Editor) -> String {
    let title = front::text(&editor.text, "title").unwrap_or_else(|| path::name(&editor.path).to_owned());
    let is_draft = front::flag(&editor.text, "draft");
    let was_draft = editor.base.as_ref().is_some_and(|base| front::flag(&base.text, "draft"));
    let verb = match (&editor.base, is_draft, was_draft) {
        (None, true, _) => "Draft",
        (None, false, _) | (Some(_), false, true) => "Publish",
        (Some(_), true, false) => "Unpublish",
        (Some(_), _, _) => "Edit",
    };
    format!("{verb} {}", title.lines().next().unwrap_or_default())
}

/// Takes the mark of a draft away, and saves. Why the mark cannot be taken away is told, and nothing is saved.
fn publish(state: &mut State) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    let text = editor.text.clone();
    let is_refused = front::set(&text, "draft", None).is_err();
    let mut effects = details::set(state, &text, "draft", None);
    if !is_refused {
        effects.extend(save(state));
    }
    effects
}

/// Proposes the text, and what is saved after it: the branch is protected.
pub(super) fn propose(state: &mut State) -> Vec<Effect> {
    state.dialog = None;
    state.proposes = true;
    save(state)
}

/// The open text and what of it was sent, if it is the one at the path of a save that ends: the author may have gone on to
/// another, which may be on its way, too.
fn sent<'s>(state: &'s mut State, path: &str) -> Option<(&'s mut Editor, String)> {
    let editor = state.editor.as_deref_mut().filter(|editor| editor.path == path)?;
    let Saving::Sent(text) = &mut editor.saving else { return None };
    let text = std::mem::take(text);
    editor.saving = Saving::Idle;
    Some((editor, text))
}

pub(super) fn saved(state: &mut State, path: &str, result: Result<Saved, StoreError>) -> Vec<Effect> {
    let Some((editor, text)) = sent(state, path) else {
        if let Err(error) = result {
            let problem = error.problem();
            say(state, format!("{path} is not saved: {}", problem.message), problem.remedy);
        }
        return vec![Effect::List];
    };
    match result {
        Ok(saved) => {
            editor.base = Some(Base { version: Version::of(text.as_bytes()), text });
            editor.proposed = None;
            let pictures = editor.pictures.clone();
            editor.pictures.retain(|picture| !saved.files.iter().any(|(path, _)| *path == picture.path));
            editor.saving = Saving::Done(saved.link);
            let mut effects = vec![Effect::List];
            if editor.elsewhere {
                // The draft is the other tab's now.
            } else if editor.is_changed() {
                effects.push(Effect::KeepNow);
            } else {
                editor.kept = Kept::Nothing;
                effects.push(Effect::Forget(editor.path.clone(), pictures));
            }
            effects.extend(saved.commit.map(Effect::Watch));
            effects
        }
        Err(StoreError::Conflict(conflicts)) => conflicted(state, conflicts),
        Err(error) => {
            let problem = error.problem();
            editor.saving = Saving::Failed(problem.clone());
            let mut effects = say(state, format!("Not saved: {}", problem.message), problem.remedy);
            match (&error, state.place) {
                (StoreError::Unauthorised(_), Place::GitHub) => effects.push(Effect::AskToken),
                (StoreError::Protected(_), Place::GitHub) => state.dialog = Some(Dialog::Propose),
                _ => {}
            }
            effects
        }
    }
}

/// Files are not as they were. If it is the text alone, both become one; nothing is saved before the author has seen it.
fn conflicted(state: &mut State, conflicts: Vec<crate::store::Conflict>) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    // The proposal was closed, or others have changed it.
    editor.proposed = None;
    let theirs = match conflicts.as_slice() {
        [one] if one.path == editor.path => one.theirs.clone(),
        _ => None,
    };
    let text = theirs.and_then(|file| Some(Base { version: file.version, text: String::from_utf8(file.bytes).ok()? }));
    match text {
        Some(theirs) => opening::reconcile(state, theirs),
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

fn choose(state: &mut State, name: &str, argument: &str) -> Vec<Effect> {
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
fn merge(state: &mut State) -> Vec<Effect> {
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
    let mut effects = opening::settle(state, comparison.theirs, text);
    effects.extend([Effect::Keep, Effect::Focus(crate::page::view::ids::TEXT)]);
    effects
}

/// Gives the text another name. One that is saved keeps its former address as an alias.
pub(super) fn rename(state: &mut State, name: &str) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref().filter(|editor| !editor.elsewhere) else { return Vec::new() };
    if matches!(editor.saving, Saving::Sent(_)) {
        // The answer names the path that was saved.
        let problem = Some("The text is being saved. Rename it when that is done.".to_owned());
        state.dialog = Some(Dialog::Rename { problem });
        return Vec::new();
    }
    let slug = slugs::slug(name).unwrap_or_default();
    let (from, to) = (editor.path.clone(), path::renamed(&editor.path, &slug));
    let problem = if slug.is_empty() {
        Some("Write letters or digits.".to_owned())
    } else if slugs::is_too_long(&slug) {
        Some(slugs::TOO_LONG.to_owned())
    } else if from == to {
        state.dialog = None;
        return Vec::new();
    } else {
        super::list::is_taken(state, &to).then(|| format!("There is a text {to} already."))
    };
    if problem.is_some() {
        state.dialog = Some(Dialog::Rename { problem });
        return Vec::new();
    }
    state.dialog = None;
    let Some(base) = editor.base.as_ref().map(|base| base.version.clone()) else {
        return move_draft(state, &from, &to);
    };
    if state.place == Place::ByHand {
        let remedy = "Give a token or open the site’s folder; then it can be renamed from here.".to_owned();
        return say(state, "Without a place to save to, a file cannot be renamed.".to_owned(), remedy);
    }
    let text = editor.text.clone();
    let Some(route) = state.list.pages.get(&from).map(|page| format!("/{}", page.route.path())) else {
        return vec![Effect::Move { from, to, base, file: text }];
    };
    let mut aliases = front::list(&text, "aliases");
    if !aliases.contains(&route) {
        aliases.push(route);
    }
    let mut effects = details::set(state, &text, "aliases", Some(Value::List(aliases)));
    let file = state.editor.as_ref().map_or(text, |editor| editor.text.clone());
    effects.extend([Effect::KeepNow, Effect::Move { from, to, base, file }]);
    effects
}

/// Gives the open text another path, with the pictures that are only on this device.
pub(super) fn move_draft(state: &mut State, from: &str, to: &str) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let mut old = editor.pictures.clone();
    let mut moved = Vec::new();
    for picture in &mut editor.pictures {
        let file = picture.path.rsplit('/').next().unwrap_or_default();
        let path = format!("{}{file}", path::folder(to));
        moved.push((picture.path.clone(), path.clone()));
        picture.path = path;
    }
    // Those of a file in the same folder stay where they are.
    old.retain(|picture| moved.iter().all(|(_, to)| *to != picture.path));
    editor.path = to.to_owned();
    // A proposal of the text at its former path is another one.
    editor.proposed = None;
    state.list.drafts.retain(|draft| draft.path != from);
    state.going = Some(to.to_owned());
    vec![
        Effect::Hold(to.to_owned()),
        Effect::MovePictures(moved),
        Effect::KeepNow,
        Effect::Forget(from.to_owned(), old),
        Effect::Go(Some(to.to_owned())),
        Effect::Ask,
    ]
}

pub(super) fn delete(state: &mut State) -> Vec<Effect> {
    state.dialog = None;
    let Some(editor) = state.editor.as_deref().filter(|editor| !editor.elsewhere) else { return Vec::new() };
    if state.place == Place::ByHand {
        let remedy = "Delete it in the repository or in the site’s folder.".to_owned();
        return say(state, "Without a place to save to, a file cannot be deleted.".to_owned(), remedy);
    }
    vec![Effect::Delete(editor.path.clone())]
}

/// A text has another path now, or is gone. What was typed meanwhile stays in the text.
pub(super) fn moved(state: &mut State, from: String, to: Option<(String, String)>) -> Vec<Effect> {
    let editor = state.editor.as_deref_mut().filter(|editor| editor.path == from && !editor.elsewhere);
    match (to, editor) {
        (Some((to, text)), Some(editor)) => {
            editor.base = Some(Base { version: Version::of(text.as_bytes()), text });
            if matches!(editor.saving, Saving::Sent(_)) {
                // It was sent to the path that is no more, and its answer names that.
                editor.saving = Saving::Idle;
            }
            let mut effects = move_draft(state, &from, &to);
            effects.push(Effect::List);
            effects
        }
        (None, Some(_)) => {
            let pictures = state.editor.take().map(|editor| editor.pictures).unwrap_or_default();
            state.list.drafts.retain(|draft| draft.path != from);
            let remedy = match state.place {
                Place::GitHub => "The history of the repository keeps it.",
                _ => "It is in the folder .trash of the site.",
            };
            let mut effects = say(state, format!("{from} is deleted."), remedy.to_owned());
            effects.extend([Effect::Forget(from, pictures), Effect::Release, Effect::Go(None), Effect::List]);
            effects
        }
        // The author has gone on to another text, or to another tab. What was typed before that is in the draft alone.
        (Some((_, text)), None) => vec![Effect::ForgetSaved(from, text), Effect::List],
        (None, None) => vec![Effect::Forget(from, Vec::new()), Effect::List],
    }
}

/// A change has been proposed. The draft stays: the file is as it was until the proposal is accepted.
pub(super) fn proposed(state: &mut State, path: &str, message: String, link: String) -> Vec<Effect> {
    if let Some((editor, text)) = sent(state, path) {
        editor.proposed = Some(Version::of(text.as_bytes()));
        editor.saving = Saving::Done(Some(link.clone()));
    }
    state.notice = Some(Notice { message, remedy: String::new(), link: Some(link) });
    vec![Effect::KeepNow]
}
