//! Names of emoji between colons, such as `:smile:`.

use super::edit::Edit;
use super::page::Page;

/// In bytes: the longest name that is looked up.
const MAX_NAME_BYTES: usize = 40;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let prose = page.prose();
    let mut edits = Vec::new();
    let mut done = 0;
    for (start, _) in prose.text.match_indices(':') {
        let rest = &prose.text[start + 1..];
        let end = rest.bytes().take(MAX_NAME_BYTES).position(|byte| !is_of_name(byte)).unwrap_or_default();
        let (name, after) = rest.split_at(end);
        let before = prose.text[..start].chars().next_back();
        let apart =
            |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ':' | '/' | '=' | '"' | '#'));
        let closed = after.strip_prefix(':').filter(|after| apart(after.chars().next()));
        // `10:100:20` is a time.
        let is_name = name.contains(|c: char| c.is_ascii_alphabetic()) || matches!(name, "+1" | "-1");
        if start < done || closed.is_none() || !is_name || !apart(before) || is_in_html(page, start) {
            continue;
        }
        if let Some(emoji) = emojis::get_by_shortcode(name) {
            done = start + name.len() + 2;
            edits.push(Edit::new(start..done, emoji.as_str(), ":emoji: → character"));
        }
    }
    edits
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'+' | b'-')
}

/// Whether an offset is in a tag, or in the destination of a link.
fn is_in_html(page: &Page<'_>, at: usize) -> bool {
    let html = &page.prose().html;
    let next = html.partition_point(|span| span.start <= at);
    next.checked_sub(1).is_some_and(|index| html[index].contains(&at))
}
