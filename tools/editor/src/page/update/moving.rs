//! Renaming and deleting: a text gets another path, or none.

use super::{details, list, say};
use crate::drafts::draft::Base;
use crate::page::event::Effect;
use crate::page::state::{Dialog, Place, Saving, State};
use crate::page::{front, path};
use crate::store::Version;
use crate::text::front_matter::Value;
use crate::text::slugs;

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
        list::is_taken(state, &to).then(|| format!("There is a text {to} already."))
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
    if !state.list.has_pages {
        // Without them, nobody knows the address that is to become an alias.
        let remedy =
            "Rename it when the list of texts is there. If that does not come, load the page again.".to_owned();
        return say(state, "The addresses of the site’s texts are not loaded yet.".to_owned(), remedy);
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
