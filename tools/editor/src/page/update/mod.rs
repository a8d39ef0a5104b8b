//! What each event changes, and what the browser is then to do. Pure.

mod commands;
mod complete;
mod details;
mod find;
mod list;
mod merging;
mod moving;
mod opening;
mod pictures;
mod saving;
mod tabs;
mod tokens;
mod typing;

pub use commands::applies;
pub use list::of_shared;

use crate::text::history::Source;

use super::event::{Effect, Event};
use super::state::{Dialog, Drawer, Editor, Notice, Pane, State};

/// Handles an event.
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Drafts(drafts) => list::drafts(state, drafts),
        Event::Pages(pages) => list::pages(state, pages),
        Event::Listed(files) => list::listed(state, files),
        Event::Reread(file) => merging::reread(state, file),
        Event::Placed(place) => list::placed(state, place),
        Event::Went(path) => opening::went(state, path),
        Event::Opened { path, file, draft, elsewhere, block } => {
            opening::opened(state, path, file, draft, (elsewhere, block))
        }
        Event::TakenOver(path) => tabs::taken_over(state, &path),
        Event::TookOver(path, draft) => tabs::took_over(state, path, draft),
        Event::Typed { edit, before, now } => typing::typed(state, &edit, before, now),
        Event::Selected(selection) => typing::selected(state, selection),
        Event::Answered { id, preview } => typing::answered(state, id, *preview),
        Event::Pasted { pasted, text } => commands::pasted(state, pasted.as_ref(), &text),
        Event::Kept(result) => kept(state, result),
        Event::Shared(draft) => list::shared(state, *draft),
        Event::Do(name, argument) => act(state, &name, &argument),
        Event::Input(name, argument, value) => input(state, &name, &argument, value),
        Event::Sent(name, fields) => sent(state, &name, &fields),
        Event::Picture { media_type, extension, size, waiting } => {
            pictures::ready(state, media_type, extension, size, waiting)
        }
        Event::NoPicture(message, remedy) | Event::Say(message, remedy) => say(state, message, remedy),
        Event::PictureUrl(path, url) => pictures::shown(state, path, url),
        Event::Saved(path, result) => saving::saved(state, &path, result),
        Event::Moved(from, to) => moving::moved(state, from, to),
        Event::Ask(dialog) => {
            state.dialog = Some(dialog);
            Vec::new()
        }
        Event::Pushes(pushes) => {
            state.proposes = !pushes;
            Vec::new()
        }
        Event::Proposed(path, message, link) => saving::proposed(state, &path, message, link),
        Event::Published(message, link) => {
            state.notice = Some(Notice { message, remedy: String::new(), link });
            Vec::new()
        }
    }
}

/// A button that was pressed, or a key that stands for one.
fn act(state: &mut State, name: &str, argument: &str) -> Vec<Effect> {
    match name {
        "dismiss" => state.notice = None,
        "close" => state.dialog = None,
        "keys" => state.dialog = Some(Dialog::Keys),
        "note" => return list::note(state, argument),
        "new" => state.dialog = Some(Dialog::New { problem: None }),
        "rename" => state.dialog = Some(Dialog::Rename { problem: None }),
        "delete" => state.dialog = Some(Dialog::Delete),
        "discard" => state.dialog = Some(Dialog::Discard),
        "details" => return drawer(state, Drawer::Details),
        "findings" => return drawer(state, Drawer::Findings),
        "close-drawer" => {
            if let Some(editor) = state.editor.as_deref_mut() {
                editor.drawer = None;
            }
            return vec![Effect::Focus(super::view::ids::TEXT)];
        }
        "pane" => return pane(state),
        "escape" => return escape(state),
        "download" => return vec![Effect::Download],
        "open-folder" => {
            state.dialog = None;
            return vec![Effect::OpenFolder];
        }
        "token" => return vec![Effect::AskToken],
        "forget-token" => return tokens::forget(state),
        "save" | "publish" | "merge" | "choose-mine" | "choose-theirs" | "choose-both" => {
            return saving::act(state, name, argument);
        }
        "take-over" => return tabs::take_over(state),
        "show-finding" | "fix" => return typing::finding(state, name, argument),
        _ if let Some(taxonomy) = details::taxonomy_of(name) => return details::add_term(state, taxonomy, argument),
        _ if name.starts_with("find") || name.starts_with("replace") => return find::act(state, name),
        _ if complete::is_one(name) => return complete::act(state, name, argument),
        _ => return commands::act(state, name, argument),
    }
    Vec::new()
}

/// A field of a form that has changed.
fn input(state: &mut State, name: &str, argument: &str, value: String) -> Vec<Effect> {
    match name {
        "query" => state.list.query = value,
        "link-query" => state.dialog = Some(Dialog::Link { query: value }),
        "field" | "flag" => return details::changed(state, argument, &value),
        _ => return find::input(state, name, value),
    }
    Vec::new()
}

/// A form of a dialog that was sent.
fn sent(state: &mut State, name: &str, fields: &[(String, String)]) -> Vec<Effect> {
    let field = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim());
    match name {
        "create" => list::create(state, field("folder"), field("title"), field("page") == "true"),
        "rename-to" => moving::rename(state, field("name")),
        "delete-now" => moving::delete(state),
        "discard-now" => opening::discard(state),
        "leave-now" => opening::leave(state),
        "alt" => pictures::described(state, field("alt")),
        "link-first" => complete::link_first(state),
        "use-token" => tokens::entered(state, field("token"), field("passphrase")),
        "unlock-token" => vec![Effect::UnlockToken(field("passphrase").to_owned())],
        "propose" => saving::propose(state),
        "by-hand" => {
            state.dialog = None;
            vec![Effect::Form]
        }
        _ => {
            state.dialog = None;
            Vec::new()
        }
    }
}

/// The draft has been written. What was typed since then is not kept yet.
fn kept(state: &mut State, result: Result<String, String>) -> Vec<Effect> {
    state.refused = result.as_ref().err().cloned();
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    editor.kept = match result {
        Ok(text) if text != editor.text => return Vec::new(),
        Ok(_) => super::state::Kept::Done,
        Err(reason) => super::state::Kept::Refused(reason),
    };
    Vec::new()
}

fn drawer(state: &mut State, drawer: Drawer) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let opens = editor.drawer != Some(drawer);
    editor.drawer = opens.then_some(drawer);
    vec![if opens { Effect::Focus(super::view::ids::DRAWER) } else { Effect::Focus(super::view::ids::TEXT) }]
}

fn pane(state: &mut State) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    editor.pane = match editor.pane {
        Pane::Text => Pane::Preview,
        Pane::Preview => Pane::Text,
    };
    Vec::new()
}

/// Closes what is open over or beside the text, the last first.
fn escape(state: &mut State) -> Vec<Effect> {
    if state.dialog.take().is_some() {
        return Vec::new();
    }
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let is_open = editor.completion.take().is_some() || editor.find.take().is_some() || editor.drawer.take().is_some();
    if is_open { vec![Effect::Focus(super::view::ids::TEXT)] } else { Vec::new() }
}

fn say(state: &mut State, message: String, remedy: String) -> Vec<Effect> {
    state.notice = Some(Notice { message, remedy, link: None });
    Vec::new()
}

/// Puts an edit into the open text, as one step that can be undone.
fn apply(state: &mut State, edit: &crate::text::edit::Edit) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref_mut().filter(|editor| !editor.is_locked()) else { return Vec::new() };
    let edit = edit.clone().trimmed(&editor.text);
    if edit.range.is_empty() && edit.replacement.is_empty() {
        editor.selection = edit.selection_after;
        return vec![Effect::Reveal];
    }
    editor.history.push(&editor.text, &edit, editor.selection, Source::Command, 0);
    editor.text = edit.apply(&editor.text);
    editor.selection = edit.selection_after;
    changed(editor);
    vec![Effect::Show, Effect::Ask, Effect::Keep]
}

/// Notes that the text of the editor has changed.
fn changed(editor: &mut Editor) {
    editor.report.is_old = true;
    editor.kept = super::state::Kept::Waiting;
    editor.completion = None;
    if matches!(editor.saving, super::state::Saving::Done(_) | super::state::Saving::Failed(_)) {
        editor.saving = super::state::Saving::Idle;
    }
}

#[cfg(test)]
mod tests;
