//! Searches for the ends of constructs within a limit.

/// In bytes: how far after its beginning the end of a tag is searched for.
const REACH: usize = 4_000;

/// The offset of `end` after `from`, near it.
pub(super) fn find(text: &str, from: usize, end: &str) -> Option<usize> {
    let near = text.get(from..text.floor_char_boundary(from.saturating_add(REACH)))?;
    near.find(end).map(|at| from + at)
}

/// The offset of `end` after `from`, near it and outside quotation marks.
pub(super) fn find_unquoted(text: &str, from: usize, end: &str) -> Option<usize> {
    let near = text.get(from..text.floor_char_boundary(from.saturating_add(REACH)))?;
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in near.char_indices() {
        match quote {
            Some(open) if c == open && before != '\\' => quote = None,
            Some(_) => {}
            None if near[at..].starts_with(end) => return Some(from + at),
            // An apostrophe within a word opens nothing.
            None if matches!(c, '"' | '\'' | '`') && !before.is_alphanumeric() => quote = Some(c),
            None => {}
        }
        before = c;
    }
    // A quotation mark that is never closed is none.
    find(text, from, end)
}

/// The offset after the bracket that closes the one at `start`, outside quotation marks.
pub(super) fn balanced(text: &str, start: usize) -> Option<usize> {
    let near = text.get(start..text.floor_char_boundary(start.saturating_add(REACH)))?;
    let (mut depth, mut quote, mut before) = (0usize, None, ' ');
    for (at, c) in near.char_indices() {
        match (quote, c) {
            (Some(open), _) if c == open && before != '\\' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '{' | '[' | '(') => depth += 1,
            (None, '}' | ']' | ')') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(start + at + c.len_utf8());
                }
            }
            _ => {}
        }
        before = c;
    }
    None
}
