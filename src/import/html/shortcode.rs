//! Parses one shortcode of WordPress: `[name key="value" word]`, with what is between it and `[/name]`.

/// A shortcode.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shortcode<'a> {
    pub(super) name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    /// What is between it and its end, if it has one.
    pub(super) content: Option<&'a str>,
    /// Length in bytes, with its content and end.
    pub(super) length: usize,
}

/// The shortcode at the beginning of a text, which is a `[`. `reach` tells how many bytes after a shortcode of a name its
/// end is searched for.
pub(super) fn at(text: &str, reach: impl Fn(&str) -> usize) -> Option<Shortcode<'_>> {
    let rest = text.strip_prefix('[')?;
    let name_end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).filter(|end| *end > 0)?;
    let name = &rest[..name_end];
    let end = end(rest, name_end)?;
    let inside = rest[name_end..end].trim_end_matches('/');
    if !inside.is_empty() && !inside.starts_with([' ', '\t', '\n', '=', '|', '\u{a0}', ':']) {
        return None;
    }
    let open = end + 2;
    let closing = ["[/", name, "]"].concat();
    let reach = if rest[..end].ends_with('/') { 0 } else { reach(name) };
    let near = &text[open..text.floor_char_boundary(open.saturating_add(reach))];
    let content = near.find(&closing).map(|at| &near[..at]);
    let length = content.map_or(open, |content| open + content.len() + closing.len());
    Some(Shortcode { name, attributes: attributes(inside), content, length })
}

/// The offset of the bracket that ends a tag; one in quotes does not. A tag is short, and on few lines.
fn end(text: &str, from: usize) -> Option<usize> {
    const MAX_BYTES: usize = 4_000;
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().skip(from).take(MAX_BYTES) {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"') => quote = Some(byte),
            (None, b'\'') if text[..at].ends_with('=') => quote = Some(byte),
            (None, b'[' | b'<') => return None,
            (None, b']') => return Some(at),
            _ => {}
        }
    }
    None
}

fn attributes(inside: &str) -> Vec<(&str, &str)> {
    let mut attributes = Vec::new();
    let mut rest = inside.trim_start_matches(['=', '|']);
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{a0}']);
        if rest.is_empty() {
            return attributes;
        }
        let word_end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).unwrap_or(rest.len());
        let (key, after) = match rest[..word_end].split_once('=') {
            Some((key, "")) => (key, &rest[word_end..]),
            // An address may have `=` in it.
            Some((key, value)) if key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) => {
                attributes.push((key, value));
                rest = &rest[word_end..];
                continue;
            }
            _ => ("", rest),
        };
        let (value, after) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        attributes.push((key, value));
        rest = after;
    }
}

impl<'a> Shortcode<'a> {
    pub(super) fn attribute(&self, key: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(name, _)| *name == key).map(|(_, value)| *value).filter(|value| !value.is_empty())
    }

    /// The first value without a key.
    pub(super) fn word(&self) -> Option<&'a str> {
        self.attribute("")
    }

    pub(super) fn has_attributes(&self) -> bool {
        self.attributes.iter().any(|(key, _)| !key.is_empty())
    }
}
