//! Finds the spans of code that have a role.

use std::ops::Range;

use syntect::parsing::{ParseState, ScopeStack, SyntaxReference, SyntaxSet};

use super::roles::role;

/// In bytes. Grammars search a line again for every token, so the time grows with the square of its length. A longer
/// line is data rather than code, and stays plain.
const LONGEST_LINE: usize = 2_000;

/// In bytes. A longer text stays plain: it is a file to link to.
const LONGEST_TEXT: usize = 200_000;

/// The spans of a text that have a role, in order. Adjacent spans of one role are merged, with the space between them.
pub(crate) fn spans(grammar: &SyntaxReference, set: &SyntaxSet, text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut spans = Spans { text, spans: Vec::new() };
    if text.len() > LONGEST_TEXT {
        return spans.spans;
    }
    let (mut state, mut stack) = (ParseState::new(grammar), ScopeStack::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let mut place = start;
        if line.len() <= LONGEST_LINE {
            // If the grammar fails, the rest stays plain.
            let Ok(changes) = state.parse_line(line, set) else { break };
            for (offset, change) in changes {
                spans.add(&stack, place..start + offset);
                place = start + offset;
                if stack.apply(&change).is_err() {
                    return spans.spans;
                }
            }
            spans.add(&stack, place..end);
        }
        start = end;
    }
    spans.spans
}

struct Spans<'t> {
    text: &'t str,
    spans: Vec<(&'static str, Range<usize>)>,
}

impl Spans<'_> {
    fn add(&mut self, stack: &ScopeStack, range: Range<usize>) {
        let token = &self.text[range.clone()];
        let words = token.trim();
        if words.is_empty() {
            return;
        }
        let Some(role) = role(stack.as_slice(), words) else { return };
        let start = range.start + token.len() - token.trim_start().len();
        let end = start + words.len();
        match self.spans.last_mut() {
            Some((last, before)) if *last == role && self.text[before.end..start].trim().is_empty() => before.end = end,
            _ => self.spans.push((role, start..end)),
        }
    }
}
