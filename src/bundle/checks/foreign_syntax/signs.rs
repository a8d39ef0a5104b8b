//! Finds foreign syntax within a line: `[[x]]`, `==x==`, `^[x]`, and `[x y="z"]`.

use std::ops::Range;

use super::found::Found;
use super::kind::Kind;
use super::prose::Prose;
use super::reach::{name, near, within_reach};

/// Attributes of C++, which authors write in prose without backticks.
const CPP: [&str; 10] = [
    "assume",
    "carries_dependency",
    "deprecated",
    "fallthrough",
    "likely",
    "maybe_unused",
    "no_unique_address",
    "nodiscard",
    "noreturn",
    "unlikely",
];

pub(crate) fn find(prose: &Prose) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = prose.text[at..].find(['[', '=', '^']).map(|step| at + step) {
        let rest = &prose.text[start..];
        let sign = if rest.starts_with("[[") {
            wiki(prose, start)
        } else if rest.starts_with("==") {
            highlight(&prose.text, start)
        } else if rest.starts_with("^[") {
            note(prose, start)
        } else if rest.starts_with('[') {
            bracket(prose, start)
        } else {
            None
        };
        at = sign.as_ref().map_or_else(|| start + rest.len() - skipped(rest).len(), |found| found.span.end);
        found.extend(sign);
    }
    found
}

/// The text after a sign that begins nothing. A run of `=` is skipped at once.
fn skipped(rest: &str) -> &str {
    if rest.starts_with('=') { rest.trim_start_matches('=') } else { &rest[1..] }
}

/// The text between `from` and `end`, if it is on one line, and its end.
fn between<'a>(text: &'a str, from: usize, end: &str) -> Option<(&'a str, usize)> {
    let at = within_reach(text, from, end)?;
    Some((&text[from..at], at)).filter(|(inside, _)| !inside.contains('\n'))
}

fn last(text: &str) -> Option<char> {
    text.chars().next_back()
}

fn wiki(prose: &Prose, start: usize) -> Option<Found> {
    let text = &prose.text;
    let (inside, end) = between(text, start + 2, "]]")?;
    let before = last(&text[..start]);
    let is_page = inside == inside.trim()
        && inside.contains(char::is_alphabetic)
        && !inside.contains(['[', ']', '"', '=', '{'])
        && !inside.contains("::")
        && !inside.starts_with(['^', ':', '-', '!', '$'])
        && !CPP.contains(&inside);
    let is_index = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ']' | ')' | '_'));
    let contents = ["toc", "_toc_"].contains(&inside.to_lowercase().as_str());
    let span = start..end + 2;
    if !is_page || is_index || contents || prose.is_linked(span.clone()) {
        return None;
    }
    let embed = before == Some('!');
    let (kind, span) = if embed { (Kind::Embed, start - 1..span.end) } else { (Kind::Wiki, span) };
    Some(Found { kind, name: String::new(), span })
}

/// A highlight touches words on the inside, and none on the outside: `a == b` is a comparison.
fn highlight(text: &str, start: usize) -> Option<Found> {
    let outside =
        |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '=' | '!' | '<' | '>' | '~' | ')' | ']' | '"' | '\'');
    let (inside, end) = between(text, start + 2, "==")?;
    let words = !inside.starts_with(char::is_whitespace)
        && !inside.ends_with(char::is_whitespace)
        && inside.contains(char::is_alphanumeric)
        && !inside.contains(['=', ';', '&', '|']);
    let before = last(&text[..start]).is_none_or(outside);
    let after = text[end + 2..].chars().next().is_none_or(|c| !c.is_ascii_alphanumeric() && c != '=');
    let span = start..end + 2;
    (words && before && after).then(|| Found { kind: Kind::Highlight, name: String::new(), span })
}

/// A note has words; `x^[2]` and `^[a-z]+` have none.
fn note(prose: &Prose, start: usize) -> Option<Found> {
    let text = &prose.text;
    let end = closing(text, start + 1)?;
    let inside = &text[start + 2..end];
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let words = inside.split_whitespace().filter(is_word).count();
    let behind_words =
        last(&text[..start]).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | ')' | '"' | '”'));
    let one =
        words == 1 && behind_words && inside.trim().chars().count() > 3 && !inside.contains(['-', '\\', '^', '+']);
    let linked = prose.is_linked(start + 1..start + 2) || text[end + 1..].starts_with(['(', '[']);
    let span = start..end + 1;
    ((words > 1 || one) && !linked).then(|| Found { kind: Kind::Note, name: String::new(), span })
}

/// The offset of the bracket that closes the one at `start`.
fn closing(text: &str, start: usize) -> Option<usize> {
    let near = near(text, start);
    if !near.contains(']') {
        return None;
    }
    let mut open = 0;
    let end = near.bytes().position(|byte| {
        open += i32::from(byte == b'[') - i32::from(byte == b']');
        open == 0
    })?;
    (!near[..end].contains("\n\n")).then_some(start + end)
}

/// A shortcode of WordPress: a name, and then an attribute with a value in quotes.
fn bracket(prose: &Prose, start: usize) -> Option<Found> {
    let (inside, end) = between(&prose.text, start + 1, "]")?;
    let called = name(inside);
    let attribute = inside[called.len()..].strip_prefix(' ')?.trim_start();
    let key = name(attribute);
    let value = attribute[key.len()..].strip_prefix('=')?;
    let span: Range<usize> = start..end + 1;
    let is = !called.is_empty() && !key.is_empty() && value.starts_with(['"', '\'']) && !prose.is_linked(span.clone());
    is.then(|| Found { kind: Kind::Bracket, name: called.to_owned(), span })
}
