//! Opening and leaving a text.

use super::{merging, say};
use crate::drafts::draft::{Base, Draft};
use crate::page::event::Effect;
use crate::page::state::{Dialog, Editor, Kept, Pane, Report, Saving, State};
use crate::store::{StoreError, StoredFile};
use crate::text::history::History;
use crate::text::selection::Selection;

/// What the history of a text may hold: some hours of writing.
const MAX_HISTORY_BYTES: usize = 400_000;

/// The address names a text, or the list.
pub(super) fn went(state: &mut State, path: Option<String>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let going = path.as_deref().map(|path| split_block(path).0.to_owned());
    if state.editor.as_deref().is_some_and(|editor| Some(&editor.path) == going.as_ref()) {
        state.going = going;
        return effects;
    }
    if let Some(editor) = state.editor.as_deref().filter(|_| state.would_lose()) {
        let back = Effect::Go(Some(editor.path.clone()));
        state.dialog = Some(Dialog::Leave { to: path });
        return vec![back];
    }
    // A text that is left while it is being read may have its lock already.
    if state.editor.is_some() || state.going.as_ref().is_some_and(|left| Some(left) != going.as_ref()) {
        effects.push(Effect::Release);
    }
    state.going = going;
    // Not where the list stays, as at the start, or is gone to because a text cannot be opened: the reason is told there.
    if state.editor.take().is_some() || path.is_some() {
        state.notice = None;
        state.dialog = None;
    }
    match path {
        Some(path) => {
            let (path, block) = split_block(&path);
            // One that is left and gone to again while it is being read is not read twice: this tab may have its lock.
            if state.opening.insert(path.to_owned()) {
                effects.push(Effect::Open { path: path.to_owned(), block });
            }
        }
        None => effects.extend([Effect::ReadDrafts, Effect::List]),
    }
    effects
}

/// A path and the number of the block behind its colon.
fn split_block(path: &str) -> (&str, Option<usize>) {
    match path.rsplit_once(':').map(|(path, block)| (path, block.parse())) {
        Some((path, Ok(block))) => (path, Some(block)),
        _ => (path, None),
    }
}

/// Shows a text: its draft, if this device has one, otherwise its file. If the file is newer than what the draft was made
/// from, both become one text; where they conflict, the author chooses.
pub(super) fn opened(
    state: &mut State,
    path: String,
    file: Result<Option<StoredFile>, StoreError>,
    draft: Option<Draft>,
    (elsewhere, block): (bool, Option<usize>),
) -> Vec<Effect> {
    // It is shown once, and not if the author has gone on meanwhile.
    if !state.opening.remove(&path) || state.going.as_ref() != Some(&path) {
        return Vec::new();
    }
    let is_stored = matches!(file, Ok(Some(_)));
    let draft = draft.filter(Draft::is_changed).or_else(|| begun(state, &path).filter(|_| !is_stored));
    let file = match file {
        Ok(file) => match file.map(base).transpose() {
            Ok(file) => Ok(file),
            Err(()) => {
                say(
                    state,
                    format!("{path} is not text in UTF-8"),
                    "save it as UTF-8 with another program, and open it again".to_owned(),
                );
                return vec![Effect::Go(None)];
            }
        },
        Err(error) => Err(error.problem()),
    };
    let (text, base, theirs) = match (file, draft.as_ref()) {
        (Ok(None), None) => {
            say(state, format!("There is no text {path}."), "It may have been renamed or deleted.".to_owned());
            return vec![Effect::Go(None)];
        }
        (Ok(Some(file)), None) => (file.text.clone(), Some(file), None),
        (Ok(file), Some(draft)) => {
            let newer = file.filter(|file| draft.base.as_ref().is_none_or(|base| base.version != file.version));
            (draft.text.clone(), draft.base.clone(), newer)
        }
        (Err(problem), Some(draft)) => {
            say(state, problem.message, problem.remedy);
            (draft.text.clone(), draft.base.clone(), None)
        }
        (Err(problem), None) => {
            say(state, problem.message, problem.remedy);
            return vec![Effect::Go(None)];
        }
    };
    let mut editor = new_editor(path, text, base, draft.as_ref());
    editor.elsewhere = elsewhere;
    editor.seek = block;
    state.editor = Some(Box::new(editor));
    let mut effects = vec![Effect::Fill, Effect::Ask, Effect::Focus(crate::page::view::ids::TEXT), Effect::Reveal];
    if draft.is_some_and(|draft| draft.is_only_begun()) {
        // A new text.
        effects.push(Effect::Keep);
    }
    // The tab that edits it merges it.
    if let Some(theirs) = theirs.filter(|_| !elsewhere) {
        effects.extend(merging::reconcile(state, theirs));
    }
    effects
}

/// The text that was begun at a path and never written, if there is one. Other drafts of the list may be older than what this
/// device has.
fn begun(state: &State, path: &str) -> Option<Draft> {
    state.list.drafts.iter().find(|draft| draft.path == path && draft.is_only_begun()).cloned()
}

pub(super) fn base(file: StoredFile) -> Result<Base, ()> {
    let text = String::from_utf8(file.bytes).map_err(|_| ())?;
    Ok(Base { version: file.version, text })
}

pub(super) fn new_editor(path: String, text: String, base: Option<Base>, draft: Option<&Draft>) -> Editor {
    let selection =
        draft.map_or_else(Selection::default, |draft| Selection { start: draft.selection.0, end: draft.selection.1 });
    let range = selection.within(&text);
    let history = draft
        .and_then(|draft| serde_json::from_str(&draft.history).ok())
        .unwrap_or_else(|| History::new(MAX_HISTORY_BYTES));
    Editor {
        path,
        base,
        proposed: draft.and_then(|draft| draft.proposed.clone()),
        history,
        selection: range.into(),
        pictures: draft.map(|draft| draft.pictures.clone()).unwrap_or_default(),
        text,
        report: Report::default(),
        kept: if draft.is_some_and(|draft| draft.changed > 0.0) { Kept::Done } else { Kept::Nothing },
        saving: Saving::Idle,
        elsewhere: false,
        pane: Pane::Text,
        drawer: None,
        find: None,
        completion: None,
        merge: None,
        seek: None,
        asked: 0,
    }
}

/// Leaves a text that is kept nowhere.
pub(super) fn leave(state: &mut State) -> Vec<Effect> {
    let Some(Dialog::Leave { to }) = state.dialog.take() else { return Vec::new() };
    state.editor = None;
    vec![Effect::Release, Effect::Go(to)]
}

/// Forgets the draft of the open text.
pub(super) fn discard(state: &mut State) -> Vec<Effect> {
    state.dialog = None;
    let Some(editor) = state.editor.take_if(|editor| !editor.elsewhere) else { return Vec::new() };
    state.list.drafts.retain(|draft| draft.path != editor.path);
    vec![Effect::Forget(editor.path, editor.pictures), Effect::Release, Effect::Go(None)]
}
