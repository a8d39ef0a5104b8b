//! Finds the syntax of other engines in a text.

use super::found::Found;
use super::prose::Prose;
use super::{braces, components, formulas, lines, signs};
use crate::content::Dialect;

/// Fast path: each has one of these or of those in [`find`]; most texts have none.
const SIGNS: [&str; 14] =
    ["{{", "{%", "{:", "{/*", "]{", "){", "::", "[[", "toc", "==", "^[", "import ", "export ", "!!!"];

/// All occurrences in a text, in order.
pub(crate) fn find(body: &str, dialect: Dialect) -> Vec<Found> {
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
