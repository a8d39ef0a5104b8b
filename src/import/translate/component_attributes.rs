//! The attributes of components, as far as they have fixed values.

use std::collections::HashMap;

use super::arguments::Arguments;

/// The attributes of a tag. What is computed is left out.
pub(super) fn arguments(written: &str, imports: &HashMap<String, String>) -> Arguments {
    Arguments::parse(written).mapped(|value| value_of(value, imports))
}

/// The value of an attribute: text, a text or a number in braces, or the file that a name is imported from.
fn value_of(value: &str, imports: &HashMap<String, String>) -> Option<String> {
    let Some(expression) = value.strip_prefix('{').and_then(|value| value.strip_suffix('}')) else {
        return Some(value.to_owned());
    };
    let expression = expression.trim();
    let name = expression.strip_suffix(".src").unwrap_or(expression);
    if let Some(file) = imports.get(name) {
        return Some(file.clone());
    }
    let called = ["require(", "useBaseUrl("].iter().find_map(|call| expression.strip_prefix(call));
    let inner = called.map_or(expression, |rest| rest.strip_suffix(".default").unwrap_or(rest).trim_end_matches(')'));
    let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
    match quote {
        Some(quote) => {
            let text = inner[1..].strip_suffix(quote)?;
            (!text.contains("${") && !text.contains(quote)).then(|| text.to_owned())
        }
        None => {
            inner.chars().all(|c| c.is_ascii_alphanumeric() || c == '.').then(|| inner.to_owned()).filter(|inner| {
                inner.starts_with(|c: char| c.is_ascii_digit()) || matches!(inner.as_str(), "true" | "false")
            })
        }
    }
}
