//! The tables of a library.

use unicode_segmentation::UnicodeSegmentation;

pub(super) fn starts(text: &str) -> Vec<usize> {
    text.grapheme_indices(true).map(|(at, _)| at).collect()
}
