//! The attributes at the end of a heading: `{#id .class key=value}`.

/// Whether the text within braces is a list of attributes, at least one. `{1, 2}` and `{name: string}` are not.
pub(super) fn are_attributes(inside: &str) -> bool {
    let mut rest = inside.trim_start();
    if rest.is_empty() {
        return false;
    }
    while !rest.is_empty() {
        let Some(end) = attribute(rest) else { return false };
        let after = rest[end..].trim_start();
        // White space separates attributes.
        if !after.is_empty() && after.len() == rest.len() - end {
            return false;
        }
        rest = after;
    }
    true
}

/// Length in bytes of the attribute at the start of a text.
pub(in crate::markdown) fn attribute(text: &str) -> Option<usize> {
    if let Some(id) = text.strip_prefix('#') {
        return word(id).map(|length| length + 1);
    }
    // A class or a key does not begin with a digit: `{.5}` is a number.
    let name = text.strip_prefix('.').unwrap_or(text);
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if name.len() < text.len() {
        return word(name).map(|length| length + 1);
    }
    let key = word(text)?;
    let value = text[key..].strip_prefix('=')?;
    let length = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].find(quote)? + 2,
        '=' => return None,
        _ => value.find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"' | '\'')).unwrap_or(value.len()),
    };
    (length > 0).then_some(key + 1 + length)
}

/// Length in bytes of the name at the start of a text; `None` if it is empty.
fn word(text: &str) -> Option<usize> {
    let ends = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.');
    let length = text.find(ends).unwrap_or(text.len());
    (length > 0).then_some(length)
}
