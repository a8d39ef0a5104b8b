//! Writes the addresses and titles of links and pictures.

use super::escape::Place;

/// The address of a link or a picture between its parentheses.
pub(super) fn destination(address: &str) -> String {
    let address = bare(address);
    let angled = address.contains([' ', '(', ')', '\u{a0}']) || address.is_empty();
    // Entities need a semicolon after the sign; most addresses have none.
    let address = if address.contains(';') { address.replace('&', "&amp;") } else { address };
    if angled { ["<", &address, ">"].concat() } else { address }
}

/// An address without what ends it in Markdown.
pub(super) fn bare(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.trim().chars() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// The title of a link or a picture, after its address.
pub(super) fn titled(title: &str, place: Place) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return String::new();
    }
    let mut out = String::from(" \"");
    for c in title.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '&' => out.push_str("&amp;"),
            '|' if place == Place::Cell => out.push_str("\\|"),
            c => out.push(c),
        }
    }
    out.push('"');
    out.replace("&amp; ", "& ")
}

/// Whether an address can be written between `<` and `>`, or as it is.
pub(super) fn is_plain_address(address: &str) -> bool {
    (address.starts_with("https://") || address.starts_with("http://"))
        && address.bytes().all(|byte| byte > b' ' && byte < 0x7f && !matches!(byte, b'<' | b'>' | b'\\' | b'|'))
}
