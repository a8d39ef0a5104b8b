//! Locates what is inside a part of a text.

use std::ops::Range;

/// Converts an offset in the content of a part to one in the text, in bytes. `span` is the range of the part with what is
/// around its content. In a quote or a list, each line has a prefix in the text.
pub(crate) fn within(body: &str, content: &str, span: &Range<usize>, offset: usize) -> usize {
    let part = &body[span.clone()];
    let before = &content[..content.floor_char_boundary(offset)];
    let (above, column) = (before.matches('\n').count(), before.len() - before.rfind('\n').map_or(0, |end| end + 1));
    let lines = || part.split_inclusive('\n');
    // Below a fence, the content begins in the second line.
    let fence = usize::from(!lines().next().unwrap_or_default().contains(content.lines().next().unwrap_or_default()));
    let start: usize = lines().take(above + fence).map(str::len).sum();
    let own = content.lines().nth(above).unwrap_or_default();
    span.start + start + part[start..].find(own).unwrap_or_default() + column
}
