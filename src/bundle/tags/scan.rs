//! Scans raw HTML for tags, as the tokeniser of the HTML standard does, with the byte range of each, so that a finding
//! is about the exact words.

use std::collections::HashSet;
use std::ops::Range;

use super::attribute_value::decoded;

/// The elements whose content is raw text, without tags.
const RAW_TEXT: [&str; 8] = ["iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"];

/// A tag or something else that browsers do not show, and its byte range.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) span: Range<usize>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Open {
        name: String,
        attributes: Vec<Attribute>,
    },
    Close {
        name: String,
    },
    /// A comment, and whether it has an end.
    Comment {
        ended: bool,
    },
    /// `<!doctype>`, `<?php ?>`, `<![CDATA[]]>`, which browsers do not show. `name` is how it begins.
    Instruction {
        name: String,
    },
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    /// Its value, with entities resolved.
    pub(crate) value: String,
    /// The byte range of its name and value.
    pub(crate) span: Range<usize>,
    /// The byte range of its value, without quotes.
    pub(crate) value_span: Range<usize>,
}

/// All tokens of some HTML, in order. A `<` that begins none, or a tag without an end, is text.
pub(crate) fn scan(html: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut done = 0;
    while let Some(start) = html[done..].find('<').map(|at| done + at) {
        let Some(token) = token(html, start) else {
            done = start + 1;
            continue;
        };
        done = token.span.end;
        if let Kind::Open { name, .. } = &token.kind
            && RAW_TEXT.contains(&name.as_str())
        {
            done = close(html, done, name).unwrap_or(done);
        }
        tokens.push(token);
    }
    tokens
}

/// The token that begins at the `<` at `start`.
fn token(html: &str, start: usize) -> Option<Token> {
    let rest = &html[start..];
    let until = |end: &str| rest.find(end).map(|at| start + at + end.len());
    let (kind, end) = if rest.starts_with("<!--") {
        // The end may share its dashes with the beginning: `<!-->` is a comment.
        let end = rest[2..].find("-->").map(|at| start + 2 + at + 3);
        (Kind::Comment { ended: end.is_some() }, end.unwrap_or(html.len()))
    } else if rest.starts_with("<![CDATA[") {
        (Kind::Instruction { name: "<![CDATA[".to_owned() }, until("]]>")?)
    } else if rest.starts_with("<?") {
        (Kind::Instruction { name: word(rest) }, until("?>").or_else(|| until(">"))?)
    } else if rest.starts_with("<!") {
        (Kind::Instruction { name: word(rest) }, until(">")?)
    } else {
        return tag(html, start);
    };
    Some(Token { kind, span: start..end })
}

fn word(rest: &str) -> String {
    rest.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default().to_owned()
}

fn tag(html: &str, start: usize) -> Option<Token> {
    let closes = html[start..].starts_with("</");
    let mut at = start + 1 + usize::from(closes);
    let name = word_at(html, at, |c| c.is_ascii_whitespace() || matches!(c, b'/' | b'>'));
    if !html[name.clone()].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    at = name.end;
    let name = html[name].to_ascii_lowercase();
    let (mut attributes, mut names) = (Vec::new(), HashSet::new());
    loop {
        at = skip(html, at, |c| c.is_ascii_whitespace() || c == b'/');
        if *html.as_bytes().get(at)? == b'>' {
            let kind = if closes { Kind::Close { name } } else { Kind::Open { name, attributes } };
            return Some(Token { kind, span: start..at + 1 });
        }
        let attribute = attribute(html, at)?;
        at = attribute.span.end;
        // Of two attributes with the same name, browsers use the first.
        if names.insert(attribute.name.clone()) {
            attributes.push(attribute);
        }
    }
}

fn attribute(html: &str, start: usize) -> Option<Attribute> {
    // A `=` at the beginning is part of the name.
    let name = word_at(html, start + 1, |c| c.is_ascii_whitespace() || matches!(c, b'/' | b'>' | b'='));
    let name = start..name.end;
    let equals = skip(html, name.end, |c| c.is_ascii_whitespace());
    let named = html.get(name.clone())?.to_ascii_lowercase();
    if html.as_bytes().get(equals) != Some(&b'=') {
        return Some(Attribute { name: named, value: String::new(), value_span: name.end..name.end, span: name });
    }
    let begin = skip(html, equals + 1, |c| c.is_ascii_whitespace());
    let (value, end) = match html.as_bytes().get(begin)? {
        quote @ (b'"' | b'\'') => {
            let value = word_at(html, begin + 1, |c| c == *quote);
            html.as_bytes().get(value.end)?;
            (value.clone(), value.end + 1)
        }
        _ => {
            let value = word_at(html, begin, |c| c.is_ascii_whitespace() || c == b'>');
            (value.clone(), value.end)
        }
    };
    Some(Attribute { name: named, value: decoded(&html[value.clone()]), span: start..end, value_span: value })
}

/// The offset of the closing tag of an element.
fn close(html: &str, start: usize, name: &str) -> Option<usize> {
    let closing = |at: usize| {
        let end = at + 2 + name.len();
        html.get(at + 2..end).is_some_and(|word| word.eq_ignore_ascii_case(name))
            && html.as_bytes().get(end).is_none_or(|c| c.is_ascii_whitespace() || matches!(c, b'/' | b'>'))
    };
    html[start..].match_indices("</").map(|(at, _)| start + at).find(|at| closing(*at))
}

fn word_at(html: &str, start: usize, ends: impl Fn(u8) -> bool) -> Range<usize> {
    start..skip(html, start, |c| !ends(c))
}

fn skip(html: &str, start: usize, over: impl Fn(u8) -> bool) -> usize {
    let rest = html.as_bytes().get(start..).unwrap_or_default();
    start + rest.iter().position(|c| !over(*c)).unwrap_or(rest.len())
}
