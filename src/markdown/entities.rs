//! Writes the named entities of a text as numeric ones. The bundler does so in every text that it sends, because the
//! parser's table of 2,125 names would be a ninth of the page's program, and is removed from it.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::events::events;
use crate::content::Dialect;

/// The names that stay in texts and in the page's program, in the order of their bytes.
pub const KEPT: [&str; 5] = ["amp", "gt", "lt", "nbsp", "quot"];

/// The text with numeric entities in place of named ones, wherever the parser reads them: in text, destinations, titles
/// and the languages of code blocks. A numeric entity means the same there, and is no markup either.
#[must_use]
pub fn numeric(text: &str, dialect: Dialect) -> Cow<'_, str> {
    let found: Vec<_> = named(text).filter_map(|span| Some((span.clone(), numbers(&text[span])?))).collect();
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let literal = literal(text, dialect);
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for (span, numbers) in found {
        let before = literal.partition_point(|literal| literal.end < span.end);
        if literal.get(before).is_none_or(|literal| span.start < literal.start) {
            out.push_str(&text[done..span.start]);
            out.push_str(&numbers);
            done = span.end;
        }
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// The ranges of what looks like a named entity, without the kept ones and those with a backslash before them.
fn named(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('&').filter_map(|(start, _)| {
        let rest = &text[start + 1..];
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let is_escaped = text[..start].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
        let is_named = length > 0 && rest[length..].starts_with(';') && !KEPT.contains(&&rest[..length]);
        (is_named && !is_escaped).then(|| start..start + length + 2)
    })
}

/// An entity by the numbers of its characters; `None` if the parser has none of this name.
fn numbers(entity: &str) -> Option<String> {
    Some(characters(entity)?.chars().map(|c| format!("&#{};", u32::from(c))).collect())
}

/// The characters that a named entity stands for, such as `&eacute;`; `None` if the parser has none of this name.
pub(crate) fn characters(entity: &str) -> Option<String> {
    let text = |event| if let Event::Text(text) = event { Some(text) } else { None };
    let read: String = Parser::new(entity).filter_map(text).map(String::from).collect();
    (read != entity).then_some(read)
}

/// The ranges of a text in which the parser reads no entities, in order: code, formulas, HTML, and what it shows as
/// written, such as the address in `<https://…>`.
fn literal(text: &str, dialect: Dialect) -> Vec<Range<usize>> {
    let mut in_code = false;
    let is_literal = |(event, span): &(Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock) => {
            in_code = matches!(event, Event::Start(_));
            false
        }
        Event::Text(shown) => in_code || text.get(span.clone()) == Some(&**shown),
        Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::Html(_) | Event::InlineHtml(_) => true,
        _ => false,
    };
    events(text, dialect).into_iter().filter(is_literal).map(|(_, span)| span).collect()
}
