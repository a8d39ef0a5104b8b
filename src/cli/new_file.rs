//! Writes a file that must not exist yet.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a new file, and the folders above it.
///
/// # Errors
/// The file exists, or cannot be written.
pub(crate) fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    File::create_new(path)?.write_all(text.as_bytes())
}
