//! The list: what is known of texts and drafts, and new texts.

use personal_page::bundle::preview::PageEntry;

use super::{merging, say};
use crate::drafts::draft::Draft;
use crate::page::event::Effect;
use crate::page::state::{Dialog, Place, State};
use crate::page::{front, path};
use crate::store::{Listed, StoreError};
use crate::text::slugs;

/// The most characters of what is shared without a title that become one.
const MAX_SHARED_TITLE: usize = 80;

pub(super) fn drafts(state: &mut State, drafts: Result<Vec<Draft>, String>) -> Vec<Effect> {
    match drafts {
        Ok(drafts) => {
            // One that was begun and is being opened is in no database yet.
            let is_begun = |draft: &Draft| draft.is_only_begun() && state.going.as_ref() == Some(&draft.path);
            let begun = std::mem::take(&mut state.list.drafts).into_iter().filter(is_begun);
            let begun: Vec<_> = begun.filter(|draft| drafts.iter().all(|kept| kept.path != draft.path)).collect();
            state.list.drafts = drafts.into_iter().chain(begun).collect();
        }
        Err(reason) => state.refused = Some(reason),
    }
    Vec::new()
}

pub(super) fn pages(state: &mut State, pages: Vec<PageEntry>) -> Vec<Effect> {
    state.list.pages = pages.into_iter().map(|page| (page.source.clone(), page)).collect();
    state.list.has_pages = true;
    Vec::new()
}

pub(super) fn listed(state: &mut State, files: Result<Vec<Listed>, StoreError>) -> Vec<Effect> {
    match files {
        Ok(files) => {
            let newer = merging::is_newer(state, &files).map(Effect::Reread);
            state.list.stored = Some(files);
            newer.into_iter().collect()
        }
        Err(error) => {
            let problem = error.problem();
            state.list.stored = None;
            say(state, format!("The list of texts cannot be read: {}", problem.message), problem.remedy)
        }
    }
}

pub(super) fn placed(state: &mut State, place: Place) -> Vec<Effect> {
    state.place = place;
    state.dialog = None;
    state.list.stored = None;
    if place == Place::ByHand { Vec::new() } else { vec![Effect::List] }
}

/// Begins a new text. It is a draft of this device until it is saved.
pub(super) fn create(state: &mut State, folder: &str, title: &str, is_page: bool) -> Vec<Effect> {
    if title.is_empty() {
        return ask_again(state, "Write a title. It can be changed later.");
    }
    let folder = path::folders(&state.collections).find(|name| *name == folder).unwrap_or(path::POSTS);
    let path = path_for(state, folder, title);
    if slugs::is_too_long(path::name(&path)) {
        return ask_again(state, slugs::TOO_LONG);
    }
    state.dialog = None;
    let text = front::new_text(title, &state.today, is_page);
    begin(state, path, text)
}

/// A draft of what another app shares.
#[must_use]
pub fn of_shared(state: &State, title: &str, text: &str, url: &str) -> Draft {
    let [title, text, url] = [title, text, url].map(str::trim);
    let named = [title, text.lines().next().unwrap_or_default(), url].into_iter().find(|words| !words.is_empty());
    let named: String = named.unwrap_or("Shared").chars().take(MAX_SHARED_TITLE).collect();
    let link = if url.is_empty() || text.contains(url) { String::new() } else { format!("<{url}>") };
    let words: Vec<&str> = [text, &link].into_iter().filter(|words| !words.is_empty() && *words != named).collect();
    let mut path = path_for(state, path::POSTS, &named);
    if slugs::is_too_long(path::name(&path)) {
        path = path_for(state, path::POSTS, "");
    }
    new_draft(path, front::new_text(&named, &state.today, false) + &words.join("\n\n") + "\n")
}

/// Opens the draft of what another app shares, which is kept already.
pub(super) fn shared(state: &mut State, draft: Draft) -> Vec<Effect> {
    let path = draft.path.clone();
    state.list.drafts.push(draft);
    vec![Effect::Go(Some(path))]
}

/// Begins a text without a title in a collection that shows each in full. Its name has the time, from which it is shown.
pub(super) fn note(state: &mut State, folder: &str) -> Vec<Effect> {
    if !state.collections.iter().any(|collection| collection.is_stream && collection.folder == folder) {
        return Vec::new();
    }
    let at = |minute: u32| path::of_new(folder, &format!("{}-{:02}{:02}", state.today, minute / 60, minute % 60));
    // A second note of one minute is one of the next.
    let free = (state.minute..24 * 60).map(at).find(|path| !is_taken(state, path));
    begin(state, free.unwrap_or_else(|| at(state.minute)), String::new())
}

/// A path for a new text that no other has.
fn path_for(state: &State, folder: &str, title: &str) -> String {
    let slug = slugs::slug(title).unwrap_or_else(|| format!("text-{}", state.today));
    free(state, &path::of_new(folder, &slug))
}

fn begin(state: &mut State, path: String, text: String) -> Vec<Effect> {
    state.list.drafts.push(new_draft(path.clone(), text));
    vec![Effect::Go(Some(path))]
}

fn new_draft(path: String, text: String) -> Draft {
    Draft {
        path,
        text,
        base: None,
        proposed: None,
        history: String::new(),
        selection: (usize::MAX, usize::MAX),
        changed: 0.0,
        pictures: Vec::new(),
    }
}

fn ask_again(state: &mut State, problem: &str) -> Vec<Effect> {
    state.dialog = Some(Dialog::New { problem: Some(problem.to_owned()) });
    Vec::new()
}

/// The path, with a number if it is taken.
fn free(state: &State, path: &str) -> String {
    let name = path::name(path).to_owned();
    let paths = (1..1000)
        .map(|number| if number == 1 { path.to_owned() } else { path::renamed(path, &format!("{name}-{number}")) });
    paths.into_iter().find(|path| !is_taken(state, path)).unwrap_or_else(|| path.to_owned())
}

/// Whether there is a text at a path, as a file or in a folder of its own.
pub(super) fn is_taken(state: &State, path: &str) -> bool {
    let folder = path::as_folder(path);
    let is_one = |other: &str| other == path || other == folder || path::as_folder(other) == folder;
    let stored = state.list.stored.iter().flatten().any(|file| is_one(&file.path));
    stored
        || state.list.drafts.iter().any(|draft| is_one(&draft.path))
        || state.list.pages.keys().any(|page| is_one(page))
}
