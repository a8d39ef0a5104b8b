//! Searches for the end of a construct within a limit, and reads names.

/// In bytes: how far after its beginning the end of a construct is searched for. Longer ones are not recognised.
const REACH: usize = 1_000;

/// The text from `from` on that is searched: at most [`REACH`] bytes.
pub(crate) fn near(text: &str, from: usize) -> &str {
    text.get(from..text.floor_char_boundary(from + REACH)).unwrap_or_default()
}

/// The offset of `end` after `from`, in the same paragraph.
pub(crate) fn within_reach(text: &str, from: usize, end: &str) -> Option<usize> {
    let near = near(text, from);
    // Fast path: most have no end.
    if !end.bytes().all(|byte| near.as_bytes().contains(&byte)) {
        return None;
    }
    let at = near.find(end)?;
    (!near[..at].contains("\n\n")).then_some(from + at)
}

/// The name that a text begins with: letters, digits, and the characters that join them. Empty if there is none.
pub(crate) fn name(text: &str) -> &str {
    let end =
        text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.' | '/' | ':')).unwrap_or(text.len());
    let name = text[..end].trim_end_matches(['.', '/', ':', '-']);
    if name.starts_with(|c: char| c.is_alphabetic() || c == '_') { name } else { "" }
}
