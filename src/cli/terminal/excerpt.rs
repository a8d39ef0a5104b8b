//! The line of a file that a finding is about, and the range to underline in it.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::bundle::Diagnostic;

/// How much of a line is shown, in characters: of a longer one, annotate-snippets shows what is around the range.
const WIDTH: usize = 140;
/// The maximum number of underlined characters.
const UNDERLINED: usize = 80;

/// Reads lines of files. It keeps the last file, because findings are ordered by file.
pub(crate) struct Lines<'r> {
    root: &'r Path,
    path: PathBuf,
    text: String,
    /// The offset of each line, in bytes.
    starts: Vec<usize>,
}

impl<'r> Lines<'r> {
    /// For files below `root`.
    pub(crate) fn of(root: &'r Path) -> Self {
        Self { root, path: PathBuf::new(), text: String::new(), starts: Vec::new() }
    }

    /// The line of a finding, as far as it is shown, and the range to underline, in bytes. `None` without a line.
    pub(crate) fn excerpt(&mut self, finding: &Diagnostic) -> Option<(String, Range<usize>)> {
        let line = self.line(&finding.path, finding.location.line?.get())?;
        if line.trim().is_empty() {
            return None;
        }
        let words = words(line, finding);
        let after = |count: usize| {
            let rest = line[words.start..].char_indices().nth(count);
            rest.map_or(line.len(), |(at, _)| words.start + at)
        };
        Some((line[..after(2 * WIDTH)].to_owned(), words.start..words.end.min(after(UNDERLINED))))
    }

    fn line(&mut self, path: &Path, number: usize) -> Option<&str> {
        if self.path != path {
            self.read(path);
        }
        let start = *self.starts.get(number - 1)?;
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        Some(self.text[start..end].trim_end_matches(['\n', '\r']))
    }

    /// A file that cannot be read has no lines.
    fn read(&mut self, path: &Path) {
        let bytes = fs::read(self.root.join(path)).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        self.text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
        self.starts = [0].into_iter().chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        path.clone_into(&mut self.path);
    }
}

/// The range of a line to underline: the columns of the finding. If it has none: the first quoted words of its message
/// that the line contains, or else the whole line.
fn words(line: &str, finding: &Diagnostic) -> Range<usize> {
    // The file may have changed since it was read.
    let columns = finding.location.columns.filter(|(start, end)| line.get(*start..*end).is_some());
    if let Some((start, end)) = columns {
        return start..end;
    }
    let mut quoted = finding.message.split('"').skip(1).step_by(2).filter(|words| !words.is_empty());
    let found = quoted.find_map(|words| line.find(words).map(|start| start..start + words.len()));
    found.unwrap_or(line.len() - line.trim_start().len()..line.trim_end().len())
}
