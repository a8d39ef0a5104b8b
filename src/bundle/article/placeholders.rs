//! Signs in place of what the bundler writes itself, while the rest of a text is sanitised.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::diagrams::sheltered::ID;
use crate::markdown::Replaced;

/// The signs of a text.
pub(super) struct Placeholders<'a> {
    media: &'a [Replaced],
    sign: String,
}

impl<'a> Placeholders<'a> {
    /// Signs that a text does not have: no text has its own hash.
    pub(super) fn new(text: &str, media: &'a [Replaced]) -> Self {
        let mut sign = "media-".to_owned();
        for byte in &Sha256::digest(text)[..16] {
            let _ = write!(sign, "{byte:02x}");
        }
        Self { media, sign }
    }

    /// A sign in place of each.
    pub(super) fn signs(&self) -> Vec<Replaced> {
        let sign = |(number, media): (usize, &Replaced)| {
            let (before, shown, after) = parts(media);
            // What has an id is not shown twice, and so what stands for it.
            let id = if shown.contains(ID) { ID } else { "" };
            let line = if media.block { "\n" } else { "" };
            let html = format!("{before}{}-{number}{id};{after}{line}", self.sign);
            Replaced { html, ..media.clone() }
        };
        self.media.iter().enumerate().map(sign).collect()
    }

    /// HTML with each in place of its sign.
    pub(super) fn restore(&self, html: &str) -> String {
        let mut rests = html.split(&self.sign);
        let mut out = rests.next().unwrap_or_default().to_owned();
        for rest in rests {
            let sign = rest.strip_prefix('-').and_then(|rest| rest.split_once(';'));
            let number = |sign: &str| sign.strip_suffix(ID).unwrap_or(sign).parse::<usize>().ok();
            let media = sign.and_then(|(sign, rest)| Some((self.media.get(number(sign)?)?, rest)));
            let Some((media, mut rest)) = media else { continue };
            let (before, shown, after) = parts(media);
            // A block has its place in an element that is only there for the sign.
            if let (BLOCK, Some(outer), Some(behind)) =
                ((before, after), out.strip_suffix(before), rest.strip_prefix(after))
            {
                out.truncate(outer.len());
                rest = behind;
            }
            out.push_str(shown);
            out.push_str(rest);
        }
        out
    }
}

/// An element for the sign of a block. Not a paragraph, into which a footnote puts its number and its links.
const BLOCK: (&str, &str) = ("<div>", "</div>");
const PARAGRAPH: (&str, &str) = ("<p>", "</p>");

/// What is shown, and what is before and after its sign meanwhile. A paragraph stays one.
fn parts(media: &Replaced) -> (&str, &str, &str) {
    if !media.block {
        return ("", &media.html, "");
    }
    let html = media.html.trim_end();
    let inside = html.strip_prefix(PARAGRAPH.0).and_then(|html| html.strip_suffix(PARAGRAPH.1));
    inside.map_or((BLOCK.0, html, BLOCK.1), |inside| (PARAGRAPH.0, inside, PARAGRAPH.1))
}
