//! The line of a file that a finding is about, and the words at fault in it.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::bundle::Diagnostic;

/// How much of a line can be seen: of a longer one, annotate-snippets shows what is around the words at fault.
const WIDTH: usize = 140;
/// The most characters that are underlined.
const UNDERLINED: usize = 80;

/// Reads files line by line. It keeps the last, because findings come in the order of files.
pub(crate) struct Lines<'r> {
    root: &'r Path,
    path: PathBuf,
    text: String,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'r> Lines<'r> {
    /// The lines of the files of a site.
    pub(crate) fn of(root: &'r Path) -> Self {
        Self { root, path: PathBuf::new(), text: String::new(), starts: Vec::new() }
    }

    /// The line of a finding, as far as it is shown, and the words at fault in it. `None` if there is none to show.
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

/// The words of a line to underline: those at the columns of a finding. If it has none, it is about the whole line, or
/// about words in quotes in its message.
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
