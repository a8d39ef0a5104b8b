//! The requests and responses by which the editor reads and saves files under `cargo site serve`. Editor and server: no
//! page of readers uses it. Bodies are JSON; the bytes of a file are Base64 in it (RFC 4648, with padding).

use serde::{Deserialize, Serialize};

/// The path of the editor's page, below the base of the site.
pub const WRITE: &str = "write/";
/// `GET`: all files that can be edited. Answers a list of [`ListedFile`].
pub const LIST: &str = "write/api/list";
/// `GET` with the query `path`: one file. Answers [`FileContent`].
pub const FILE: &str = "write/api/file";
/// `POST` of a [`SaveRequest`]. Answers [`SaveResponse`], or [`ConflictResponse`] with status 409.
pub const SAVE: &str = "write/api/save";

/// The service worker of the page, beside it.
pub const WORKER: &str = "sw.js";
/// The fields of the form by which other apps share with the page: a title, words, an address, pictures.
pub const SHARED: [&str; 4] = ["title", "text", "url", "pictures"];

/// The header of each request that has the secret of the server's run.
pub const SECRET_HEADER: &str = "x-write-secret";
/// The name of the `<meta>` that has the secret. The server puts it into the editor's page, and into no other.
pub const SECRET_META: &str = "write-secret";

/// A folder of texts besides `posts/`: that of a collection. The page has a list of them in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextFolder {
    /// Its name, without slashes.
    pub folder: String,
    /// The name of the collection.
    pub name: String,
    /// Whether its texts need no titles.
    pub is_stream: bool,
}

/// A file that can be edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedFile {
    /// The path below the site's folder, with slashes: `posts/hello.md`.
    pub path: String,
    /// The git blob id of its bytes, 40 hexadecimal digits.
    pub version: String,
}

/// A file with its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileContent {
    /// The path below the site's folder.
    pub path: String,
    /// The git blob id of its bytes.
    pub version: String,
    /// Its bytes.
    pub base64: String,
}

/// Changes to be made together: all of them, or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveRequest {
    /// The changes. No two of them may be of the same file.
    pub changes: Vec<FileChange>,
    /// What is changed, in one line. The local server prints it.
    #[serde(default)]
    pub message: String,
}

/// A change of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum FileChange {
    /// Writes a file, and the folders above it.
    Write {
        /// The path below the site's folder.
        path: String,
        /// The version that the change was made from. `None`: the file must not exist.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        base: Option<String>,
        /// The new bytes.
        base64: String,
    },
    /// Moves a file into the trash.
    Delete {
        /// The path below the site's folder.
        path: String,
        /// The version that is to be deleted.
        base: String,
    },
    /// Moves a file to a path that must not exist. To change its text too, send a `write` of `to` with the same `base`.
    Rename {
        /// The path below the site's folder.
        path: String,
        /// The new path.
        to: String,
        /// The version that is to be moved.
        base: String,
    },
}

/// The state of the files after a save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveResponse {
    /// Each file that a change named, in the order of the changes.
    pub files: Vec<SavedFile>,
}

/// A file after a save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedFile {
    /// The path below the site's folder.
    pub path: String,
    /// Its version; `None` if it no longer exists.
    pub version: Option<String>,
}

/// The files that are not as a save expected them. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictResponse {
    /// The files as they are.
    pub conflicts: Vec<ConflictingFile>,
}

/// A file that changed since it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictingFile {
    /// The path below the site's folder, as the file system has it: its case may differ from that of the change.
    pub path: String,
    /// Its version; `None` if it does not exist.
    pub version: Option<String>,
    /// Its bytes; `None` if it does not exist.
    pub base64: Option<String>,
}

/// Why a request was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// What is wrong.
    pub message: String,
    /// What to do instead.
    pub remedy: String,
}
