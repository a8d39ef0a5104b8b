//! The location of a finding: a whole file, a line, or a part of a line.

use std::cell::OnceCell;
use std::num::NonZeroUsize;
use std::ops::Range;

/// A location in a file. Lines are counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The line. `None` where the finding is about the whole file.
    pub line: Option<NonZeroUsize>,
    /// The start and the end in the line, in bytes from its start, the end exclusive. `None` for the whole line.
    pub columns: Option<(usize, usize)>,
}

impl Location {
    /// A part of a line, in bytes from its start. An empty one is the whole line.
    #[must_use]
    pub(crate) fn words(line: usize, columns: Range<usize>) -> Self {
        Self { columns: (!columns.is_empty()).then_some((columns.start, columns.end)), ..Self::from(line) }
    }
}

/// A whole line; 0 is the whole file.
impl From<usize> for Location {
    fn from(line: usize) -> Self {
        Self { line: NonZeroUsize::new(line), columns: None }
    }
}

/// The offsets of the line breaks of a text, so that lines are not counted again for each location. They are looked for
/// when the first location is asked for: most texts have no findings.
#[derive(Clone, Debug)]
pub(crate) struct LineIndex<'t> {
    first: usize,
    text: &'t str,
    breaks: OnceCell<Vec<usize>>,
}

impl<'t> LineIndex<'t> {
    /// The lines of a text whose first is line `first` of its file.
    pub(crate) fn new(text: &'t str, first: usize) -> Self {
        Self { first, text, breaks: OnceCell::new() }
    }

    fn breaks(&self) -> &[usize] {
        self.breaks.get_or_init(|| self.text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line of an offset, counted in the file.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.first + self.before(offset)
    }

    /// The location of a byte range; if it spans several lines, its part on the first.
    pub(crate) fn location(&self, span: &Range<usize>) -> Location {
        let before = self.before(span.start);
        let start = before.checked_sub(1).map_or(0, |last| self.breaks()[last] + 1);
        let end = self.breaks().get(before).copied().unwrap_or(self.text.len()).min(span.end);
        Location::words(self.first + before, span.start - start..end.saturating_sub(start).max(span.start - start))
    }

    /// How many line breaks are before an offset.
    fn before(&self, offset: usize) -> usize {
        self.breaks().partition_point(|at| *at < offset)
    }
}

#[cfg(test)]
mod tests {
    use super::{LineIndex, Location};

    #[test]
    fn bytes_are_at_a_line_and_at_columns_in_it() {
        let text = "One\nzwei, drei\n\nfour";
        let index = LineIndex::new(text, 5);
        let at = |words: &str| text.find(words).map(|start| index.location(&(start..start + words.len())));
        for (words, line, columns) in
            [("One", 5, (0, 3)), ("drei", 6, (6, 10)), ("drei\n\nfo", 6, (6, 10)), ("four", 8, (0, 4))]
        {
            assert_eq!(at(words), Some(Location { columns: Some(columns), ..Location::from(line) }), "{words}");
        }
        assert_eq!(index.location(&(15..15)), Location::from(7));
    }
}
