//! Link syntax that makes no link, and link definitions that nothing uses.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, LinkType, Tag};

use super::{Definition, Lint, LintKind, literal};
use crate::markdown::events::spanned::Spanned;
use crate::markdown::label::folded;

/// References with an undefined label.
pub(super) fn undefined(text: &str, broken: Vec<BrokenLink<'_>>) -> Vec<Lint> {
    let mut lints: Vec<Lint> = Vec::new();
    for BrokenLink { mut span, link_type, reference } in broken {
        if link_type == LinkType::Collapsed && text[span.end..].starts_with("[]") {
            span.end += 2;
        }
        let full = matches!(link_type, LinkType::Reference | LinkType::Collapsed);
        if full && is_meant(text, span.clone()) && lints.last().is_none_or(|last| last.span != span) {
            lints.push(Lint { kind: LintKind::UndefinedLabel, span, words: reference.to_string() });
        }
    }
    lints
}

/// Destinations with a space in them.
pub(super) fn spaced(text: &str, literal: &[Range<usize>]) -> Vec<Lint> {
    let link = |(at, range): (usize, &Range<usize>)| {
        let open = range.start + text[range.start..at].rfind(['[', ']'])?;
        let image = usize::from(text[range.start..open].ends_with('!'));
        if !text[open..].starts_with('[') || literal::is_escaped(text, open) {
            return None;
        }
        let inside = &text[at + 2..range.end];
        // A quote begins a title: the space before it is then not the mistake.
        let (destination, end) = inside.split_at(inside.find(|c: char| "()[]<>{}\"'“”‘’".contains(c))?);
        let written = destination.trim();
        // A path or an address, not a sentence in parentheses.
        let first = written.split(' ').next().filter(|first| *first != written)?;
        let path = first.contains('/') || written.rsplit_once('.').is_some_and(|(_, ending)| is_ending(ending));
        let span = open - image..at + 2 + destination.len() + 1;
        (end.starts_with(')') && path && is_meant(text, span.clone())).then(|| Lint {
            kind: LintKind::SpaceInDestination,
            span,
            words: written.to_owned(),
        })
    };
    literal::find(text, literal, "](").filter_map(link).collect()
}

/// Definitions that nothing refers to, without those written as comments: `[//]: # (comment)`.
pub(super) fn unused(text: &str, events: &[Spanned<'_>], definitions: Vec<Definition>) -> Vec<Lint> {
    let used: HashSet<String> = events.iter().filter_map(|(event, _)| label(event)).collect();
    let comment = |label: &str, destination: &str| label == "//" || matches!(destination, "" | "#");
    let unused = definitions
        .into_iter()
        .filter(|(label, destination, _)| !used.contains(&plain(label)) && !comment(label, destination));
    let lint = |(label, _, span): Definition| {
        let length = text[span.clone()].find("]:").map_or(span.len(), |end| end + 1);
        Lint { kind: LintKind::UnusedLabel, span: span.start..span.start + length, words: label }
    };
    unused.map(lint).collect()
}

/// The label that a link or a picture refers to.
fn label(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) if !id.is_empty() => Some(plain(id)),
        _ => None,
    }
}

/// Labels match without regard to the kind of white space too (CommonMark, 4.7).
fn plain(label: &str) -> String {
    folded(&label.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether brackets are meant as a link: `items[0][1]` is an index into a list, `[1][2]` cites two sources, and `[
/// ][x]` are checkboxes.
fn is_meant(text: &str, span: Range<usize>) -> bool {
    let words = &text[span.clone()];
    if words.starts_with('!') {
        return true;
    }
    let index = text[..span.start].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ')' | ']'));
    let words = words.trim_start_matches('[').split(']').next().unwrap_or_default();
    !index && words.chars().any(char::is_alphabetic) && !words.eq_ignore_ascii_case("x")
}

/// Whether it can be the extension of a file name: `md`, `html`, `png#part`.
fn is_ending(ending: &str) -> bool {
    let ending = ending.split(['#', '?']).next().unwrap_or_default();
    (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
