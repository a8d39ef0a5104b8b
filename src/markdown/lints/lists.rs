//! List items that are indented too little to be nested in the item above: below `1. ` it takes three spaces.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Lint, LintKind};
use crate::markdown::events::spanned::Spanned;

/// Columns by which items of the same list may be indented differently: `10.` below ` 9.`.
const SLACK: usize = 1;

/// The item that the last event begins, or the first of a list of another kind directly below a list.
pub(super) fn shallow(text: &str, tag: &Tag<'_>, events: &[Spanned<'_>]) -> Option<Lint> {
    let ((_, span), before) = events.split_last()?;
    let start = match (tag, before.last()?) {
        (Tag::List(_), (Event::End(TagEnd::List(_)), above)) => above.start,
        (Tag::Item, (Event::End(TagEnd::Item), above)) => above.start,
        _ => return None,
    };
    let at = marker(text, span.start);
    let column = column(text, at);
    if column <= self::column(text, marker(text, start)) + SLACK {
        return None;
    }
    // The nearest item above that this one could be nested in.
    let items = before.iter().rev().filter(|(event, _)| matches!(event, Event::Start(Tag::Item)));
    let above = items.map(|(_, span)| marker(text, span.start)).find(|above| self::column(text, *above) < column)?;
    let line = text[above..].lines().next()?;
    let words = line.trim_start_matches(|c: char| c.is_ascii_digit() || ".)-+*".contains(c)).trim_start();
    let needed = self::column(text, above) + line.len() - words.len();
    let lint = || Lint { kind: LintKind::ShallowItem, span: at..at + 1, words: needed.to_string() };
    (column < needed).then(lint)
}

/// Offset in bytes of the bullet or the number of an item.
fn marker(text: &str, start: usize) -> usize {
    start + text[start..].len() - text[start..].trim_start_matches(' ').len()
}

fn column(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |end| end + 1)
}
