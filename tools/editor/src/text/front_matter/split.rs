//! Where the front matter of a file is: as the bundler splits it.

use std::ops::Range;

/// What a front matter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Between `+++`.
    Toml,
    /// Between `---`.
    Yaml,
    /// An object.
    Json,
}

/// A front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What it is written in.
    pub syntax: Syntax,
    /// What is between its fences; of JSON the whole object.
    pub range: Range<usize>,
    /// Where the text below it begins.
    pub body: usize,
}

/// The front matter of a file. `None` if it has none, or one that never ends.
#[must_use]
pub fn head(text: &str) -> Option<Head> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let first = start + (text[start..].len() - text[start..].trim_start().len());
    if text[first..].starts_with('{') {
        return json(text, first);
    }
    // A fence is at the start of its line.
    let line = text[start..first].rfind('\n').map_or(start, |end| start + end + 1);
    let mut at = line + text[line..].find('\n')? + 1;
    let syntax = match text[line..at].trim_end() {
        "+++" => Syntax::Toml,
        "---" => Syntax::Yaml,
        _ => return None,
    };
    let range = at;
    for line in text[at..].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let closes = match (syntax, line.trim_end()) {
            (Syntax::Toml, line) => line == "+++",
            (_, line) => line == "---" || line == "...",
        };
        if closes {
            return Some(Head { syntax, range: range..start, body: at });
        }
    }
    None
}

/// Where the text below the front matter begins.
#[must_use]
pub fn body_start(text: &str) -> usize {
    head(text).map_or(0, |head| head.body)
}

/// `{{` and `{%` begin a text, and no object.
fn json(text: &str, start: usize) -> Option<Head> {
    let inner = text[start + 1..].trim_start();
    if !inner.starts_with(['"', '}']) {
        return None;
    }
    let end = super::json::end_of(text, start)?;
    let rest = &text[end..];
    let next = rest.find('\n').map_or(rest.len(), |at| at + 1);
    let body = end + if rest[..next].trim().is_empty() { next } else { 0 };
    Some(Head { syntax: Syntax::Json, range: start..end, body })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_front_matter_is_between_fences_or_an_object() {
        let found = |text: &str| {
            head(text).map(|head| (head.syntax, text[head.range].to_owned(), text[head.body..].to_owned()))
        };
        let is = |syntax, head: &str, body: &str| Some((syntax, head.to_owned(), body.to_owned()));
        assert_eq!(found("+++\r\na = 1\r\n+++\r\n日本"), is(Syntax::Toml, "a = 1\r\n", "日本"));
        assert_eq!(found("\n---\na: 1\n...\nText"), is(Syntax::Yaml, "a: 1\n", "Text"));
        assert_eq!(found("\u{feff}---\n---\n"), is(Syntax::Yaml, "", ""));
        assert_eq!(found("{\"a\": \"}\"}\nText"), is(Syntax::Json, "{\"a\": \"}\"}", "Text"));
        for text in ["", "Text", "---", "---\nnever closed", "{{ text }}", "{% text %}", " ---\na: 1\n---\n"] {
            assert_eq!(head(text), None, "{text}");
        }
    }
}
