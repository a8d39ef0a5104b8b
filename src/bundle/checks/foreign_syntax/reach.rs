//! How far a sign is looked for, and the name behind one.

/// How far behind its beginning the end of something is looked for, in bytes. A longer one is none.
const REACH: usize = 1_000;

/// What may still belong to something that begins before `from`: as far as it is looked through, and as its paragraph goes.
pub(super) fn near(text: &str, from: usize) -> &str {
    let mut reach = text.len().min(from + REACH);
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    text.get(from..reach).unwrap_or_default()
}

/// Where `end` begins behind `from`, in the same paragraph.
pub(super) fn within_reach(text: &str, from: usize, end: &str) -> Option<usize> {
    let near = near(text, from);
    // Fast path: of most signs there is no end at all.
    if !end.bytes().all(|byte| near.as_bytes().contains(&byte)) {
        return None;
    }
    let at = near.find(end)?;
    (!near[..at].contains("\n\n")).then_some(from + at)
}

/// The name that a text begins with: letters and digits, and what holds a name together.
pub(super) fn name(text: &str) -> &str {
    let end =
        text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.' | '/' | ':')).unwrap_or(text.len());
    let name = text[..end].trim_end_matches(['.', '/', ':', '-']);
    if name.starts_with(|c: char| c.is_alphabetic() || c == '_') { name } else { "" }
}
