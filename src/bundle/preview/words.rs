//! The messages in the languages of texts.

use std::collections::BTreeMap;

use crate::content::{Messages, Site};

/// The language with messages that fits a language best: for `pt-BR` that is `pt-br`, else `pt`.
pub(super) fn fitting<'m>(messages: &'m BTreeMap<String, Messages>, language: &str) -> Option<(&'m str, &'m Messages)> {
    let tag = language.to_ascii_lowercase();
    let mut ends: Vec<usize> = tag.match_indices('-').map(|(end, _)| end).collect();
    ends.push(tag.len());
    let known = |end: usize| messages.get_key_value(&tag[..end]).map(|(tag, words)| (tag.as_str(), words));
    ends.into_iter().rev().find_map(known)
}

/// The messages in the language of a text, if they are not the site's.
pub(super) fn of<'m>(
    messages: &'m BTreeMap<String, Messages>,
    site: &Site,
    language: Option<&str>,
) -> Option<&'m Messages> {
    let (tag, words) = fitting(messages, language?)?;
    let is_own = fitting(messages, &site.language).is_some_and(|(own, _)| own == tag);
    (!is_own).then_some(words)
}
