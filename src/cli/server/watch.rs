//! Watches the project for changed files.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

use crate::bundle::{BLOGROLL, Diagnostics, POSTS, PUBLIC, RESUMES, is_leftover, read_config};

/// An editor saves a file in several steps: a change is complete after this time without events.
const QUIET: Duration = Duration::from_millis(25);

/// The folder of the sources of the editor.
const EDITOR: &str = "tools/editor";

/// What a change requires, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// The pages have to be written again.
    Content,
    /// The editor has to be built again.
    Editor,
    /// The shell has to be built again too.
    Shell,
    /// This program, which writes the pages, has to be compiled again too.
    Program,
}

/// The watched project.
#[derive(Debug)]
pub(crate) struct Watch {
    root: PathBuf,
    /// The folders of the collections, as `site.toml` had them last.
    collections: Arc<RwLock<Vec<String>>>,
    watcher: RecommendedWatcher,
    changes: UnboundedReceiver<Change>,
}

impl Watch {
    /// Begins to watch the project at `root`. `most` is the most that a change can require: a packaged engine has no
    /// source to compile.
    pub(crate) fn new(root: &Path, most: Change) -> Result<Self> {
        let (sender, changes) = unbounded_channel();
        let base = root.to_owned();
        let collections = Arc::new(RwLock::new(Vec::new()));
        let known = Arc::clone(&collections);
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let Ok(event) = event else { return };
            let change = if event.need_rescan() {
                // The event queue overflowed: any file may have changed.
                Some(Change::Program)
            } else if is_written(event.kind) {
                let known = known.read().unwrap_or_else(PoisonError::into_inner);
                let change = |path: &PathBuf| change(path.strip_prefix(&base).ok()?, path.is_dir(), &known);
                event.paths.iter().filter_map(change).max()
            } else {
                None
            };
            if let Some(change) = change {
                // There is no receiver while the server stops.
                let _ = sender.send(change.min(most));
            }
        });
        let watcher = watcher.context("this system cannot watch files for changes")?;
        let mut watch = Self { root: root.to_owned(), collections, watcher, changes };
        watch.cover()?;
        Ok(watch)
    }

    /// Waits for the next change, and until it is complete.
    pub(crate) async fn next(&mut self) -> Result<Change> {
        let gone = "the file watcher stopped";
        let mut change = self.changes.recv().await.context(gone)?;
        while let Ok(more) = timeout(QUIET, self.changes.recv()).await {
            change = change.max(more.context(gone)?);
        }
        // A new folder (or one made again) is not watched yet. One that is removed meanwhile, as when another branch
        // is checked out, cannot be watched: its removal is the next change.
        if let Err(error) = self.cover() {
            eprintln!("{error:#}");
        }
        Ok(change)
    }

    /// Watches the project's folder and the relevant ones in it: not `target`, where thousands of files change.
    fn cover(&mut self) -> Result<()> {
        // As long as the file has a mistake, they stay the same.
        if let Some(config) = read_config(&self.root, &mut Diagnostics::default()) {
            let mut collections = self.collections.write().unwrap_or_else(PoisonError::into_inner);
            *collections = config.collections.into_keys().collect();
        }
        let collections = self.collections.read().unwrap_or_else(PoisonError::into_inner).clone();
        let folders = [POSTS, PUBLIC, "conversation", "languages", "style", "src", EDITOR].into_iter();
        let folders: Vec<PathBuf> =
            folders.chain(collections.iter().map(String::as_str)).map(|name| self.root.join(name)).collect();
        let deep = folders.iter().filter(|dir| dir.is_dir()).map(|dir| (dir, RecursiveMode::Recursive));
        for (dir, mode) in deep.chain([(&self.root, RecursiveMode::NonRecursive)]) {
            match self.watcher.watch(dir, mode) {
                Err(error) if is_gone(&error) => {}
                watched => watched.with_context(|| format!("{}: cannot be watched for changes", dir.display()))?,
            }
        }
        Ok(())
    }
}

/// What a change of the file at `path`, relative to the project, requires.
fn change(path: &Path, is_folder: bool, collections: &[String]) -> Option<Change> {
    let top = path.iter().next()?.to_str()?;
    // Only `public/` has files to publish whose names, or whose folders' names, begin with a dot.
    let is_hidden = path.iter().any(|name| name.as_encoded_bytes().starts_with(b"."));
    if is_leftover(path.file_name()?, is_folder) || is_hidden && top != PUBLIC {
        return None;
    }
    match top {
        POSTS | PUBLIC | "conversation" | "languages" | "site.toml" | BLOGROLL => Some(Change::Content),
        _ if RESUMES.contains(&top) || collections.iter().any(|folder| folder == top) => Some(Change::Content),
        "style" | "index.html" | "Trunk.toml" => Some(Change::Shell),
        "tools" if path.starts_with(EDITOR) => Some(Change::Editor),
        "src" | "Cargo.toml" => Some(Change::Program),
        _ => None,
    }
}

/// Whether a folder could not be watched because it no longer exists.
fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == ErrorKind::NotFound,
        _ => false,
    }
}

/// Whether the content of a file changed. Without this, the bundler's own reads would trigger endless builds.
fn is_written(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Change, change};

    #[test]
    fn a_change_asks_for_no_more_than_it_must() {
        for (path, wanted) in [
            ("posts/hello.md", Some(Change::Content)),
            ("posts/trip/lake.jpg", Some(Change::Content)),
            ("notes/2025-03-01.md", Some(Change::Content)),
            ("notes/.2025-03-01.md.swp", None),
            ("projects/mill.md", None),
            ("resume.json", Some(Change::Content)),
            ("blogroll.opml", Some(Change::Content)),
            ("site.toml", Some(Change::Content)),
            ("languages/pt.toml", Some(Change::Content)),
            ("style/tokens.css", Some(Change::Shell)),
            ("src/view/post.rs", Some(Change::Program)),
            ("tools/editor/src/main.rs", Some(Change::Editor)),
            ("tools/engine/src/main.rs", None),
            ("posts/.hello.md.swp", None),
            ("posts/hello.md~", None),
            ("posts/.#hello.md", None),
            ("posts/#hello.md#", None),
            ("posts/4913", None),
            ("posts/.obsidian/workspace.json", None),
            ("posts/trip/.hello.md.swp", None),
            ("posts/trip/Thumbs.db", None),
            ("public/.DS_Store", None),
            ("public/4913", None),
            ("public/.nojekyll", Some(Change::Content)),
            ("public/.well-known/security.txt", Some(Change::Content)),
            ("public/.owner.css.swp", None),
            (".git/index", None),
            ("dist/index.html", None),
            ("target", None),
        ] {
            assert_eq!(change(Path::new(path), false, &["notes".to_owned()]), wanted, "{path}");
        }
    }
}
