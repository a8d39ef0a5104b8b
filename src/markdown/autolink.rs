//! Finds URLs that stand bare in a text, by the rules of GitHub Flavored Markdown.

use std::ops::Range;

/// The first bare URL at or after `from`.
pub(super) fn find(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    // Most bytes begin nothing: one look at each is all that they are worth.
    let begins = |start: &usize| matches!(bytes[*start], b'h' | b'H' | b'w' | b'W');
    (from..bytes.len()).filter(begins).find_map(|start| {
        let host = start + prefix(&bytes[start..])?;
        let www = host - start == 4;
        // `xhttp://` is a word, and in `ftp://www.` and `me@www.` the www belongs to what is before it.
        let bound = match start.checked_sub(1).map(|before| bytes[before]) {
            Some(before) if www => !before.is_ascii_alphanumeric() && !b"/.@-:".contains(&before),
            Some(before) => !before.is_ascii_alphanumeric(),
            None => true,
        };
        let named = bytes.get(host).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
        let end = start + if bound && named { trimmed(&text[start..])? } else { return None };
        let dotted = !www || bytes[host..end.max(host)].contains(&b'.');
        (end > host && dotted).then_some(start..end)
    })
}

/// The length of what a bare URL begins with, if the bytes begin with it.
fn prefix(bytes: &[u8]) -> Option<usize> {
    let starts = |with: &[u8]| bytes.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    let known: [&[u8]; 3] = [b"https://", b"http://", b"www."];
    known.into_iter().find(|with| starts(with)).map(<[u8]>::len)
}

/// The length of the URL a text begins with, without the punctuation of the sentence around it:
/// none at the end, and no closing bracket that was not opened inside.
fn trimmed(text: &str) -> Option<usize> {
    let ends = |c: char| c <= ' ' || matches!(c, '<' | '\x7f' | '\u{a0}' | '\u{3000}' | '。' | '，' | '、' | '”');
    let mut url = &text[..text.find(ends).unwrap_or(text.len())];
    let count = |c: char| url.bytes().filter(|b| char::from(*b) == c).count();
    // Counted once, not for every bracket dropped, so that a line of brackets takes no quadratic time.
    let (mut round, mut square) = (count(')').saturating_sub(count('(')), count(']').saturating_sub(count('[')));
    while let Some(last) = url.chars().next_back() {
        match last {
            '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | '"' => {}
            ')' if round > 0 => round -= 1,
            ']' if square > 0 => square -= 1,
            _ => return Some(url.len()),
        }
        url = &url[..url.len() - 1];
    }
    None
}
