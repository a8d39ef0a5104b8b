//! The page of the editor, and the data that the editor loads.

mod app;
mod page;

use std::sync::Arc;

use super::crawlers::{FAVICON, MANIFEST};
use super::document::editor::Editor;
use super::document::shell::Shell;
use super::offline;
use crate::bundle::address::OutputPath;
use crate::bundle::input::boundary::is_owned;
use crate::bundle::library::Library;
use crate::bundle::library::index::Index;
use crate::bundle::options::Options;
use crate::content::write::WORKER;
use crate::content::{Route, Site};

/// A file of the editor.
#[derive(Clone, Debug)]
pub(crate) enum WriteFile {
    Page,
    /// With it, the page can be installed as an app, which other apps share with.
    Manifest {
        /// Whether the owner has an icon.
        icon: bool,
    },
    /// The service worker, by which the page opens without a network and takes what is shared.
    Worker,
    /// The script that removes the worker of an editor that is turned off. Browsers that have one look for a newer one
    /// without any code in the pages.
    Farewell,
}

/// What the files are made from.
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Arc<Site>,
    pub(crate) shell: &'a Shell,
    pub(crate) library: &'a Library,
    /// Whether drafts are shown, as where the site is written.
    pub(crate) drafts: bool,
}

/// The files, by their paths on the site: without an editor, what removes a former one. The page alone if the shell has
/// none.
pub(crate) fn files(options: &Options, index: &Index) -> Vec<(OutputPath, WriteFile)> {
    if index.write.is_none() {
        let worker = OutputPath::beside(&Route::Write, WORKER);
        let is_free = !is_owned(&options.root, worker.as_str());
        return is_free.then_some((worker, WriteFile::Farewell)).into_iter().collect();
    }
    let icon = is_owned(&options.root, FAVICON);
    let app = [(MANIFEST, WriteFile::Manifest { icon }), (WORKER, WriteFile::Worker)];
    let app = app.into_iter().filter(|_| Editor::find(&options.shell).is_some());
    let files = std::iter::once(("index.html", WriteFile::Page)).chain(app);
    files.map(|(name, file)| (OutputPath::beside(&Route::Write, name), file)).collect()
}

impl WriteFile {
    pub(crate) fn bytes(&self, context: &Context<'_>) -> Vec<u8> {
        match self {
            Self::Page => page::document(context),
            Self::Manifest { icon } => app::manifest(context, *icon),
            Self::Worker => app::worker(context),
            Self::Farewell => offline::FAREWELL.to_owned(),
        }
        .into_bytes()
    }
}
