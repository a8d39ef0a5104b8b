//! Saving, publishing and proposing.

use super::{details, merging, say};
use crate::drafts::draft::Base;
use crate::page::event::Effect;
use crate::page::state::{Dialog, Editor, Kept, Notice, Place, Saving, State};
use crate::page::{front, path};
use crate::store::{Change, Save, Saved, StoreError, Version};

pub(super) fn act(state: &mut State, name: &str, argument: &str) -> Vec<Effect> {
    match name {
        "save" => save(state),
        "publish" => publish(state),
        "merge" => merging::merge(state),
        _ => merging::choose(state, name, argument),
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
        Err(StoreError::Conflict(conflicts)) if !editor.elsewhere => merging::conflicted(state, conflicts),
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

/// A change has been proposed. The draft stays: the file is as it was until the proposal is accepted.
pub(super) fn proposed(state: &mut State, path: &str, message: String, link: String) -> Vec<Effect> {
    if let Some((editor, text)) = sent(state, path) {
        editor.proposed = Some(Version::of(text.as_bytes()));
        editor.saving = Saving::Done(Some(link.clone()));
    }
    state.notice = Some(Notice { message, remedy: String::new(), link: Some(link) });
    vec![Effect::KeepNow]
}
