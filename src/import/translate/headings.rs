//! Headings of the first level, which is that of the page's title: all headings move down by one.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::edit::Edit;
use super::page::Page;
use crate::content::Dialect;
use crate::markdown;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let heading = |(event, span): (Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::Heading { level, .. }) => Some((level, span)),
        _ => None,
    };
    let headings: Vec<_> = markdown::events(page.text, Dialect::default()).into_iter().filter_map(heading).collect();
    if headings.iter().all(|(level, _)| *level != HeadingLevel::H1) {
        return Vec::new();
    }
    headings.into_iter().filter_map(|(level, span)| lowered(page.text, level, span)).collect()
}

fn lowered(text: &str, level: HeadingLevel, span: Range<usize>) -> Option<Edit> {
    let written = text[span.clone()].trim_end();
    let kind = "heading → one level lower";
    let indent = written.len() - written.trim_start().len();
    if written.trim_start().starts_with('#') && !is_underlined(written) {
        let at = span.start + indent;
        return (level != HeadingLevel::H6).then(|| Edit::new(at..at, "#", kind));
    }
    let end = span.start + written.len();
    let underline = written.rfind('\n').map(|at| span.start + at + 1)?;
    if level == HeadingLevel::H1 {
        let line = &text[underline..end];
        let start = underline + line.find('=')?;
        return Some(Edit::new(start..end, "-".repeat((end - start).max(3)), kind));
    }
    let words = text[span.start..underline].lines().map(|line| line.trim_start_matches([' ', '\t', '>']).trim_end());
    Some(Edit::new(span.start..end, format!("### {}", words.collect::<Vec<_>>().join(" ")), kind))
}

/// Whether a heading has a line of `=` or `-` below it.
fn is_underlined(written: &str) -> bool {
    written.contains('\n') && written.ends_with(['=', '-'])
}
