//! Merges two versions of a text that come from the same one: by lines, and by words within lines that both changed.

use std::ops::Range;

use super::diff::{Tokens, changes};

/// The result of a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Merged {
    /// Both have their changes in it.
    Clean(String),
    /// Both changed the same place.
    Conflicts {
        /// The merged text. Where both changed it, it has mine.
        text: String,
        /// The places, in order.
        conflicts: Vec<Conflict>,
    },
}

/// A place that both versions changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Where mine is in the merged text.
    pub range: Range<usize>,
    /// What was there before.
    pub base: String,
    /// What I wrote.
    pub mine: String,
    /// What they wrote.
    pub theirs: String,
}

/// Merges two versions of `base`. If each of the three ends all its lines in one way, the merged text ends them as mine.
#[must_use]
pub fn merge(base: &str, mine: &str, theirs: &str) -> Merged {
    let (base, theirs) = (with_endings_of(mine, base), with_endings_of(mine, theirs));
    let lines = [Tokens::lines(&base), Tokens::lines(mine), Tokens::lines(&theirs)];
    let (mut text, mut conflicts) = (String::with_capacity(mine.len().max(theirs.len())), Vec::new());
    for part in parts(&lines) {
        let sides = [&base[part.base], &mine[part.mine], &theirs[part.theirs]];
        if let Some(merged) = chosen(sides) {
            text.push_str(merged);
        } else if let Some(merged) = by_words(sides) {
            text.push_str(&merged);
        } else {
            let [base, mine, theirs] = sides.map(str::to_owned);
            conflicts.push(Conflict { range: text.len()..text.len() + mine.len(), base, theirs, mine });
            text.push_str(sides[1]);
        }
    }
    if conflicts.is_empty() { Merged::Clean(text) } else { Merged::Conflicts { text, conflicts } }
}

/// Bytes of the three texts that belong together.
struct Part {
    base: Range<usize>,
    mine: Range<usize>,
    theirs: Range<usize>,
}

/// The side that has changed, or either if both are the same.
fn chosen([base, mine, theirs]: [&str; 3]) -> Option<&str> {
    if mine == theirs || theirs == base {
        Some(mine)
    } else if mine == base {
        Some(theirs)
    } else {
        None
    }
}

/// The words of both sides, if they changed other words, and most of the words stayed. Without the last, two new
/// sentences could be woven into one.
fn by_words(sides: [&str; 3]) -> Option<String> {
    let tokens = sides.map(Tokens::words);
    let [base, mine, theirs] = &tokens;
    for side in [mine, theirs] {
        let gone: usize = changes(base, side).iter().map(|(before, _)| before.len()).sum();
        if gone * 2 > base.tokens.len() || base.tokens.is_empty() {
            return None;
        }
    }
    let mut merged = String::new();
    for part in parts(&tokens) {
        merged.push_str(chosen([&sides[0][part.base], &sides[1][part.mine], &sides[2][part.theirs]])?);
    }
    Some(merged)
}

/// The three texts in parts that are changed in one of them, in both, or in none. Changes that touch are one part.
fn parts([base, mine, theirs]: &[Tokens<'_>; 3]) -> Vec<Part> {
    let (my_changes, their_changes) = (changes(base, mine), changes(base, theirs));
    let (mut my_next, mut their_next) = (my_changes.iter().peekable(), their_changes.iter().peekable());
    let mut parts = Vec::new();
    // The token of each text that is next.
    let (mut base_at, mut my_at, mut their_at) = (0, 0, 0);
    let mut part = |from: [usize; 3], to: [usize; 3]| {
        let bytes = |tokens: &Tokens<'_>, index: usize| tokens.bytes(&(from[index]..to[index]));
        if from != to {
            parts.push(Part { base: bytes(base, 0), mine: bytes(mine, 1), theirs: bytes(theirs, 2) });
        }
    };
    loop {
        let start = [my_next.peek(), their_next.peek()].into_iter().flatten().map(|(before, _)| before.start).min();
        let Some(start) = start else { break };
        let unchanged = start - base_at;
        part([base_at, my_at, their_at], [start, my_at + unchanged, their_at + unchanged]);
        (my_at, their_at) = (my_at + unchanged, their_at + unchanged);
        let (my_start, their_start) = (my_at, their_at);
        let mut end = start;
        // How much longer than the base each side is in this part.
        let (mut my_growth, mut their_growth) = (0_isize, 0_isize);
        loop {
            let growth = |(before, after): &(Range<usize>, Range<usize>)| after.len() as isize - before.len() as isize;
            if let Some(change) = my_next.next_if(|(before, _)| before.start <= end) {
                end = end.max(change.0.end);
                my_growth += growth(change);
            } else if let Some(change) = their_next.next_if(|(before, _)| before.start <= end) {
                end = end.max(change.0.end);
                their_growth += growth(change);
            } else {
                break;
            }
        }
        my_at = (my_start + (end - start)).saturating_add_signed(my_growth);
        their_at = (their_start + (end - start)).saturating_add_signed(their_growth);
        part([start, my_start, their_start], [end, my_at, their_at]);
        base_at = end;
    }
    part([base_at, my_at, their_at], [base.tokens.len(), mine.tokens.len(), theirs.tokens.len()]);
    parts
}

/// A text whose lines all end in one way, with the ending of another such text.
fn with_endings_of(mine: &str, text: &str) -> String {
    match (ending(mine), ending(text)) {
        (Some("\n"), Some("\r\n")) => text.replace("\r\n", "\n"),
        (Some("\r\n"), Some("\n")) => text.replace('\n', "\r\n"),
        _ => text.to_owned(),
    }
}

/// The ending of all lines. `None` if there are two, or none.
fn ending(text: &str) -> Option<&'static str> {
    let (all, crlf) = (text.matches('\n').count(), text.matches("\r\n").count());
    match crlf {
        _ if all == 0 => None,
        0 => Some("\n"),
        crlf if crlf == all => Some("\r\n"),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
