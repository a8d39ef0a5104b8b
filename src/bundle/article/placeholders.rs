//! Signs in place of what the bundler writes itself, while the rest of a text is sanitised: the sanitiser removes every SVG
//! and every frame, because those of authors may run scripts.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::markdown::Replaced;

/// What an element with an id has in its tag. A footnote that has it is shown once, and no second time in the margin: so
/// what stands for such elements has it, too.
const ID: &str = " id=\"";
/// What begins and ends a drawing.
const SVG: (&str, &str) = ("<svg", "</svg>");
/// An element for the sign of a block. Not a paragraph, into which a footnote puts its number and its links.
const BLOCK: (&str, &str) = ("<div>", "</div>");
const PARAGRAPH: (&str, &str) = ("<p>", "</p>");

/// The signs of a text, and what each stands for.
pub(super) struct Placeholders {
    sign: String,
    hidden: Vec<Hidden>,
}

struct Hidden {
    html: String,
    /// Whether it takes the place of the element around its sign.
    is_block: bool,
}

impl Placeholders {
    /// Signs that a text does not have: no text has its own hash.
    pub(super) fn new(text: &str) -> Self {
        let mut sign = "hidden-".to_owned();
        for byte in &Sha256::digest(text)[..16] {
            let _ = write!(sign, "{byte:02x}");
        }
        Self { sign, hidden: Vec::new() }
    }

    /// The code of a text, with a sign in place of each drawing.
    pub(super) fn code(&mut self, code: &[String]) -> Vec<String> {
        let mut without = |html: &String| {
            let drawing =
                html.starts_with("<figure").then(|| Some((html.find(SVG.0)?, html.rfind(SVG.1)? + SVG.1.len())));
            let Some((start, end)) = drawing.flatten() else { return html.clone() };
            [&html[..start], &self.hide(&html[start..end], false), &html[end..]].concat()
        };
        code.iter().map(&mut without).collect()
    }

    /// The media of a text, with a sign in place of each. A paragraph stays one.
    pub(super) fn media(&mut self, media: &[Replaced]) -> Vec<Replaced> {
        let mut signed = |media: &Replaced| {
            let html = if media.block {
                let html = media.html.trim_end();
                let inside = html.strip_prefix(PARAGRAPH.0).and_then(|html| html.strip_suffix(PARAGRAPH.1));
                let ((before, after), sign) = match inside {
                    Some(inside) => (PARAGRAPH, self.hide(inside, false)),
                    None => (BLOCK, self.hide(html, true)),
                };
                format!("{before}{sign}{after}\n")
            } else {
                self.hide(&media.html, false)
            };
            Replaced { html, ..media.clone() }
        };
        media.iter().map(&mut signed).collect()
    }

    fn hide(&mut self, html: &str, is_block: bool) -> String {
        let id = if html.contains(ID) { ID } else { "" };
        let sign = format!("{}-{}{id};", self.sign, self.hidden.len());
        self.hidden.push(Hidden { html: html.to_owned(), is_block });
        sign
    }

    /// HTML with what is hidden in place of its signs.
    pub(super) fn restore(&self, html: &str) -> String {
        let mut rests = html.split(&self.sign);
        let mut out = rests.next().unwrap_or_default().to_owned();
        for rest in rests {
            let sign = rest.strip_prefix('-').and_then(|rest| rest.split_once(';'));
            let number = |sign: &str| sign.strip_suffix(ID).unwrap_or(sign).parse::<usize>().ok();
            let hidden = sign.and_then(|(sign, rest)| Some((self.hidden.get(number(sign)?)?, rest)));
            let Some((hidden, mut rest)) = hidden else { continue };
            if let (true, Some(outer), Some(behind)) =
                (hidden.is_block, out.strip_suffix(BLOCK.0), rest.strip_prefix(BLOCK.1))
            {
                out.truncate(outer.len());
                rest = behind;
            }
            out.push_str(&hidden.html);
            out.push_str(rest);
        }
        out
    }
}
