//! Chinese, Japanese and Korean text, which lacks the spaces that the rules of CommonMark look for.
//!
//! Ranges, not tables, rounded to whole blocks, to keep the program in the browser small.

use pulldown_cmark::{Event, TagEnd};

use super::disguise::{Disguise, Role};
use super::spanned::{Spanned, is_inline};

/// Hides characters beside `*` and `~~` from the parser, so that emphasis follows the CJK-friendly amendments to
/// CommonMark (<https://github.com/tats-u/markdown-cjk-friendly>): CJK punctuation counts as a letter, and emphasis
/// that begins or ends with other punctuation may adjoin any CJK character.
pub(super) fn hide_beside_emphasis(text: &str, disguise: &mut Disguise<'_>) {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(distance) = bytes[end..].iter().position(|byte| matches!(byte, b'*' | b'~')) {
        let start = end + distance;
        end = start + bytes[start..].iter().take_while(|byte| **byte == bytes[start]).count();
        let (Some(before), Some(after)) = (text[..start].chars().next_back(), text[end..].chars().next()) else {
            continue;
        };
        let mut hide = |c: char, at: usize, other: char| {
            if is_cjk(c) && is_punctuation(other) {
                disguise.hide(at, Role::Punctuation);
            } else if is_cjk_punctuation(c) {
                disguise.hide(at, Role::Letter);
            }
        };
        hide(before, start - before.len_utf8(), after);
        hide(after, end, before);
    }
}

/// Removes line breaks that would show as a gap (segment break rules of CSS Text): those between two wide characters,
/// or between one and punctuation of ambiguous width. Korean separates words by spaces and keeps them.
pub(super) fn join_lines(events: &mut Vec<Spanned<'_>>) {
    let passes = |tag: TagEnd| is_inline(tag) && tag != TagEnd::Image;
    let (mut last, mut pending) = (None, None);
    let mut gaps = Vec::new();
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Text(text) | Event::Code(text) => {
                if let (Some((at, before)), Some(after)) = (pending.take(), text.chars().next())
                    && joins(before, after)
                {
                    gaps.push(at);
                }
                last = text.chars().next_back();
            }
            Event::SoftBreak => pending = last.map(|before| (index, before)),
            Event::Start(tag) if passes(tag.to_end()) => {}
            Event::End(tag) if passes(*tag) => {}
            _ => (last, pending) = (None, None),
        }
    }
    let mut index = 0;
    let mut gaps = gaps.into_iter().peekable();
    events.retain(|_| {
        let gap = gaps.next_if_eq(&index).is_some();
        index += 1;
        !gap
    });
}

fn joins(before: char, after: char) -> bool {
    // Dashes, quotes, dots and ellipses.
    let ambiguous = |c: char| matches!(c, '\u{2010}'..='\u{2027}' | '\u{b7}');
    is_wide(before) && (is_wide(after) || ambiguous(after)) || ambiguous(before) && is_wide(after)
}

/// Whether `c` is as wide as an ideograph, Korean excluded.
fn is_wide(c: char) -> bool {
    let korean = matches!(c, '\u{3130}'..='\u{318f}' | '\u{3200}'..='\u{321e}' | '\u{ffa0}'..='\u{ffdc}');
    !korean
        && matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff01}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether `c` is Chinese, Japanese or Korean. The ideographic space U+3000 counts as a space.
pub(super) fn is_cjk(c: char) -> bool {
    c != '\u{3000}' && is_wide(c)
        || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}'
        | '\u{3200}'..='\u{321e}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' | '\u{ffa0}'..='\u{ffdc}')
}

fn is_cjk_punctuation(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{303f}' | '\u{30a0}' | '\u{30fb}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff65}')
}

/// Whether `c` is punctuation of another script.
pub(super) fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || matches!(c, '\u{2010}'..='\u{205e}' | '\u{ab}' | '\u{bb}' | '\u{a1}' | '\u{bf}')
}
