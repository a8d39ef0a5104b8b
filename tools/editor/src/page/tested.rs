//! States for tests.

use super::event::{Effect, Event};
use super::state::{Editor, Place, State};
use super::update::update;
use crate::drafts::draft::{Base, Draft};
use crate::store::{Listed, StoredFile, Version};
use personal_page::bundle::preview::PageEntry;

pub(super) const TEA: &str = "+++\ntitle = \"Tea\"\ndate = 2026-03-01\n+++\n\nWater first.\n\nThen the leaves.\n";

/// The editor of a site that is served, which has these files.
pub(super) fn site(files: &[(&str, &str)]) -> State {
    let stored =
        files.iter().map(|(path, text)| Listed { path: (*path).to_owned(), version: Version::of(text.as_bytes()) });
    let mut state =
        State { today: "2026-11-30".to_owned(), base: "/".to_owned(), place: Place::Local, ..State::default() };
    (state.list.stored, state.list.has_pages) = (Some(stored.collect()), true);
    state
}

pub(super) fn page(source: &str, title: &str, date: &str) -> PageEntry {
    let name = source.trim_start_matches("posts/").split(['.', '/']).next().unwrap_or_default();
    let json = format!(r#"{{"source": "{source}", "route": "posts/{name}/", "title": "{title}", "date": "{date}"}}"#);
    serde_json::from_str(&json).expect("an entry")
}

pub(super) fn file(path: &str, text: &str) -> StoredFile {
    StoredFile { path: path.to_owned(), version: Version::of(text.as_bytes()), bytes: text.as_bytes().to_vec() }
}

pub(super) fn base(text: &str) -> Base {
    Base { version: Version::of(text.as_bytes()), text: text.to_owned() }
}

pub(super) fn draft(path: &str, text: &str, from: Option<&str>) -> Draft {
    Draft {
        path: path.to_owned(),
        text: text.to_owned(),
        base: from.map(base),
        proposed: None,
        history: String::new(),
        selection: (0, 0),
        changed: 1000.0,
        pictures: Vec::new(),
    }
}

/// Opens a file, with its draft if there is one.
pub(super) fn open(state: &mut State, path: &str, text: Option<&str>, draft: Option<Draft>) -> Vec<Effect> {
    update(state, Event::Went(Some(path.to_owned())));
    let file = Ok(text.map(|text| file(path, text)));
    update(state, Event::Opened { path: path.to_owned(), file, draft, elsewhere: false, block: None })
}

/// A state in which a text is open that is saved as it is.
pub(super) fn opened(path: &str, text: &str) -> State {
    let mut state = site(&[(path, text)]);
    open(&mut state, path, Some(text), None);
    state
}

pub(super) fn editor(state: &State) -> &Editor {
    state.editor.as_deref().expect("an open text")
}

pub(super) fn act(state: &mut State, name: &str) -> Vec<Effect> {
    update(state, Event::Do(name.to_owned(), String::new()))
}

/// Types at the end of the text.
pub(super) fn write(state: &mut State, words: &str) -> Vec<Effect> {
    let end = editor(state).text.len();
    let edit = crate::text::edit::Edit::replace(end..end, words.to_owned());
    update(state, Event::Typed { edit, before: crate::text::selection::Selection::caret(end), now: 2000.0 })
}
