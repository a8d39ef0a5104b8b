//! Lines of a text, and their endings.

use std::ops::Range;

/// The line that a position is in, without its ending.
#[must_use]
pub fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    start..start + text[start..end].trim_end_matches('\r').len()
}

/// The lines that a range touches, without their endings. A range that ends right at the start of a line does not touch
/// it, unless the range is empty.
pub fn lines_in(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let first = line_at(text, range.start);
    let mut next = Some(first);
    std::iter::from_fn(move || {
        let line = next.take()?;
        next = following(text, &line).filter(|next| next.start < range.end);
        Some(line)
    })
}

/// The line after one.
#[must_use]
pub fn following(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let start = line.end + text[line.end..].find('\n')? + 1;
    Some(line_at(text, start))
}

/// The line before one.
#[must_use]
pub fn preceding(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    line.start.checked_sub(1).map(|end| line_at(text, end))
}

/// The ending for a line that is inserted at a position: that of the line there, or of the one before.
#[must_use]
pub fn ending_near(text: &str, at: usize) -> &'static str {
    let at = text.floor_char_boundary(at);
    let end = text[at..].find('\n').map(|length| at + length).or_else(|| text[..at].rfind('\n'));
    match end {
        Some(end) if text[..end].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inserted_line_takes_the_ending_around_it() {
        assert_eq!(ending_near("a\r\nb\n", 0), "\r\n");
        assert_eq!(ending_near("a\r\nb\n", 3), "\n");
        assert_eq!(ending_near("a\r\nb", 4), "\r\n");
        assert_eq!(ending_near("日本語", 3), "\n");
    }

    #[test]
    fn a_range_that_ends_at_the_start_of_a_line_does_not_touch_it() {
        let lines = |text: &str, range| lines_in(text, range).map(|line| (line.start, line.end)).collect::<Vec<_>>();
        assert_eq!(lines("a\r\nb\nc", 0..3), [(0, 1)]);
        assert_eq!(lines("a\r\nb\nc", 1..4), [(0, 1), (3, 4)]);
        assert_eq!(lines("a\n", 2..2), [(2, 2)]);
    }
}
