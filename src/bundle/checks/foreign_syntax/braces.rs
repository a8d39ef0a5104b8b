//! Finds foreign syntax in braces: shortcodes, tags and expressions of template languages, attributes.

use std::ops::Range;

use super::found::Found;
use super::kind::Kind;
use super::prose::Prose;
use super::reach::{name, within_reach};

/// Tags whose content, up to the end tag, is code or a comment.
const VERBATIM: [&str; 6] = ["raw", "highlight", "codeblock", "code", "verbatim", "comment"];
/// Tags that continue the one before them.
const PARTS: [&str; 6] = ["else", "elsif", "elif", "elseif", "when", "end"];

/// All of them. Each is blanked in the prose, so that no part of it is found as something else.
pub(super) fn find(prose: &mut Prose) -> Vec<Found> {
    let mut found = Vec::new();
    let mut unclosed = Vec::new();
    let mut at = 0;
    while let Some(start) = prose.text[at..].find('{').map(|step| at + step) {
        let Some((kind, name, span)) = tag(prose, start) else {
            at = start + 1;
            continue;
        };
        at = span.end;
        let mut taken = span.clone();
        if matches!(kind, Kind::Shortcode | Kind::Tag) && VERBATIM.contains(&&*name) && !unclosed.contains(&name) {
            match end_of(&prose.text, &name, span.end) {
                Some(end) => taken.end = end,
                // Those after it have no end either: the text is not searched again.
                None => unclosed.push(name.clone()),
            }
        }
        prose.blank(taken);
        if !name.is_empty() || kind == Kind::Attributes || kind == Kind::Comment {
            found.push(Found { kind, name, span });
        }
    }
    found
}

/// The offset of the end tag of `name` after `from`.
fn end_of(text: &str, name: &str, from: usize) -> Option<usize> {
    let is_end = |at: &usize| {
        let inside = text[*at..].trim_start_matches(['{', '%', '<', '-', ' ']);
        inside
            .strip_prefix("end")
            .or_else(|| inside.strip_prefix('/'))
            .is_some_and(|rest| rest.trim_start().starts_with(name))
    };
    text[from..].match_indices("{").map(|(at, _)| from + at).find(is_end)
}

/// What begins at a brace: its kind, its name (empty for what ends or continues another), and its byte range.
fn tag(prose: &Prose, start: usize) -> Option<(Kind, String, Range<usize>)> {
    let text = &prose.text;
    let rest = &text[start..];
    let between = |open: usize, close: &str| {
        let end = within_reach(text, start + open, close)?;
        Some((&text[start + open..end], start..end + close.len()))
    };
    if rest.starts_with("{{<") || rest.starts_with("{{%") {
        let (inside, span) = between(3, if rest.starts_with("{{<") { ">}}" } else { "%}}" })?;
        let inside = inside.trim().trim_start_matches("/*").trim();
        let name = name(inside).to_owned();
        return (inside.starts_with('/') || !name.is_empty()).then_some((Kind::Shortcode, name, span));
    }
    if rest.starts_with("{%") {
        let (inside, span) = between(2, "%}")?;
        let name = name(inside.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '+')));
        let part = PARTS.contains(&name) || name.starts_with("end");
        return (!name.is_empty()).then(|| (Kind::Tag, if part { String::new() } else { name.to_owned() }, span));
    }
    if rest.starts_with("{{") {
        // `${{ x }}` is syntax of GitHub workflows, not of site engines.
        if text[..start].ends_with('$') {
            return None;
        }
        let (inside, span) = between(2, "}}")?;
        let name = expression(inside)?;
        return Some((Kind::Expression, name, span));
    }
    if rest.starts_with("{/*") {
        let (_, span) = between(3, "*/}")?;
        return Some((Kind::Comment, String::new(), span));
    }
    let (inside, span) = between(1, "}").filter(|(inside, _)| !inside.contains(['{', '\n']))?;
    let name = attributes(prose, inside, start)?;
    Some((Kind::Attributes, name, span))
}

/// The name of an expression; empty if it ends or continues another. `None` if it is not an expression.
fn expression(inside: &str) -> Option<String> {
    let inside = inside.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '~' | '{'));
    let inside = inside.trim_start_matches(['#', '>', '^', '&', '*']).trim_start();
    let inside = inside.strip_prefix("/*").unwrap_or(inside).trim_start();
    if inside.contains(['{', '}']) {
        return None;
    }
    if inside.starts_with('/') {
        return Some(String::new());
    }
    if inside.starts_with(['"', '\'']) {
        let filter = name(inside.split_once('|')?.1.trim_start());
        return (!filter.is_empty()).then(|| filter.to_owned());
    }
    let path = inside.strip_prefix(['.', '$']).unwrap_or(inside);
    let called = name(path);
    let rest = path[called.len()..].trim_start();
    if called.is_empty() || rest.starts_with([':', ',', ';']) {
        return None;
    }
    let part = PARTS.contains(&called);
    Some(if part { String::new() } else { inside[..inside.len() - path.len() + called.len()].to_owned() })
}

/// Reads kramdown's `{: .x}`, and the `{.x}` of others behind a link, a picture or words in brackets.
fn attributes(prose: &Prose, inside: &str, start: usize) -> Option<String> {
    let before = &prose.text[..start];
    let is = if let Some(inside) = inside.strip_prefix(':') {
        inside.trim().strip_prefix([':', '/']).map_or_else(
            || inside.split_whitespace().next().is_some_and(is_attribute),
            |name| name.starts_with(|c: char| c.is_alphabetic()),
        )
    } else if prose.ends.binary_search(&start).is_ok() {
        // At the end of a heading, attributes are valid here.
        let line = before.rsplit('\n').next().unwrap_or_default();
        !line.trim_start().starts_with('#') && inside.split_whitespace().next().is_some_and(is_attribute)
    } else {
        before.ends_with(']') && inside.starts_with(['.', '#']) && is_attribute(inside.split_whitespace().next()?)
    };
    let contents = inside.contains("toc") && !inside.contains("no_toc");
    is.then(|| if contents { "toc".to_owned() } else { String::new() })
}

/// Whether a word is `.class`, `#id` or `key="value"`. In Rust, `{:#x}` and `{:.2}` are formats.
fn is_attribute(word: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':'))
    };
    match word.split_at_checked(1) {
        Some((".", name)) => name.split('.').all(is_name),
        Some(("#", name)) => name.len() > 1 && is_name(name),
        _ if matches!(word, "toc" | "footnotes") => true,
        _ => word.split_once('=').is_some_and(|(key, value)| is_name(key) && !value.starts_with('=')),
    }
}
