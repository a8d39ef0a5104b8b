//! Where the parser takes for markup what is none in the dialect, and would drop a character or garble a sentence.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::attributes::are_attributes;
use super::formula;

/// The offset of the sign that the parser must not see, to read an event of a text as it was meant.
pub(super) fn place(text: &str, event: &Event<'_>, span: &Range<usize>) -> Option<usize> {
    match event {
        Event::Start(Tag::DefinitionListDefinition) => colon(text, span.start),
        Event::Start(Tag::Heading { .. }) => brace(text, span),
        Event::InlineMath(source) | Event::DisplayMath(source) => {
            (!formula::may_stand(source, &text[..span.start], &text[span.end..])).then_some(span.start)
        }
        _ => None,
    }
}

/// The colon that a definition begins with, unless white space and words follow it in its line, as in PHP Markdown
/// Extra: the parser makes a definition of `:) he wrote` as well.
fn colon(text: &str, start: usize) -> Option<usize> {
    let space = |byte: &&u8| matches!(byte, b' ' | b'\t');
    let from = &text.as_bytes()[start..];
    let at = from.iter().take_while(space).count();
    let line = from[at..].strip_prefix(b":")?;
    let words = line.iter().find(|byte| !space(byte));
    let defines = line.first().as_ref().is_some_and(space) && !matches!(words, None | Some(b'\n' | b'\r'));
    (!defines).then_some(start + at)
}

/// The brace that ends a heading, where the parser drops what is within it and that are no attributes.
fn brace(text: &str, span: &Range<usize>) -> Option<usize> {
    let source = text[span.clone()].trim_end();
    // The last of several lines underlines the others.
    let words =
        source.bytes().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(source, |end| source[..end].trim_end());
    let before = words.strip_suffix('}')?;
    let open = before.bytes().rposition(|byte| matches!(byte, b'{' | b'}' | b'<' | b'>' | b'\\' | b'\n' | b'\r'))?;
    let inside = before[open..].strip_prefix('{')?;
    let escaped = (open - before[..open].trim_end_matches('\\').len()) % 2 == 1;
    (escaped || !are_attributes(inside)).then(|| span.start + before.len())
}
