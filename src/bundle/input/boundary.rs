//! Which of the owner's files may be published.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::leftover::is_leftover;

/// The folder whose files are published as they are.
pub const PUBLIC: &str = "public";

/// Whether the owner has a file in it for a path of the site.
pub(crate) fn is_owned(root: &Path, path: &str) -> bool {
    root.join(PUBLIC).join(path).is_file()
}

/// Where a published file has to be when all symlinks are resolved. It is checked again when a file is sent or copied,
/// because symlinks may have changed since.
pub(crate) struct Boundary {
    root: Option<PathBuf>,
    public: Option<PathBuf>,
}

impl Boundary {
    /// The boundary of the site in a folder.
    pub(crate) fn of(root: &Path) -> Self {
        Self { root: root.canonicalize().ok(), public: root.join(PUBLIC).canonicalize().ok() }
    }

    /// The path of a file or folder with all symlinks resolved, if it may be published: it is in the site's folder, no
    /// program left it there, and no name on the way begins with a dot (`.git` and `.env` hold keys), unless it is in
    /// `public/`.
    pub(crate) fn publishable(&self, path: &Path) -> Option<PathBuf> {
        let real = path.canonicalize().ok()?;
        let root = self.root.as_deref()?;
        let inside = real.strip_prefix(root).ok()?;
        let public = self.public.as_ref().filter(|public| public.starts_with(root) && real.starts_with(public));
        let open = public.map_or(inside, |public| public.strip_prefix(root).unwrap_or(inside));
        let hidden = open.iter().any(is_hidden);
        let folders = inside.iter().rev().skip(1).any(|name| is_leftover(name, true));
        let last = inside.file_name().is_some_and(|name| is_leftover(name, real.is_dir()));
        (!hidden && !folders && !last).then_some(real)
    }
}

/// Whether the name of a file or a folder begins with a dot.
pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}
