//! Signs in place of what the bundler writes itself, while the rest of a text is sanitised.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

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
            let sign = format!("{}-{number};", self.sign);
            let html = if media.block { format!("<p>{sign}</p>\n") } else { sign };
            Replaced { html, ..media.clone() }
        };
        self.media.iter().enumerate().map(sign).collect()
    }

    /// HTML with each in place of its sign.
    pub(super) fn restore(&self, html: &str) -> String {
        let mut parts = html.split(&self.sign);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let sign = part.strip_prefix('-').and_then(|rest| rest.split_once(';'));
            let media = sign.and_then(|(number, rest)| Some((self.media.get(number.parse::<usize>().ok()?)?, rest)));
            let Some((media, rest)) = media else { continue };
            let before = out.strip_suffix("<p>").filter(|_| media.block).map(str::len);
            let rest = match (before, rest.strip_prefix("</p>\n")) {
                (Some(before), Some(rest)) => {
                    out.truncate(before);
                    rest
                }
                _ => rest,
            };
            out.push_str(&media.html);
            out.push_str(rest);
        }
        out
    }
}
