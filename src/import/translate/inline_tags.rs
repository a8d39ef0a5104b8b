//! Tags in the text of a note: `#garden`, `#area/plants`. In a sentence they stay; a line of tags alone is left out.

use super::edit::Edit;
use super::page::Page;
use crate::bundle::checks::foreign_syntax::prose::Prose;
use crate::content::Dialect;

/// The tags of a text, without their sign.
pub(crate) fn of(text: &str) -> Vec<String> {
    if !text.contains('#') {
        return Vec::new();
    }
    let prose = Prose::of(text, Dialect::default()).text;
    prose.match_indices('#').filter_map(|(at, _)| tag(&prose, at)).map(str::to_owned).collect()
}

/// The tag whose sign is at an offset.
fn tag(prose: &str, at: usize) -> Option<&str> {
    let apart = prose[..at].chars().next_back().is_none_or(char::is_whitespace);
    let rest = &prose[at + 1..];
    let is_emoji = |c: char| matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{200D}');
    let is_of_tag = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/') || is_emoji(c);
    let tag = rest[..rest.find(|c| !is_of_tag(c)).unwrap_or(rest.len())].trim_end_matches('/');
    let is_number = tag.chars().all(|c| c.is_ascii_digit());
    // `#1` is a number, and `#!/bin/sh` a command.
    (apart && !is_number && !rest[tag.len()..].starts_with(['#', '!', '[', '('])).then_some(tag)
}

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    if !page.syntax.is_wiki() {
        return Vec::new();
    }
    let (mut edits, mut start) = (Vec::new(), 0);
    for line in page.prose().text.split_inclusive('\n') {
        let written = &page.text[start..start + line.len()];
        let mut words = written.split_whitespace().peekable();
        let is_tag = |word: &str| tag(word, 0).is_some_and(|tag| tag.len() + 1 == word.trim_end_matches(',').len());
        if words.peek().is_some() && line == written && words.all(|word| word.starts_with('#') && is_tag(word)) {
            edits.push(Edit::new(start..start + written.trim_end().len(), "", "line of #tags → tags"));
        }
        start += line.len();
    }
    edits
}
