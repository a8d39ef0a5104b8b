//! The title of a text that has none in its front matter.

use super::front_matter::split::Split;
use crate::content::Dialect;
use crate::markdown::inspect::anatomy;

/// Takes the heading of the first level that a text begins with, as its title. It is then no part of the text.
pub(super) fn take_title(split: &mut Split<'_>, dialect: Dialect) -> Option<String> {
    let start = split.body.len() - split.body.trim_start().len();
    // Fast path: only the first paragraph can be such a heading.
    let end = split.body[start..].find("\n\n").map_or(split.body.len(), |at| start + at);
    let first = anatomy(&split.body[..end], dialect).headings.into_iter().next()?;
    let (title, after) = (first.text, first.span.end);
    if first.written != 1 || !split.body[..first.span.start].trim().is_empty() || title.trim().is_empty() {
        return None;
    }
    let rest = &split.body[after..];
    let next = rest.find('\n').map_or(rest.len(), |at| if rest[..at].trim().is_empty() { at + 1 } else { 0 });
    split.line += split.body[..after + next].matches('\n').count();
    split.body = &rest[next..];
    Some(title)
}
