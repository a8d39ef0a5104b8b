//! The author as a vCard (RFC 6350), which an address book takes.

use crate::bundle::library::Library;
use crate::content::{Link, Site};

/// Its file, below the base.
pub(crate) const FILE: &str = "author.vcf";
/// RFC 6350, 10.1.
pub(super) const MEDIA_TYPE: &str = "text/vcard";

/// In bytes, without the line break (RFC 6350, 3.2).
const LONGEST_LINE: usize = 75;

/// The vCard of the author.
pub(super) fn vcard(site: &Site, library: &Library) -> String {
    let (author, profile) = (&site.author, &library.index.profile);
    let home = [&*site.origin, &site.base].concat();
    let full = |href: String| if href.starts_with('/') { site.origin.clone() + &href } else { href };
    let name = if author.name.is_empty() { &site.title } else { &author.name };
    let mut card = Card::default();
    card.add("VERSION", "4.0");
    card.add("KIND", "individual");
    card.add("UID", &home);
    card.add("SOURCE", &(home.clone() + FILE));
    card.text("FN", name);
    card.text("NOTE", &author.bio);
    card.text("TITLE", &profile.role);
    if !profile.place.is_empty() {
        // Post office box, extended address and street before the locality; region, code and country after it.
        card.add("ADR", &format!(";;;{};;;", escaped(&profile.place)));
    }
    card.text("PRONOUNS", &profile.pronouns);
    if let Some(portrait) = &library.portrait {
        card.add("PHOTO", &[&home, portrait.address.as_str()].concat());
    }
    card.add("URL", &home);
    for link in &author.links {
        match link.url.strip_prefix("mailto:") {
            Some(address) => card.text("EMAIL", address.split('?').next().unwrap_or_default()),
            None => card.add("URL", &full(site.href(link))),
        }
    }
    if let Some(url) = &profile.key {
        card.add("KEY", &full(site.href(&Link { name: String::new(), url: url.clone() })));
    }
    card.finish()
}

/// The lines of a vCard.
#[derive(Default)]
struct Card(String);

impl Card {
    /// Adds a property whose value is no text, such as an address. None if the value is empty.
    fn add(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(&format!("{name}:{value}"));
        }
    }

    /// Adds a property whose value is a text.
    fn text(&mut self, name: &str, value: &str) {
        self.add(name, &escaped(value));
    }

    /// Adds a line, folded between characters: a line that continues another one begins with a space.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    fn finish(self) -> String {
        ["BEGIN:VCARD\r\n", &self.0, "END:VCARD\r\n"].concat()
    }
}

/// A text with the escapes of RFC 6350, 3.4.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | ',' | ';') {
            escaped.push('\\');
        }
        escaped.push(if c.is_control() { ' ' } else { c });
    }
    escaped
}
