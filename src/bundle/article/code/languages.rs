//! Finds the grammar for the language name of a code block.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use strsim::damerau_levenshtein;

use super::grammars::Grammars;
use super::names::Names;

/// How a text is highlighted.
#[derive(Clone, Copy)]
pub(super) enum Language {
    /// Not at all.
    Plain,
    /// By lines, as inserted or deleted.
    Diff,
    /// By the grammar of this index.
    Known(usize),
}

/// Names for text that is in no language, or in one that is drawn.
const PLAIN: [&str; 13] = [
    "",
    "ascii",
    "console",
    "mermaid",
    "none",
    "nohighlight",
    "output",
    "plain",
    "plaintext",
    "raw",
    "terminal",
    "text",
    "txt",
];

impl Grammars {
    /// The language of a name, or similar names if it is unknown.
    pub(super) fn find(&self, name: &str) -> Result<Language, Vec<String>> {
        let name = name.to_lowercase();
        match self.names.indices.get(&name) {
            _ if PLAIN.contains(&name.as_str()) => Ok(Language::Plain),
            Some(index) if self.names.name(*index) == "Diff" => Ok(Language::Diff),
            Some(index) => Ok(Language::Known(*index)),
            None => {
                let mut unknown = UNKNOWN.lock().unwrap_or_else(PoisonError::into_inner);
                if unknown.len() >= MOST_UNKNOWN {
                    unknown.clear();
                }
                Err(unknown.entry(name).or_insert_with_key(|name| near(name, &self.names)).clone())
            }
        }
    }

    /// The name of the file with the grammar of a language, if it is not loaded.
    pub(crate) fn missing(&self, language: &str) -> Option<String> {
        match self.find(language) {
            Ok(Language::Known(index)) if self.spans(index, "").is_none() => Some(self.names.id(index)),
            _ => None,
        }
    }

    /// The spans of a text that have a role, in order. None until the grammar is loaded.
    pub(super) fn spans_of(&self, language: Language, text: &str) -> Vec<(&'static str, Range<usize>)> {
        match language {
            Language::Known(index) => self.spans(index, text).unwrap_or_default(),
            Language::Plain | Language::Diff => Vec::new(),
        }
    }
}

/// Cached suggestions for unknown names: a text may have the same one on each of its blocks.
static UNKNOWN: Mutex<BTreeMap<String, Vec<String>>> = Mutex::new(BTreeMap::new());
/// The cache is cleared at this many entries: `serve` may run for days.
const MOST_UNKNOWN: usize = 1_000;

/// Up to three names within an edit distance of two, or of one for a short name; the nearest first, one per grammar.
fn near(name: &str, names: &Names) -> Vec<String> {
    let reach = if name.chars().count() <= 4 { 1 } else { 2 };
    // Fast path: the distance is at least the difference in length, and its table takes the product of both lengths.
    let length = name.chars().count();
    let alike = |known: &str| known.chars().count().abs_diff(length) <= reach;
    let distance =
        |known: &str| alike(known).then(|| damerau_levenshtein(name, known)).filter(|distance| *distance <= reach);
    let plain = PLAIN.iter().filter(|plain| plain.len() > 3).map(|plain| (*plain, ""));
    let known = names.indices.iter().filter(|(name, _)| !name.contains('.'));
    let known = known.map(|(name, index)| (name.as_str(), names.name(*index)));
    let mut near: Vec<_> =
        known.chain(plain).filter_map(|(known, grammar)| Some((distance(known)?, known, grammar))).collect();
    near.sort();
    let mut seen = Vec::new();
    near.retain(|(_, _, grammar)| !seen.contains(grammar) && (seen.push(*grammar), true).1);
    near.into_iter().take(3).map(|(_, known, _)| known.to_owned()).collect()
}
