//! `defaults` of the configuration: values for the texts of a path or a kind.

use std::path::Path;

use super::addresses::Kind;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::import::data::{Data, find, text_in};
use crate::import::folder::slashed;

/// Adds the values whose scope a text is in, and that it does not have itself. A longer path counts before a shorter.
pub(super) fn apply(data: &mut Data, config: &Data, path: &Path, kind: &Kind) {
    let path = slashed(path);
    let in_scope = |entries: &&[Entry]| {
        let scope = text_in(entries, "scope.path").unwrap_or_default();
        let of_kind = text_in(entries, "scope.type").is_none_or(|name| name == kind.name());
        let scope = scope.trim_matches('/').split('*').next().unwrap_or_default().to_owned();
        (of_kind && path.starts_with(&scope)).then_some(scope.len())
    };
    let mut scopes: Vec<_> =
        config.tables("defaults").into_iter().filter_map(|entries| Some((in_scope(&entries)?, entries))).collect();
    scopes.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    for (_, entries) in scopes {
        let Some(Value::Table(values)) = find(entries, "values") else { continue };
        data.fill(Data(values.iter().filter_map(copy).collect()));
    }
}

/// A copy of a plain value: a flag, a text, or a list of texts.
fn copy(entry: &Entry) -> Option<Entry> {
    let value = match &entry.value {
        Value::Flag(flag) => Value::Flag(*flag),
        Value::Text(text) | Value::Number(text) => Value::Text(text.clone()),
        list @ Value::List(_) => Value::Text(crate::import::data::texts_of(list).join(", ")),
        Value::Nothing | Value::Table(_) => return None,
    };
    let at = Location::default();
    Some(Entry { key: entry.key.clone(), key_at: at, value, at })
}
