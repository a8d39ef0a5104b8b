//! Finds what the parser, but not the dialect, reads as markup, and would lose a character or garble a sentence.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::attributes::are_attributes;
use crate::markdown::formula;

/// The offset of the character to hide from the parser, so that it reads an event as meant.
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

/// The colon of a definition, unless white space and text follow it on its line, as in PHP Markdown Extra: the parser
/// reads `:) he wrote` as a definition too.
fn colon(text: &str, start: usize) -> Option<usize> {
    let space = |byte: &&u8| matches!(byte, b' ' | b'\t');
    let from = &text.as_bytes()[start..];
    let at = from.iter().take_while(space).count();
    let line = from[at..].strip_prefix(b":")?;
    let words = line.iter().find(|byte| !space(byte));
    let defines = line.first().as_ref().is_some_and(space) && !matches!(words, None | Some(b'\n' | b'\r'));
    (!defines).then_some(start + at)
}

/// The closing brace at the end of a heading, if the parser would drop the braces although they hold no attributes.
fn brace(text: &str, span: &Range<usize>) -> Option<usize> {
    let source = text[span.clone()].trim_end();
    // The last of several lines is the underline of the heading.
    let words =
        source.bytes().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(source, |end| source[..end].trim_end());
    let before = words.strip_suffix('}')?;
    let open = before.bytes().rposition(|byte| matches!(byte, b'{' | b'}' | b'<' | b'>' | b'\\' | b'\n' | b'\r'))?;
    let inside = before[open..].strip_prefix('{')?;
    let escaped = (open - before[..open].trim_end_matches('\\').len()) % 2 == 1;
    (escaped || !are_attributes(inside)).then(|| span.start + before.len())
}
