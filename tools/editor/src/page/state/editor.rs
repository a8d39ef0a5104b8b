//! The open text, and what is open over and beside it.

use personal_page::bundle::preview::Found;

use super::Comparison;
use crate::drafts::draft::{Base, Draft, Picture};
use crate::page::path;
use crate::store::{Problem, Version};
use crate::text::find::Query;
use crate::text::history::History;
use crate::text::selection::Selection;

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

    /// Whether this very text is proposed: what is written after it is not.
    #[must_use]
    pub fn is_proposed(&self) -> bool {
        self.proposed.is_some() && matches!(self.saving, Saving::Done(_))
    }

    /// Whether something is not saved: the text differs from its file, or shows a picture that is only on this device. A
    /// picture that was added and taken out of the text again is no difference.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.base.as_ref().is_none_or(|base| base.text != self.text) || self.shown_pictures().next().is_some()
    }
}
