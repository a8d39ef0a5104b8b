//! The line that a byte of a text is in, found without counting from the start each time.

/// Where each line of a text begins.
#[derive(Clone, Debug)]
pub(crate) struct LineIndex {
    first: usize,
    breaks: Vec<usize>,
}

impl LineIndex {
    /// The lines of a text whose first is line `first` of its file.
    pub(crate) fn new(text: &str, first: usize) -> Self {
        Self { first, breaks: text.match_indices('\n').map(|(at, _)| at).collect() }
    }

    /// The line of a byte, as an author counts.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.first + self.breaks.partition_point(|at| *at < offset)
    }
}
