//! The id that each engine derives from a heading, before it is numbered if it is taken.

use crate::bundle::composed;
use crate::bundle::input::config::heading_ids::HeadingIds;
use crate::bundle::input::slugify::slugify;
use crate::bundle::unicode::{is_connector, is_letter_or_digit, is_mark, nfkd};

/// The id of a heading by the rule of an engine. `text` is what the engine derives it from.
pub(super) fn id(ids: HeadingIds, text: &str) -> String {
    let id = match ids {
        HeadingIds::Own => slugify(text).map(|slug| slug.to_string()).unwrap_or_default(),
        HeadingIds::GitHub | HeadingIds::Jekyll => dashed(&text.to_lowercase(), is_word),
        HeadingIds::Hugo => hugo(text),
        HeadingIds::Kramdown => kramdown(text),
        HeadingIds::VitePress => vitepress(text),
        HeadingIds::Zola => zola(text),
    };
    if id.is_empty() { nameless(ids).to_owned() } else { composed::text(&id) }
}

/// The id of a heading that none can be derived from. Engines that leave it without one, or with an empty one, have no
/// links to it.
fn nameless(ids: HeadingIds) -> &'static str {
    match ids {
        HeadingIds::Hugo => "heading",
        _ => "section",
    }
}

/// As Zola makes them.
#[cfg(not(target_arch = "wasm32"))]
fn zola(text: &str) -> String {
    slug::slugify(text)
}

/// As Zola makes them of ASCII. Its table for all other letters is larger than the editor; those are left out of ids, and
/// links to such headings are not found in the preview.
#[cfg(target_arch = "wasm32")]
fn zola(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

/// Keeps `-` and what `is_kept`, and turns each space into `-`.
fn dashed(text: &str, is_kept: fn(char) -> bool) -> String {
    let dash = |c: char| if matches!(c, ' ' | '\t') { '-' } else { c };
    text.chars().map(dash).filter(|c| *c == '-' || is_kept(*c)).collect()
}

/// `\p{Word}` of Ruby: letters, marks, decimal digits, and connectors such as `_`.
fn is_word(c: char) -> bool {
    is_letter_or_digit(c) || is_mark(c) || is_connector(c)
}

/// `sanitizeAnchorName` of Hugo: no marks, and each character in lower case by itself.
fn hugo(text: &str) -> String {
    let is_kept = |c: char| c == '_' || is_letter_or_digit(c);
    // The first alone: `İ` becomes `i`, without the dot above that would be its second character.
    dashed(text, is_kept).chars().filter_map(|c| c.to_lowercase().next()).collect()
}

/// `basic_generate_id` of kramdown: ASCII only, from the first letter on.
fn kramdown(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let kept = text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

/// `slugify` of `@mdit-vue/shared`. Its ids are decomposed; [`id`] composes them, as all of this engine.
fn vitepress(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for c in nfkd(text).chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')) {
        let is_space = c.is_whitespace() || c == '\u{feff}';
        if is_space || c.is_ascii_punctuation() || matches!(c, '“' | '”' | '‘' | '’') {
            if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        } else if !c.is_control() {
            id.push(c);
        }
    }
    let id = id.trim_end_matches('-').to_lowercase();
    if id.starts_with(|c: char| c.is_ascii_digit()) { format!("_{id}") } else { id }
}
