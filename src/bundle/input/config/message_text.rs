//! A text of a language file, and its placeholders.

use std::collections::BTreeSet;

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::{Entry, Value};

/// A text on one line. `None` if it is empty, or anything else.
pub(super) fn line(value: &Value) -> Option<String> {
    let text = value.words()?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// Whether the text of an entry, which is called `name`, has the placeholders of a model. If not, that is an error.
pub(super) fn has_values(entry: &Entry, name: &str, text: &str, model: &str, reader: &mut FieldReader) -> bool {
    let needed = values(model);
    if values(text) == needed {
        return true;
    }
    let message = format!("\"{name}\" does not have the values in braces of the English text");
    let names: Vec<_> = needed.into_iter().map(|name| format!("{{{name}}}")).collect();
    let remedy = if names.is_empty() {
        "delete the braces".to_owned()
    } else {
        format!("write {} where they belong, as in \"{model}\"", names.join(", "))
    };
    reader.error(entry.at, message, remedy);
    false
}

/// The placeholders: the names in braces.
pub(super) fn values(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|piece| piece.split_once('}').map_or(piece, |(name, _)| name)).collect()
}
