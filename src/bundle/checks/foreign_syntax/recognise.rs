//! Finds the syntax of other engines in a text.

use std::ops::Range;

use super::kind::Kind;
use super::prose::Prose;
use super::{braces, components, formulas, lines, signs};
use crate::content::Dialect;

/// A place where another engine would do something.
pub(super) struct Found {
    pub(super) kind: Kind,
    /// What a warning is grouped by. Empty where the kind says it all.
    pub(super) name: String,
    pub(super) span: Range<usize>,
}

/// One of these is in each of them: most texts need no closer look.
const SIGNS: [&str; 14] =
    ["{{", "{%", "{:", "{/*", "]{", "){", "::", "[[", "toc", "==", "^[", "import ", "export ", "!!!"];

/// All places in a text, in its order.
pub(super) fn find(body: &str, dialect: Dialect) -> Vec<Found> {
    let possible = SIGNS.iter().any(|sign| body.contains(sign))
        || ["TOC", "???", "=\"", "/>", "</"].iter().any(|sign| body.contains(sign))
        || formulas::may_be(body, dialect);
    if !possible {
        return Vec::new();
    }
    let mut prose = Prose::of(body, dialect);
    let mut found = formulas::find(&mut prose, body, dialect);
    found.extend(braces::find(&mut prose));
    found.extend(signs::find(&prose));
    found.extend(lines::find(&prose, body));
    found.extend(components::find(&prose));
    found.sort_by_key(|found| found.span.start);
    found
}

/// How far behind its beginning the end of something is looked for, in bytes. A longer one is none.
const REACH: usize = 1_000;

/// What may still belong to something that begins before `from`: as far as it is looked through, and as its paragraph goes.
pub(super) fn near(text: &str, from: usize) -> &str {
    let mut reach = text.len().min(from + REACH);
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    text.get(from..reach).unwrap_or_default()
}

/// Where `end` begins behind `from`, in the same paragraph.
pub(super) fn within_reach(text: &str, from: usize, end: &str) -> Option<usize> {
    let near = near(text, from);
    // Fast path: of most signs there is no end at all.
    if !end.bytes().all(|byte| near.as_bytes().contains(&byte)) {
        return None;
    }
    let at = near.find(end)?;
    (!near[..at].contains("\n\n")).then_some(from + at)
}

/// The name that a text begins with: letters and digits, and what holds a name together.
pub(super) fn name(text: &str) -> &str {
    let end =
        text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '.' | '/' | ':')).unwrap_or(text.len());
    let name = text[..end].trim_end_matches(['.', '/', ':', '-']);
    if name.starts_with(|c: char| c.is_alphabetic() || c == '_') { name } else { "" }
}
