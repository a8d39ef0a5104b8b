//! The messages in the languages of texts.

use std::collections::BTreeMap;

use crate::bundle::input::config::languages::fitting;
use crate::content::{Messages, Site};

/// The messages in the language of a text, if they are not the site's.
pub(super) fn of<'m>(
    messages: &'m BTreeMap<String, Messages>,
    site: &Site,
    language: Option<&str>,
) -> Option<&'m Messages> {
    let known = |language| fitting(language, |tag| messages.get_key_value(tag));
    let (tag, words) = known(language?)?;
    let is_own = known(&site.language).is_some_and(|(own, _)| own == tag);
    (!is_own).then_some(words)
}
