//! Links: around words, and from a URL that is pasted over them.

use std::ops::Range;

use super::blocks::{Inline, InlineKind, Parsed, trimmed, within};
use super::edit::Edit;
use super::graphemes::{Graphemes, word_at};
use super::lines::line_at;
use super::selection::Selection;

/// What begins an address outside the site.
const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// Makes what is selected, or the word at the caret, the words of a link, and puts the caret where its address goes. An
/// address becomes that of a link, and the caret goes where the words go. In a link, its address is selected.
#[must_use]
pub fn link(text: &str, selection: Selection) -> Option<Edit> {
    let selected = Graphemes::new(text).whole(selection.within(text));
    let parsed = Parsed::new(text);
    let inlines = parsed.inlines();
    let has_words = |one: &&Inline| one.kind == InlineKind::Link && text[one.outer.start..].starts_with('[');
    if let Some(link) = inlines.iter().filter(has_words).find(|one| within(&selected, &one.outer)) {
        return address_of(text, link).map(|address| Edit::select(address.into()));
    }
    let word = || word_at(text, line_at(text, selected.start), selected.start);
    let words = if selected.is_empty() { word().unwrap_or(selected) } else { trimmed(text, selected) };
    if !can_hold(&parsed, &inlines, &words) {
        return None;
    }
    let written = &text[words.clone()];
    if is_url(written) {
        let mut edit = Edit::replace(words.clone(), format!("[]({})", destination(written)));
        edit.selection_after = Selection::caret(words.start + 1);
        return Some(edit);
    }
    let mut edit = Edit::replace(words, format!("[{}]()", balanced(written)));
    edit.selection_after = Selection::caret(edit.selection_after.start - usize::from(!written.is_empty()));
    if written.is_empty() {
        edit.selection_after = Selection::caret(edit.range.start + 1);
    }
    Some(edit)
}

/// A URL that is pasted over words makes a link of them. `None` where it is to be pasted as it is.
#[must_use]
pub fn paste_url(text: &str, selection: Selection, pasted: &str) -> Option<Edit> {
    let url = pasted.trim();
    let words = trimmed(text, Graphemes::new(text).whole(selection.within(text)));
    let written = text.get(words.clone()).filter(|words| !words.is_empty() && !is_url(words))?;
    let parsed = Parsed::new(text);
    if !is_url(url) || !can_hold(&parsed, &parsed.inlines(), &words) {
        return None;
    }
    let replacement = format!("[{}]({})", balanced(written), destination(url));
    Some(Edit::replace(words, replacement))
}

/// Whether a text is one URL and nothing else.
#[must_use]
pub fn is_url(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let rest = SCHEMES.iter().find(|scheme| lower.starts_with(**scheme)).and_then(|scheme| text.get(scheme.len()..));
    rest.is_some_and(|rest| !rest.is_empty()) && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// An address between the parentheses of a link: what would end it is percent-encoded, and what would be read as an
/// entity is none.
#[must_use]
pub fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let encode = !are_paired(address, '(', ')');
    // Entities need a semicolon after the sign; most addresses have none.
    let has_entities = address.contains(';');
    for c in address.trim().chars() {
        match c {
            '(' if encode => out.push_str("%28"),
            ')' if encode => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            '&' if has_entities => out.push_str("&amp;"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Whether words can be in a link: they are in one paragraph, and cut no mark and no other link.
fn can_hold(parsed: &Parsed<'_>, inlines: &[Inline], words: &Range<usize>) -> bool {
    if words.is_empty() {
        let closed = |one: &Inline| {
            let code = one.kind == InlineKind::Code;
            one.outer.start < words.start && words.start < one.outer.end && (code || !within(words, &one.inner))
        };
        return !parsed.is_literal(words.start) && !inlines.iter().any(closed);
    }
    let fits = |one: &Inline| {
        let apart = one.outer.end <= words.start || words.end <= one.outer.start;
        let around = one.kind != InlineKind::Code && one.kind != InlineKind::Link && within(words, &one.inner);
        apart || around || within(&one.outer, words) && one.kind != InlineKind::Link
    };
    // A bare address is a link, and can be made the address of one.
    let is_address = is_url(&parsed.text[words.clone()]);
    parsed.runs().iter().any(|run| within(words, run)) && (is_address || inlines.iter().all(fits))
}

/// The address of a link with words. `None` for a bare one, and for one that is defined elsewhere.
fn address_of(text: &str, link: &Inline) -> Option<Range<usize>> {
    let rest = text.get(link.inner.end..link.outer.end)?;
    let inside = rest.strip_prefix("](")?.strip_suffix(')')?;
    let start = link.inner.end + 2 + (inside.len() - inside.trim_start().len());
    let address = inside.trim();
    let length = match address.strip_prefix('<').and_then(|rest| rest.find('>')) {
        Some(end) => end + 2,
        None => address.find(char::is_whitespace).unwrap_or(address.len()),
    };
    Some(start..start + length)
}

/// Words of a link: brackets without a partner are escaped.
fn balanced(words: &str) -> String {
    if are_paired(words, '[', ']') {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len() + 2);
    let mut escaped = false;
    for c in words.chars() {
        if matches!(c, '[' | ']') && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

fn are_paired(text: &str, open: char, close: char) -> bool {
    let (mut depth, mut escaped) = (0_usize, false);
    for c in text.chars() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == open {
            depth += 1;
        } else if c == close {
            let Some(less) = depth.checked_sub(1) else { return false };
            depth = less;
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::super::tested::does;
    use super::*;

    #[test]
    fn words_become_the_words_of_a_link_and_its_address_is_typed_next() {
        does(
            link,
            &[
                ("See ⟦the docs ⟧now", "See [the docs](│) now"),
                ("See do│cs now", "See [docs](│) now"),
                ("See │ now", "See [│]() now"),
                ("⟦日本語⟧です", "[日本語](│)です"),
                ("⟦شمس⟧", "[شمس](│)"),
                ("⟦a ] b⟧", r"[a \] b](│)"),
                ("⟦**bold** `code`⟧", "[**bold** `code`](│)"),
            ],
        );
    }

    #[test]
    fn an_address_becomes_that_of_a_link() {
        does(link, &[("⟦https://example.org/a_(b⟧", "[│](https://example.org/a_%28b)")]);
    }

    #[test]
    fn in_a_link_its_address_is_selected() {
        does(
            link,
            &[
                ("[wo│rds](/posts/a/ \"Title\")", "[words](⟦/posts/a/⟧ \"Title\")"),
                ("[words](<a b│>)", "[words](⟦<a b>⟧)"),
            ],
        );
    }

    #[test]
    fn in_code_and_across_paragraphs_there_is_no_link() {
        does(
            link,
            &[
                ("```\n⟦a⟧\n```", ""),
                ("⟦a\n\nb⟧", ""),
                ("`a ⟦b⟧ c`", ""),
                ("a *b ⟦c* d⟧", ""),
                ("+++\nti│tle = 1\n+++\n", ""),
            ],
        );
    }

    #[test]
    fn a_url_pasted_over_words_makes_a_link_of_them() {
        let paste = |text: &str, selection| paste_url(text, selection, " https://example.org/?a=1&b=(2) \n");
        does(
            paste,
            &[
                ("See ⟦the docs⟧.", "See [the docs](https://example.org/?a=1&b=(2))│."),
                ("⟦👩‍👩‍👧⟧", "[👩‍👩‍👧](https://example.org/?a=1&b=(2))│"),
                ("See │.", ""),
                ("⟦https://old.example/⟧", ""),
                ("```\n⟦code⟧\n```", ""),
                ("⟦[linked](/a/)⟧", ""),
            ],
        );
    }

    #[test]
    fn what_looks_like_an_entity_in_a_url_stays_as_it_is() {
        let address = destination("https://example.org/?a=1&copy;b&lt=2");
        assert_eq!(address, "https://example.org/?a=1&amp;copy;b&amp;lt=2");
        assert_eq!(destination("https://example.org/?a=1&copy=2"), "https://example.org/?a=1&copy=2");
    }

    #[test]
    fn what_is_no_url_is_pasted_as_it_is() {
        for pasted in ["two words", "https://a.example and more", "javascript:alert(1)", "https://", "例え"] {
            assert_eq!(paste_url("a word", Selection { start: 2, end: 6 }, pasted), None, "{pasted}");
        }
    }
}
