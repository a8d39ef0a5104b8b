//! Media as an author would write them.

use super::embed::Embed;
use crate::markdown::PictureAttributes;

/// An embed with these words as its title. `body`: of its text.
pub(crate) fn embed(embed: &Embed, words: &str, body: &str, attributes: Option<&PictureAttributes>) -> String {
    let braces = attributes.map(braces).unwrap_or_default();
    let caption = if embed.title.is_empty() { String::new() } else { format!(" \"{}\"", escaped(&embed.title, "\"")) };
    let written = body.get(embed.span.clone()).unwrap_or_default();
    // As it is written, if its own words are the title or it has none.
    match written.strip_prefix("![") {
        Some(_) if !embed.alt.is_empty() && embed.alt == words => written.to_owned() + &braces,
        Some(rest) if rest.starts_with(']') => format!("![{}{rest}{braces}", escaped(words, "[]")),
        _ => format!("![{}]({}{caption}){braces}", escaped(words, "[]"), destination(&embed.written)),
    }
}

/// A link to the page of an embed.
pub(super) fn link(embed: &Embed) -> String {
    let words = if embed.alt.is_empty() { &embed.written } else { &embed.alt };
    format!("[{}]({})", escaped(words, "[]"), destination(&embed.written))
}

/// The attributes in their braces.
fn braces(attributes: &PictureAttributes) -> String {
    let written = attributes.list.iter().map(|attribute| {
        let quote = if attribute.value.contains('"') { '\'' } else { '"' };
        match attribute.value.as_str() {
            "" => attribute.name.clone(),
            value => format!("{}={quote}{value}{quote}", attribute.name),
        }
    });
    format!("{{{}}}", written.collect::<Vec<_>>().join(" "))
}

/// An address as the destination of a link.
fn destination(address: &str) -> String {
    let is_plain = |c: char| !c.is_whitespace() && !"()<>".contains(c);
    let end = if address.contains(';') { "<>&" } else { "<>" };
    let escaped = escaped(address, end);
    if !address.is_empty() && address.chars().all(is_plain) { escaped } else { format!("<{escaped}>") }
}

/// A text with a backslash before these characters, and before each of its own.
fn escaped(text: &str, special: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\\' || special.contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
