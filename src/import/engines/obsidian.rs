//! Obsidian: a vault of notes.

use super::{Engine, plain};
use crate::import::folder::Folder;
use crate::import::site::OldSite;
use crate::import::translate::syntax::Syntax;

pub(super) struct Obsidian;

impl Engine for Obsidian {
    fn name(&self) -> &'static str {
        "Obsidian"
    }

    fn recognise(&self, folder: &Folder) -> Option<String> {
        folder.has_folder(".obsidian").then(|| ".obsidian/ is there".to_owned())
    }

    fn read(&self, folder: &Folder) -> OldSite {
        plain::read(folder, Syntax::Obsidian)
    }
}
