//! Opening and leaving a text; one tab at a time.

use super::say;
use crate::drafts::draft::{Base, Draft};
use crate::page::event::Effect;
use crate::page::state::{Comparison, Dialog, Drawer, Editor, Kept, Notice, Pane, Report, Saving, State};
use crate::store::{Listed, StoreError, StoredFile};
use crate::text::edit::Edit;
use crate::text::history::History;
use crate::text::merge::{Merged, merge};
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
    if draft.is_some_and(|draft| draft.changed == 0.0) {
        // A new text.
        effects.push(Effect::Keep);
    }
    // The tab that edits it merges it.
    if let Some(theirs) = theirs.filter(|_| !elsewhere) {
        effects.extend(reconcile(state, theirs));
    }
    effects
}

/// The text that was begun at a path and never written, if there is one. Other drafts of the list may be older than what this
/// device has.
fn begun(state: &State, path: &str) -> Option<Draft> {
    state.list.drafts.iter().find(|draft| draft.path == path && draft.changed == 0.0).cloned()
}

fn base(file: StoredFile) -> Result<Base, ()> {
    let text = String::from_utf8(file.bytes).map_err(|_| ())?;
    Ok(Base { version: file.version, text })
}

fn new_editor(path: String, text: String, base: Option<Base>, draft: Option<&Draft>) -> Editor {
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
    let text = match merge(base, &editor.text, &theirs.text) {
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
    super::apply(state, &edit)
}

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
