//! Blocks of code.

use std::ops::Range;

use personal_page::markdown::fence::longest_run;
use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::blocks::Parsed;
use super::edit::Edit;
use super::front_matter::split::body_start;
use super::lines::{ending_near, line_at, lines_in};
use super::selection::Selection;

/// Puts the lines of a selection into a block of code, the caret where its language goes; or takes the fences off the
/// block around the selection.
#[must_use]
pub fn toggle(text: &str, selection: Selection) -> Option<Edit> {
    let range = selection.within(text);
    if range.start < body_start(text) {
        return None;
    }
    let fenced = |(event, span): &(Event<'_>, Range<usize>)| {
        matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))))
            && span.start <= range.start
            && range.end <= span.end
    };
    let parsed = Parsed::new(text);
    if let Some((_, block)) = parsed.events.iter().find(|event| fenced(event)) {
        return without_fences(text, block.clone(), selection);
    }
    let lines: Vec<_> = lines_in(text, range.clone()).collect();
    let (start, end) = (lines.first()?.start, lines.last()?.end);
    let ending = ending_near(text, start);
    let fence = fence_for(&text[start..end]);
    let replacement = [&fence, ending, &text[start..end], ending, &fence].concat();
    let mut edit = Edit::replace(start..end, replacement);
    edit.selection_after = Selection::caret(start + fence.len());
    Some(edit)
}

/// A fence longer than any in a text.
#[must_use]
pub fn fence_for(code: &str) -> String {
    "`".repeat(longest_run(code).max(2) + 1)
}

fn without_fences(text: &str, block: Range<usize>, selection: Selection) -> Option<Edit> {
    let end = block.start + text[block.clone()].trim_end().len();
    let (first, last) = (line_at(text, block.start), line_at(text, end));
    let next = text[first.end..].find('\n').map_or(text.len(), |length| first.end + length + 1);
    let opening = opening(text, first.start..block.start, next);
    let is_closed = last.start >= next && text[last.clone()].trim_start_matches([' ', '>']).starts_with(['`', '~']);
    let mut edits = vec![(opening.clone(), String::new())];
    if is_closed {
        // The line ending before the closing fence goes, and the one after it stays.
        let before = text[..last.start].strip_suffix('\n').map_or(last.start, str::len);
        let before = text[..before].strip_suffix('\r').map_or(before, str::len);
        edits.push((before.max(opening.end)..last.end, String::new()));
    }
    Edit::joined(text, &edits, selection.within(text).into())
}

/// What goes with the opening fence, which is behind a prefix; `next` is the start of the next line. Of the prefixes of
/// both lines one stays: that of the next line, or one with the sign of an item.
fn opening(text: &str, prefix: Range<usize>, next: usize) -> Range<usize> {
    let length = |text: &str| text.len() - text.trim_start_matches([' ', '\t', '>']).len();
    if length(&text[prefix.clone()]) == prefix.len() {
        return prefix.start..next;
    }
    prefix.end..next + length(&text[next..]).min(prefix.len())
}

#[cfg(test)]
mod tests {
    use super::super::tested::does;
    use super::*;

    #[test]
    fn lines_become_a_block_whose_language_is_typed_next() {
        does(
            toggle,
            &[
                ("a\r\n⟦let 日 = 1;\r\nb⟧\r\nc", "a\r\n```│\r\nlet 日 = 1;\r\nb\r\n```\r\nc"),
                ("│", "```│\n\n```"),
                ("⟦a ``` b⟧", "````│\na ``` b\n````"),
            ],
        );
    }

    #[test]
    fn the_fences_around_a_selection_are_taken_off() {
        does(
            toggle,
            &[
                ("a\n\n```rust\nlet│ x;\n```\n\nb", "a\n\nlet│ x;\n\nb"),
                ("```\r\n🇯🇵│\r\n```\r\n", "🇯🇵│\r\n"),
                ("~~~\none│\n\ntwo\n~~~", "one│\n\ntwo"),
                ("```\nnever│ closed", "never│ closed"),
            ],
        );
    }

    #[test]
    fn in_a_quote_and_in_an_item_lines_keep_one_prefix() {
        does(
            toggle,
            &[
                ("> ```\n> a│\n> ```\n> b", "> a│\n> b"),
                ("> ```\r\n>   a│\r\n>\r\n> b\r\n> ```\r\n", ">   a│\r\n>\r\n> b\r\n"),
                ("- x\n\n  ```\n  a│\n  ```\n- y", "- x\n\n  a│\n- y"),
                ("- ```\n  a│\n    b\n  ```\n- y", "- a│\n    b\n- y"),
                ("> 1. ```\n>    a│\n>    ```", "> 1. a│"),
                ("- ```│\n  ```", "- │"),
            ],
        );
    }

    #[test]
    fn the_front_matter_is_no_code() {
        does(toggle, &[("---\nti│tle: a\n---\n", "")]);
    }
}
