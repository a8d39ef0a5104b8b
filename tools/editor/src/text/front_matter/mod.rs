//! The front matter of a text: its fields, and edits of one of them at a time that leave every other byte as it is.
//!
//! Values are read by the parsers that the bundler uses. An edit is read back: it is made only if the key then has the
//! new value, and every other key the same.

mod insert;
mod json;
mod list;
pub mod split;
#[cfg(test)]
mod tests;
mod toml;
pub mod value;
mod yaml;

use std::ops::Range;

use personal_page::bundle::preview::front_matter::is_whole;

use super::edit::Edit;
use super::lines::ending_near;
use split::{Head, Syntax, head};
pub use value::{Field, Value};

/// Why a key cannot be changed here. The text can still be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The front matter has a mistake.
    Unreadable,
    /// The value is written in a way that has no safe edit.
    Unsupported,
}

impl Refused {
    /// What the author is told.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Unreadable => "the front matter cannot be read: correct it in the text first",
            Self::Unsupported => "this value can only be changed in the text",
        }
    }
}

/// The fields of a front matter, in the order of the text. `None` if it cannot be read, or has only one fence; without
/// one there are none.
#[must_use]
pub fn fields(text: &str) -> Option<Vec<Field>> {
    let Some(head) = head(text) else { return is_whole(text).then(Vec::new) };
    let written = &text[head.range.clone()];
    let mut fields = match head.syntax {
        Syntax::Toml => toml::fields(written),
        Syntax::Yaml => yaml::fields(written),
        Syntax::Json => json::fields(written),
    }?;
    for field in &mut fields {
        field.range = field.range.start + head.range.start..field.range.end + head.range.start;
        field.key_at += head.range.start;
    }
    Some(fields)
}

/// Sets a key. `Ok(None)` if it has the value already. Without a front matter, adds one.
///
/// # Errors
///
/// If the front matter cannot be read, or has no safe edit for this.
pub fn set(text: &str, key: &str, value: &Value) -> Result<Option<Edit>, Refused> {
    let fields = fields(text).ok_or(Refused::Unreadable)?;
    let Some(head) = head(text) else {
        let edit = insert::front_matter(text, key, value);
        return if holds(text, &edit, key, Some(value), &[]) { Ok(Some(edit)) } else { Err(Refused::Unsupported) };
    };
    let field = fields.iter().find(|field| is_same_key(&field.key, key));
    if field.is_some_and(|field| field.value.reads_as(value)) {
        return Ok(None);
    }
    let edits: Vec<Edit> = match field {
        Some(field) => replacements(text, &head, field, value),
        None if key.contains('.') => Vec::new(),
        None => insert::key(text, &head, &fields, key, value),
    };
    let key = field.map_or(key, |field| &field.key);
    let edit = edits.into_iter().find(|edit| holds(text, edit, key, Some(value), &fields));
    edit.map(|edit| Some(edit.trimmed(text))).ok_or(Refused::Unsupported)
}

/// Removes a key with its line. `Ok(None)` if there is none.
///
/// # Errors
///
/// If the front matter cannot be read, or has no safe edit for this.
pub fn remove(text: &str, key: &str) -> Result<Option<Edit>, Refused> {
    let fields = fields(text).ok_or(Refused::Unreadable)?;
    let Some((head, field)) = head(text).zip(fields.iter().find(|field| is_same_key(&field.key, key))) else {
        return Ok(None);
    };
    let range = match head.syntax {
        Syntax::Json => json::extent(text, &head.range, field.key_at, field.range.end),
        _ => lines_of(text, field),
    };
    let edit = Edit::replace(range, String::new());
    if holds(text, &edit, &field.key, None, &fields) { Ok(Some(edit)) } else { Err(Refused::Unsupported) }
}

/// Whether names mean the same key: in any case, with or without `_` and `-`.
#[must_use]
pub fn is_same_key(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.replace(['_', '-'], "").to_lowercase();
    plain(one) == plain(other)
}

/// The lines from a key to the end of its value, with the last ending.
fn lines_of(text: &str, field: &Field) -> Range<usize> {
    let start = text[..field.key_at].rfind('\n').map_or(0, |end| end + 1);
    let from = field.range.end.max(field.key_at);
    let end = text[from..].find('\n').map_or(text.len(), |length| from + length + 1);
    start..end
}

fn replacements(text: &str, head: &Head, field: &Field, value: &Value) -> Vec<Edit> {
    let old = &text[field.range.clone()];
    let ending = ending_near(text, field.range.start);
    let forms = match head.syntax {
        Syntax::Toml => toml::replacements(old, value, ending),
        Syntax::Yaml => yaml::replacements(&text[..field.range.end], field, value, ending),
        Syntax::Json => json::replacements(old, value, ending),
    };
    forms.into_iter().map(|new| Edit::replace(field.range.clone(), new)).collect()
}

/// Whether an edit does what is meant: the key has the value, or is gone, and all others are as before.
fn holds(text: &str, edit: &Edit, key: &str, value: Option<&Value>, before: &[Field]) -> bool {
    let new = edit.apply(text);
    let Some(after) = fields(&new) else { return false };
    let others = |fields: &[Field]| {
        let others = fields.iter().filter(|field| field.key != key);
        others.map(|field| (field.key.clone(), field.value.clone())).collect::<Vec<_>>()
    };
    let found = after.iter().find(|field| field.key == key);
    let as_wanted = match (found, value) {
        (Some(field), Some(value)) => field.value.reads_as(value),
        (None, None) => true,
        _ => false,
    };
    let body = |text: &str| text[split::body_start(text)..].to_owned();
    as_wanted && others(before) == others(&after) && (head(text).is_none() || body(text) == body(&new))
}
