//! An event with the bytes of the text that it comes from.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

/// An event and the bytes of the text it comes from.
pub type Spanned<'a> = (Event<'a>, Range<usize>);

/// Whether an element stands within a line, so that what is beside it is beside its words.
pub(super) fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// The index of the event that ends what begins at `start`.
pub(super) fn end(events: &[Spanned<'_>], start: usize) -> usize {
    let mut open = 0;
    for (index, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open -= 1,
            _ => {}
        }
        if open == 0 {
            return index;
        }
    }
    events.len()
}
