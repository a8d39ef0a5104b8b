//! The trash: deleted files are moved to `.trash/<day>/` in the site's folder. It is hidden, so nothing in it is read,
//! watched or published; and it is not in `target/`, which may be deleted at any time.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::file_path::{FilePath, folded};
use crate::content::Date;

/// The folder of the trash, in the site's folder.
pub(super) const TRASH: &str = ".trash";

/// Makes the folder, which git ignores from the start: the owner's `.gitignore` may not know it.
pub(super) fn prepare(root: &Path) -> io::Result<()> {
    let trash = root.join(TRASH);
    fs::create_dir_all(&trash)?;
    match File::create_new(trash.join(".gitignore")) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        file => file?.write_all(b"*\n"),
    }
}

/// Whether a path is in the trash of a site.
pub(super) fn is_in(root: &Path, path: &Path) -> bool {
    path.starts_with(root.join(TRASH))
}

/// Where a file that is deleted on a day is moved to: `.trash/2025-03-01/posts/hello.md`, or `hello-2.md` if that is taken
/// on the disk, or `promised` to another file of the same save. The place is promised then, as some file systems compare it.
pub(super) fn place(root: &Path, day: Date, path: &FilePath, promised: &mut BTreeSet<String>) -> PathBuf {
    let first = root.join(TRASH).join(day.to_string()).join(path.as_str());
    let with_number = |number: usize| {
        let (stem, extension) = match path.name().rsplit_once('.') {
            Some((stem, extension)) => (stem, format!(".{extension}")),
            None => (path.name(), String::new()),
        };
        first.with_file_name(format!("{stem}-{number}{extension}"))
    };
    let is_free =
        |place: &PathBuf| place.symlink_metadata().is_err() && promised.insert(folded(&place.to_string_lossy()));
    let numbered = (2..).map(with_number);
    std::iter::once(first.clone()).chain(numbered).find(is_free).unwrap_or(first)
}
