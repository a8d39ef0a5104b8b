//! What the editor says of its state, in words.

use crate::page::state::{Editor, Kept, Place, Saving, State};

/// Whether a text is kept and saved, in a few words.
pub(super) fn standing(state: &State, editor: &Editor) -> String {
    if editor.elsewhere {
        return "Open in another tab".to_owned();
    }
    if editor.merge.is_some() {
        return "Conflict".to_owned();
    }
    match &editor.saving {
        Saving::Sent(_) => return "Saving …".to_owned(),
        Saving::Failed(_) => return "Not saved".to_owned(),
        _ if editor.is_proposed() => return "Proposed".to_owned(),
        Saving::Done(_) if !editor.is_changed() => return format!("Saved {}", where_to(state)),
        _ => {}
    }
    match &editor.kept {
        Kept::Refused(_) => "Not kept".to_owned(),
        _ if !editor.is_changed() => "Unchanged".to_owned(),
        Kept::Done => "Kept on this device".to_owned(),
        Kept::Nothing | Kept::Waiting => "Not saved".to_owned(),
    }
}

/// Where texts are saved, after a verb.
pub(super) fn where_to(state: &State) -> String {
    match (state.place, &state.repository) {
        (Place::Local, _) => "in the folder".to_owned(),
        (Place::GitHub, Some(repository)) => format!("to {repository}"),
        (Place::GitHub, None) => "to GitHub".to_owned(),
        (Place::Folder, _) => "in the folder".to_owned(),
        (Place::ByHand, _) => "by hand".to_owned(),
    }
}

/// What a screen reader says when it changes.
pub(super) fn announcement(state: &State) -> String {
    if let Some(notice) = &state.notice {
        return if notice.remedy.is_empty() {
            notice.message.clone()
        } else {
            format!("{} — {}", notice.message, notice.remedy)
        };
    }
    let Some(editor) = &state.editor else { return String::new() };
    // Not with each word that is typed: only when something has been done.
    match &editor.saving {
        Saving::Idle if editor.is_locked() => standing(state, editor),
        Saving::Idle => String::new(),
        _ => standing(state, editor),
    }
}

/// A number and its noun.
pub(super) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
