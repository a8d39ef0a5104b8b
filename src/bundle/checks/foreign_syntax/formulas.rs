//! Finds formulas in delimiters that this dialect does not support: `\(x\)` and `\[x\]`, with one or two backslashes,
//! and dollar signs with spaces on their inside.

use std::ops::Range;

use super::found::Found;
use super::kind::Kind;
use super::prose::Prose;
use super::reach::within_reach;
use crate::content::Dialect;

const PAIRS: [(&str, &str, &str); 3] = [("\\(", "\\)", "\\(…\\)"), ("\\[", "\\]", "\\[…\\]"), ("$", "$", "$ … $")];

/// Whether a text may have any. Fast path: most have none.
pub(crate) fn may_be(body: &str, dialect: Dialect) -> bool {
    let opens = |(open, _, _): &(&str, &str, &str)| body.contains(open);
    dialect.math && body.contains('\\') && PAIRS.iter().any(opens)
}

/// All of them. Each is blanked in the prose, because the braces in it are its own. `body` is the text with its
/// backslashes.
pub(crate) fn find(prose: &mut Prose, body: &str, dialect: Dialect) -> Vec<Found> {
    let mut found = Vec::new();
    if !may_be(body, dialect) {
        return found;
    }
    for (open, close, name) in PAIRS {
        let mut done = 0;
        for (at, _) in body.match_indices(open) {
            let from = at + open.len();
            if at < done {
                continue;
            }
            let Some(end) = within_reach(body, from, close) else { continue };
            let inside = from..end;
            if !is_formula(&body[inside.clone()]) || !is_prose(prose, body, at, inside) {
                continue;
            }
            done = end + close.len();
            let start = at - usize::from(body[..at].ends_with('\\'));
            prose.blank(start..done);
            found.push(Found { kind: Kind::Formula, name: name.to_owned(), span: start..done });
        }
    }
    found
}

/// Whether it has a command, a superscript or `_{`. `\[sic\]` and `\(a_b\)` are brackets with words in them.
fn is_formula(inside: &str) -> bool {
    let command = |(at, _)| inside[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic());
    inside.contains('^') || inside.contains("_{") || inside.match_indices('\\').any(command)
}

/// Whether it is in the text, and neither in code nor in a formula. In the prose, escaped characters are blank
/// already.
fn is_prose(prose: &Prose, body: &str, at: usize, inside: Range<usize>) -> bool {
    // `$HOME\bin` is a path.
    let begins = body[inside.clone()].starts_with(|c: char| c == '\\' || c.is_whitespace());
    let sign =
        body[at..].starts_with('\\') || prose.text[at..].starts_with('$') && !body[..at].ends_with('$') && begins;
    sign && !prose.text[inside].trim().is_empty()
}
