//! Where texts are saved: one trait for the local server, GitHub, and a folder on disk.
//!
//! A save is all or nothing: text and pictures together. No file is overwritten that is not at its base.

mod error;
mod expected;
#[cfg(target_arch = "wasm32")]
pub mod folder;
pub mod github;
#[cfg(any(target_arch = "wasm32", test))]
pub mod local;
mod version;

pub use error::{Conflict, Problem, StoreError};
pub use expected::Expected;
pub use version::Version;

/// A file as it is in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// Below the site's folder: `posts/hello.md`.
    pub path: String,
    /// The version of the bytes.
    pub version: Version,
    /// The file itself.
    pub bytes: Vec<u8>,
}

/// A file that a store has, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Below the site's folder: `posts/hello.md`.
    pub path: String,
    /// The version of its bytes.
    pub version: Version,
}

/// A change of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Writes a file.
    Write {
        /// Below the site's folder.
        path: String,
        /// The whole file.
        bytes: Vec<u8>,
        /// The version that is replaced; none if the file must not exist.
        base: Option<Version>,
    },
    /// Deletes a file.
    Delete {
        /// Below the site's folder.
        path: String,
        /// The version that is deleted.
        base: Version,
    },
    /// Moves a file, with its bytes as they are. There must be no file at the new path.
    Rename {
        /// The path it has.
        from: String,
        /// The path it gets.
        to: String,
        /// The version that is moved.
        base: Version,
    },
}

impl Change {
    /// The path of the file before the change.
    pub fn path(&self) -> &str {
        match self {
            Self::Write { path, .. } | Self::Delete { path, .. } => path,
            Self::Rename { from, .. } => from,
        }
    }
}

/// Changes that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// Each path at most once.
    pub changes: Vec<Change>,
    /// What is done, for the history: a first line, and perhaps an empty one and more.
    pub message: String,
}

/// What a save left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Each path that was changed, with its version; none if the file is gone.
    pub files: Vec<(String, Option<Version>)>,
    /// The id of the commit, if the store makes commits.
    pub commit: Option<String>,
    /// A page that shows the change.
    pub link: Option<String>,
}

/// A place where texts are saved.
#[allow(async_fn_in_trait, reason = "the browser has one thread, and tests block on the future: none needs `Send`")]
pub trait Store {
    /// All files below `posts/`, drafts among them, by path.
    async fn list(&self) -> Result<Vec<Listed>, StoreError>;
    /// One file.
    async fn read(&self, path: &str) -> Result<StoredFile, StoreError>;
    /// Makes all the changes, or none.
    async fn save(&self, save: &Save) -> Result<Saved, StoreError>;
}
