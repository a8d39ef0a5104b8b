//! An export that cannot be read to its end.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// Where an export is broken, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The export file.
    pub path: PathBuf,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

impl Broken {
    /// An error at an offset in bytes. The file is read again up to there, to count lines.
    pub(super) fn at(path: &Path, offset: u64, message: String, remedy: &str) -> Self {
        let (line, column) = place(path, offset).unwrap_or((1, 1));
        Self { path: path.to_owned(), line, column, message, remedy: remedy.to_owned() }
    }
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}: {}: {}", self.path.display(), self.line, self.column, self.message, self.remedy)
    }
}

impl std::error::Error for Broken {}

fn place(path: &Path, offset: u64) -> std::io::Result<(usize, usize)> {
    let mut file = BufReader::new(File::open(path)?);
    let mut rest = usize::try_from(offset).unwrap_or(usize::MAX);
    let (mut line, mut column) = (1, 1);
    while rest > 0 {
        let buffer = file.fill_buf()?;
        if buffer.is_empty() {
            break;
        }
        let length = buffer.len().min(rest);
        for byte in &buffer[..length] {
            match byte {
                b'\n' => (line, column) = (line + 1, 1),
                // The second and later bytes of a character.
                0x80..=0xbf => {}
                _ => column += 1,
            }
        }
        file.consume(length);
        rest -= length;
    }
    Ok((line, column))
}
