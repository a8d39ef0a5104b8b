//! The page of the editor, and the data that the editor loads.

mod page;

use std::sync::Arc;

use super::document::shell::Shell;
use crate::bundle::address::OutputPath;
use crate::bundle::library::Library;
use crate::bundle::library::index::Index;
use crate::content::{Route, Site};

/// A file of the editor.
#[derive(Clone, Debug)]
pub(crate) enum WriteFile {
    Page,
}

/// What the files are made from.
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Arc<Site>,
    pub(crate) shell: &'a Shell,
    pub(crate) library: &'a Library,
    /// Whether drafts are shown, as where the site is written.
    pub(crate) drafts: bool,
}

/// The files, by their paths on the site. None if the site has no editor.
pub(crate) fn files(index: &Index) -> Vec<(OutputPath, WriteFile)> {
    let page = || (OutputPath::beside(&Route::Write, "index.html"), WriteFile::Page);
    Vec::from_iter(index.write.as_ref().map(|_| page()))
}

impl WriteFile {
    pub(crate) fn bytes(&self, context: &Context<'_>) -> Vec<u8> {
        match self {
            Self::Page => page::document(context).into_bytes(),
        }
    }
}
