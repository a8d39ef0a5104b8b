//! Finds bare URLs in a text, by the rules of GitHub Flavored Markdown.

use std::ops::Range;

/// The first bare URL at or after `from`.
pub(super) fn find(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    // Fast path: a bare URL starts with h/H or w/W.
    let begins = |start: &usize| matches!(bytes[*start], b'h' | b'H' | b'w' | b'W');
    (from..bytes.len()).filter(begins).find_map(|start| {
        let host = start + prefix(&bytes[start..])?;
        let www = host - start == 4;
        // `xhttp://` is a word; the `www.` of `ftp://www.` and `me@www.` is part of what precedes it.
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

/// Length in bytes of the scheme or `www.` at the start of the bytes.
fn prefix(bytes: &[u8]) -> Option<usize> {
    let starts = |with: &[u8]| bytes.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    let known: [&[u8]; 3] = [b"https://", b"http://", b"www."];
    known.into_iter().find(|with| starts(with)).map(<[u8]>::len)
}

/// Length in bytes of the URL at the start of a text, without the sentence around it: no trailing punctuation, and no
/// closing bracket that the URL does not open.
fn trimmed(text: &str) -> Option<usize> {
    let ends = |c: char| c <= ' ' || matches!(c, '<' | '\x7f' | '\u{a0}' | '\u{3000}' | '。' | '，' | '、' | '”');
    let mut url = &text[..text.find(ends).unwrap_or(text.len())];
    let count = |c: char| url.bytes().filter(|b| char::from(*b) == c).count();
    // Count once, not for every bracket dropped: a line of brackets would take quadratic time.
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
