//! Why a site was not written.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::Diagnostics;
use super::printable::printable;

/// Why no site was written.
#[derive(Debug, Error)]
pub enum Failure {
    /// The author's mistakes, and what else was found on the way.
    #[error("{0}")]
    Mistakes(Diagnostics),
    /// A file or folder that could not be read or written. The message has the cause, so it is no `source` as well.
    #[error("{path}: {1}", path = printable(&.0.to_string_lossy()))]
    Io(PathBuf, io::Error),
}

impl Failure {
    /// To be used in `map_err`: the failure to read or write `path`.
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + use<'_> {
        |error| Self::Io(path.to_owned(), error)
    }
}
