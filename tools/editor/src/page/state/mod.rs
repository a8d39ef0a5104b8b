//! What the editor knows: everything that is drawn, and nothing of the browser.

mod comparison;
mod dialog;
mod editor;

use std::collections::{BTreeMap, BTreeSet};

use personal_page::bundle::preview::PageEntry;
use personal_page::content::write::TextFolder;

use crate::drafts::draft::Draft;
use crate::store::Listed;

pub use comparison::{Choice, Comparison};
pub use dialog::Dialog;
pub use editor::{Completion, Drawer, Editor, Find, Kept, Pane, Report, Saving};

/// Everything that is drawn.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The path the site is served under, with a slash at both ends.
    pub base: String,
    /// The language of the site (BCP 47).
    pub language: String,
    /// Today, as `2026-11-30`.
    pub today: String,
    /// The minute of today, from 0.
    pub minute: u32,
    /// Where texts are saved.
    pub place: Place,
    /// The repository of the site, as `me/site`, if it is on GitHub.
    pub repository: Option<String>,
    /// The folders of texts besides `posts/`.
    pub collections: Vec<TextFolder>,
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
    /// Whether they are known. Until then there are none.
    pub has_pages: bool,
    /// What the author searches.
    pub query: String,
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
