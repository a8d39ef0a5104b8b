//! What the editor knows: everything that is drawn, and nothing of the browser.

mod comparison;
mod dialog;

use std::collections::{BTreeMap, BTreeSet};

use personal_page::bundle::preview::{Found, PageEntry};

use super::path;
use crate::drafts::draft::{Base, Draft, Picture};
use crate::store::{Listed, Problem, Version};
use crate::text::find::Query;
use crate::text::history::History;
use crate::text::selection::Selection;

pub use comparison::{Choice, Comparison};
pub use dialog::Dialog;

/// Everything that is drawn.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The path the site is served under, with a slash at both ends.
    pub base: String,
    /// The language of the site (BCP 47).
    pub language: String,
    /// Today, as `2026-11-30`.
    pub today: String,
    /// Where texts are saved.
    pub place: Place,
    /// The repository of the site, as `me/site`, if it is on GitHub.
    pub repository: Option<String>,
    /// Whether the owner of the token may only propose changes.
    pub proposes: bool,
    /// The texts and drafts.
    pub list: List,
    /// The open text.
    pub editor: Option<Box<Editor>>,
    /// The path of the text that the address names.
    pub going: Option<String>,
    /// The paths of the texts that are being read.
    pub opening: BTreeSet<String>,
    /// A question that is asked.
    pub dialog: Option<Dialog>,
    /// What happened last that the author has to know.
    pub notice: Option<Notice>,
    /// Why the browser keeps no drafts.
    pub refused: Option<String>,
    /// Whether the browser can open a folder of the disk.
    pub has_folders: bool,
}

/// Where texts are saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The folder of the site, by the local server.
    Local,
    /// The repository on GitHub, with a token.
    GitHub,
    /// A folder of the disk that the browser opened.
    Folder,
    /// Nowhere by itself: GitHub's own form, or a download.
    #[default]
    ByHand,
}

/// A text in the list of texts.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The files in the place where texts are saved. `None` until they are known.
    pub stored: Option<Vec<Listed>>,
    /// The drafts on this device.
    pub drafts: Vec<Draft>,
    /// The pages of the site as it is published, by the paths of their files.
    pub pages: BTreeMap<String, PageEntry>,
    /// What the author searches.
    pub query: String,
}

/// The open text.
#[derive(Clone, Debug)]
pub struct Editor {
    /// The path of its file.
    pub path: String,
    /// The text, with the line endings of its file.
    pub text: String,
    /// The file that it was made from. `None` for a new text.
    pub base: Option<Base>,
    /// The version of the text in the author's last proposal, which another one replaces.
    pub proposed: Option<Version>,
    /// What can be undone.
    pub history: History,
    /// What is selected.
    pub selection: Selection,
    /// The pictures that have been added since the last save.
    pub pictures: Vec<Picture>,
    /// What the worker says of the text.
    pub report: Report,
    /// Whether this device has the draft.
    pub kept: Kept,
    /// Whether the place where texts are saved has it.
    pub saving: Saving,
    /// Whether another tab edits the text.
    pub elsewhere: bool,
    /// What a narrow screen shows.
    pub pane: Pane,
    /// What is open beside the text.
    pub drawer: Option<Drawer>,
    /// The search, while its bar is open.
    pub find: Option<Find>,
    /// What can complete the words before the caret.
    pub completion: Option<Completion>,
    /// The two texts, while they are compared.
    pub merge: Option<Comparison>,
    /// The block to begin at, until the worker has told where it is.
    pub seek: Option<usize>,
    /// The number of the last question to the worker.
    pub asked: u32,
}

/// What the worker says of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The title.
    pub title: String,
    /// The language (BCP 47).
    pub language: Option<String>,
    /// The number of words.
    pub words: u32,
    /// The minutes that reading takes.
    pub minutes: u32,
    /// What is wrong with it.
    pub findings: Vec<Found>,
    /// The bytes at which the blocks of the text begin.
    pub blocks: Vec<u32>,
    /// Whether the text has changed since.
    pub is_old: bool,
    /// Whether the findings are those of an earlier text.
    pub is_unchecked: bool,
}

/// Whether this device has a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// There is nothing to keep: the text is that of its file.
    #[default]
    Nothing,
    /// Not yet.
    Waiting,
    /// The disk has it.
    Done,
    /// The browser refuses.
    Refused(String),
}

/// Whether a text has been saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    /// Nothing is being saved.
    #[default]
    Idle,
    /// The save is under way. With the text that is saved, since the author may go on.
    Sent(String),
    /// Saved, and where the change can be seen.
    Done(Option<String>),
    /// Not saved, and why.
    Failed(Problem),
}

/// What a narrow screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    #[default]
    /// The text.
    Text,
    /// The preview.
    Preview,
}

/// What is open beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawer {
    /// The front matter as a form.
    Details,
    /// What is wrong with the text.
    Findings,
}

/// The bar of find and replace.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What is searched.
    pub query: Query,
    /// What replaces it.
    pub replacement: String,
    /// How often it was found, and the number of the selected one from 1.
    pub found: (usize, Option<usize>),
}

/// A list of what can complete the words before the caret.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    /// What is replaced, in bytes.
    pub range: std::ops::Range<usize>,
    /// The choices: what is shown, and what is put into the text.
    pub choices: Vec<(String, String)>,
    /// The chosen one.
    pub chosen: usize,
}

/// What happened that the author has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
    /// A page that shows it.
    pub link: Option<String>,
}

impl State {
    /// Whether the open text would be lost with this page: it is not saved, and the browser keeps no drafts.
    #[must_use]
    pub fn would_lose(&self) -> bool {
        let is_changed = |editor: &Editor| !editor.elsewhere && editor.is_changed();
        self.refused.is_some() && self.editor.as_deref().is_some_and(is_changed)
    }
}

impl Editor {
    /// The draft that this device keeps.
    #[must_use]
    pub fn draft(&self, now: f64) -> Draft {
        Draft {
            path: self.path.clone(),
            text: self.text.clone(),
            base: self.base.clone(),
            proposed: self.proposed.clone(),
            history: serde_json::to_string(&self.history).unwrap_or_default(),
            selection: (self.selection.start, self.selection.end),
            changed: now,
            pictures: self.pictures.clone(),
        }
    }

    /// The pictures that are not saved yet and that the text shows.
    pub fn shown_pictures(&self) -> impl Iterator<Item = &Picture> {
        let folder = path::folder(&self.path).len();
        let name = move |picture: &Picture| path::anchor(&picture.path[folder.min(picture.path.len())..]);
        self.pictures.iter().filter(move |picture| self.text.contains(&name(picture)))
    }

    /// Whether the text can only be read: another tab edits it, or two texts are compared, of which one is to be chosen.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.elsewhere || self.merge.is_some()
    }

    /// Whether something is not saved: the text differs from its file, or shows a picture that is only on this device. A
    /// picture that was added and taken out of the text again is no difference.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.base.as_ref().is_none_or(|base| base.text != self.text) || self.shown_pictures().next().is_some()
    }
}
