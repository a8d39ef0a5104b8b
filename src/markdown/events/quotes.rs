//! Replaces straight quotes: `"` and `'` become quotation marks, apostrophes, or the primes of feet and inches.
//!
//! The parser replaces them too, but looks at adjacent characters only; `27" wide` would open a quote.

use pulldown_cmark::{CowStr, Event};

use super::cjk::{is_cjk, is_punctuation};
use super::spanned::{Spanned, is_inline};

/// Replaces all quotes that the parser replaced. A quote is closed in the block that opens it.
pub(super) fn curl(text: &str, events: &mut [Spanned<'_>]) {
    let mut marks = [Vec::new(), Vec::new()];
    let mut chosen = Vec::new();
    for (index, (event, span)) in events.iter().enumerate() {
        let block = match event {
            Event::Text(shown) if span.len() == 1 && **shown != text[span.clone()] => {
                let source = &text[span.clone()];
                if matches!(source, "\"" | "'") {
                    let mark = Mark::new(index, &text[..span.start], &text[span.end..]);
                    marks[usize::from(source == "'")].push(mark);
                }
                false
            }
            Event::Start(tag) => !is_inline(tag.to_end()),
            Event::End(tag) => !is_inline(*tag),
            _ => false,
        };
        if block {
            marks.iter_mut().zip([false, true]).for_each(|(marks, single)| choose(marks, single, &mut chosen));
        }
    }
    for (index, mark) in chosen {
        events[index].0 = Event::Text(CowStr::Borrowed(mark));
    }
}

/// A straight quote and its surroundings.
struct Mark {
    index: usize,
    /// Whether it can open, and whether it can close, a quotation.
    opens: bool,
    closes: bool,
    /// Whether it is within a word.
    inside: bool,
    /// The number of digits directly before it, and directly after it.
    digits: usize,
    following: usize,
    /// Whether it marks an omission at the start of a word: `'90s`, `'tis`.
    elides: bool,
}

impl Mark {
    fn new(index: usize, before: &str, after: &str) -> Self {
        let (last, next) = (before.chars().next_back(), after.chars().next());
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let bound = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_punctuation(c) || is_cjk(c));
        let is = |c: Option<char>, signs: &str| c.is_some_and(|c| signs.contains(c));
        let opens = !space(next)
            && bound(last)
            && (space(last) || !is(next, ")]}") && (is(last, "([{-–—") || !is(next, ".,;:!?")));
        let closes = bound(next) && !space(last) && !is(last, "([{");
        // `*27*" wide` is a measure too.
        let number = before.trim_end_matches(['*', '_', '~', '`']);
        let digits = number.len() - number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let digits = if number.ends_with(['½', '¼', '¾']) { 1 } else { digits };
        let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let following = after.len() - rest.len();
        let inside = !bound(last) && !bound(next);
        let elided = |word: &str| after.strip_prefix(word).is_some_and(|rest| bound(rest.chars().next()));
        let elides = following == 2 && rest.starts_with('s') || ["tis", "twas", "til"].into_iter().any(elided);
        Self { index, opens, closes, inside, digits, following, elides }
    }

    /// Whether it is a prime for feet or inches, if it closes none: `6'2"`, but not `1'000`, `1980's` or `1984"`.
    fn is_prime(&self, single: bool) -> bool {
        let apostrophe = self.inside && !matches!(self.following, 1 | 2);
        self.digits > 0 && !self.opens && if single { !apostrophe } else { self.digits < 4 }
    }
}

/// Chooses the replacements of all quotes of one kind in a block.
fn choose(marks: &mut Vec<Mark>, single: bool, chosen: &mut Vec<(usize, &'static str)>) {
    let [opening, closing, prime, straight] =
        if single { ["‘", "’", "′", "'"] } else { ["“", "”", "″", "\""] };
    let mut open = None;
    for (at, mark) in marks.iter().enumerate() {
        // In `"a 27" wall"` the last quote closes, so the one before it is a prime. Years have four digits.
        let closed_later =
            mark.digits < 4 && marks.get(at + 1).is_some_and(|next| next.closes && !next.opens && next.digits == 0);
        let shown = if single && mark.inside && !mark.is_prime(single) {
            closing
        } else if mark.is_prime(single) && (open.is_none() || !mark.closes || closed_later) {
            prime
        } else if mark.closes
            && let Some(first) = open.take()
        {
            if single {
                chosen.push((first, opening));
            }
            closing
        } else if mark.opens && single {
            // Only a closed one was a quotation mark; a word that begins with an apostrophe opens none.
            open = if mark.elides { None } else { Some(mark.index) };
            closing
        } else if mark.opens {
            open = Some(mark.index);
            opening
        } else if mark.closes {
            closing
        } else {
            straight
        };
        chosen.push((mark.index, shown));
    }
    marks.clear();
}
