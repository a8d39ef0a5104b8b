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
        let mut site = plain::read(folder, Syntax::Obsidian);
        // Obsidian shows line breaks, unless this is set.
        let settings = folder.data(".obsidian/app.json".as_ref(), &mut Vec::new());
        let breaks = settings.flag("strictLineBreaks") != Some(true);
        site.texts.iter_mut().for_each(|text| text.breaks = breaks);
        site
    }
}
