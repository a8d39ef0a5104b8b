//! Fences that are never closed: everything after one is code, to the end of the text.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag};

use super::{Lint, LintKind};

/// The opening line of a fenced code block that no line closes.
pub(super) fn open(text: &str, tag: &Tag<'_>, span: &Range<usize>) -> Option<Lint> {
    let Tag::CodeBlock(CodeBlockKind::Fenced(_)) = tag else { return None };
    let block = text[span.clone()].trim_end();
    let sign = block.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let fence = &block[..block.len() - block.trim_start_matches(sign).len()];
    let first = block.lines().next().unwrap_or_default();
    // In a block quote, each line begins with `>`.
    let last = block[first.len()..].lines().last().unwrap_or_default().trim_start_matches([' ', '\t', '>']);
    let closed = last.starts_with(fence) && last.trim_start_matches(sign).is_empty();
    (!closed).then(|| Lint {
        kind: LintKind::OpenFence,
        span: span.start..span.start + first.trim_end().len(),
        words: fence.to_owned(),
    })
}
