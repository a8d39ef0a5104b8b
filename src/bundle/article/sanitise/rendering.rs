//! Renders a text with its raw HTML to the HTML of the page.

use super::references::{Candidate, candidates, kind};
use super::{Fate, Html, Part, allowed, frame};
use crate::bundle::escape::escape;
use crate::bundle::tags::scan::{Attribute, Kind};
use crate::content::{Dialect, Messages, RenderData};
use crate::markdown::{self, Heading, RawHtml, Render, Replaced};

/// The sanitiser removes everything between these, as it does with scripts.
const HIDE: (&str, &str) = ("<script>", "</script>");

/// Around a table, which may be wider than a screen: it scrolls by itself, like a table of Markdown.
const SCROLLER: (&str, &str) = ("<div class=\"table\">", "</div>");

impl Html<'_> {
    /// The headings of the text that has this HTML.
    pub(crate) fn headings(&self, text: &str, dialect: Dialect) -> Vec<Heading> {
        markdown::headings(text, dialect, &self.replacements(&|_| Vec::new()))
    }

    /// Renders the text that has this HTML. The result has to be sanitised.
    /// `media`: what else is replaced in the text.
    pub(crate) fn render(
        &self,
        text: &str,
        beside: &RenderData,
        base: &str,
        words: &Messages,
        media: &[Replaced],
    ) -> String {
        let html = self.replacements(&|part| written(part, beside, base));
        markdown::render_replaced(text, beside, Render { base, words, html: &html, sidenotes: true }, media)
    }

    /// The replacements of pieces, by offset. `attributes` returns the attributes of a tag that is kept.
    fn replacements(&self, attributes: &dyn Fn(&Part) -> Vec<(String, String)>) -> Vec<(usize, String)> {
        let mut rest = &self.parts[..];
        let mut replacements = Vec::new();
        for (number, piece) in self.pieces.iter().enumerate() {
            let (parts, others) = rest.split_at(rest.partition_point(|part| part.piece <= number));
            rest = others;
            let shown = parts.iter().all(|part| matches!(part.fate, Fate::Text(_)) || part.is_comment());
            if self.rules.allow_html && piece.block || !shown {
                replacements.push((piece.offset, self.piece(piece, parts, attributes)));
            }
        }
        replacements
    }

    fn piece(&self, piece: &RawHtml, parts: &[Part], attributes: &dyn Fn(&Part) -> Vec<(String, String)>) -> String {
        let mut out = String::with_capacity(piece.source.len());
        let mut done = 0;
        for part in parts {
            between(&mut out, &piece.source[done..part.token.span.start]);
            done = part.token.span.end;
            match part.fate {
                Fate::Passes => self.tag(&mut out, part, attributes),
                Fate::Text(_) => out.push_str(&escape(&piece.source[part.token.span.clone()])),
                Fate::WithContent(_) => out.push_str(if part.closes() { HIDE.1 } else { HIDE.0 }),
                Fate::LeftOut(_) | Fate::Hidden => {}
            }
        }
        between(&mut out, &piece.source[done..]);
        let out = out.trim_end();
        if !piece.block {
            out.to_owned()
        } else if !self.rules.allow_html && self.is_paragraph(parts) {
            ["<p>", out, "</p>\n"].concat()
        } else {
            [out, "\n"].concat()
        }
    }

    /// Whether a block keeps only inline elements, each whole.
    fn is_paragraph(&self, parts: &[Part]) -> bool {
        parts.iter().filter(|part| part.fate == Fate::Passes).all(|part| {
            let here = part.pair.partner.is_none_or(|partner| self.parts[partner].piece == part.piece);
            here && !allowed::BLOCKS.contains(&part.name())
        })
    }

    /// Whether tags are in pieces that are blocks, so that a block element may be around them.
    fn are_blocks(&self, parts: [&Part; 2]) -> bool {
        parts.iter().all(|part| self.pieces[part.piece].block)
    }

    fn tag(&self, out: &mut String, part: &Part, attributes: &dyn Fn(&Part) -> Vec<(String, String)>) {
        // A page has one `h1`, its title.
        let name = if part.name() == "h1" { "h2" } else { part.name() };
        let partner = part.pair.partner.map(|partner| &self.parts[partner]);
        // The content of a frame is for browsers without frames.
        let hides = name == "iframe" && partner.is_some_and(|partner| partner.piece == part.piece);
        let scrolls = name == "table" && partner.is_some_and(|partner| self.are_blocks([part, partner]));
        if part.closes() {
            match name {
                "br" => out.push_str("<br>"),
                "iframe" => out.push_str(if hides { HIDE.1 } else { "" }),
                _ => *out += &["</", name, ">", if scrolls { SCROLLER.1 } else { "" }].concat(),
            }
            return;
        }
        *out += &[if scrolls { SCROLLER.0 } else { "" }, "<", name].concat();
        for (name, value) in attributes(part) {
            *out += &[" ", &name, "=\"", &escape(&value), "\""].concat();
        }
        out.push('>');
        if name == "iframe" {
            *out += &["</iframe>", if hides { HIDE.0 } else { "" }].concat();
        }
    }
}

impl Part {
    fn name(&self) -> &str {
        match &self.token.kind {
            Kind::Open { name, .. } | Kind::Close { name } | Kind::Instruction { name } => name,
            Kind::Comment { .. } => "",
        }
    }

    fn closes(&self) -> bool {
        matches!(self.token.kind, Kind::Close { .. })
    }

    fn is_comment(&self) -> bool {
        matches!(self.token.kind, Kind::Comment { .. })
    }
}

/// Appends the text between tags. Entities stay; control characters, which HTML forbids, are dropped.
fn between(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '\t' | '\n' => out.push(c),
            '\0'..='\x1f' | '\x7f' => {}
            _ => out.push(c),
        }
    }
}

/// The attributes of a tag as the page has them, with resolved URLs.
fn written(part: &Part, beside: &RenderData, base: &str) -> Vec<(String, String)> {
    let Kind::Open { name, attributes } = &part.token.kind else { return Vec::new() };
    if name == "iframe" {
        return frame::attributes(attributes);
    }
    let value = |attribute: &Attribute| match (attribute.name.as_str(), kind(name, &attribute.name)) {
        (_, None) => attribute.value.clone(),
        ("srcset", _) => {
            let each = candidates(&attribute.value).map(|Candidate { address, descriptor, .. }| {
                let address = full(address, beside, base);
                if descriptor.is_empty() { address } else { address + " " + descriptor }
            });
            each.collect::<Vec<_>>().join(", ")
        }
        _ => full(attribute.value.trim(), beside, base),
    };
    let mut written: Vec<_> = attributes.iter().map(|attribute| (attribute.name.clone(), value(attribute))).collect();
    if name == "img" {
        written.extend(picture(attributes, beside, base));
    }
    written
}

/// A URL as the page has it. As in Markdown, a path from the root is below the base.
fn full(address: &str, beside: &RenderData, base: &str) -> String {
    match (beside.target(address), address.strip_prefix('/').filter(|path| !path.starts_with('/'))) {
        (Some(target), _) => [base, &target.path].concat(),
        (None, Some(path)) => [base, path].concat(),
        (None, None) => address.to_owned(),
    }
}

/// The attributes of a picture that its author did not write: its size, and its smaller copies.
fn picture(attributes: &[Attribute], beside: &RenderData, base: &str) -> Vec<(String, String)> {
    let value =
        |name: &str| attributes.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.value.trim());
    let Some(picture) = value("src").and_then(|src| beside.target(src)).and_then(|target| target.picture.as_ref())
    else {
        return Vec::new();
    };
    let mut known = Vec::new();
    let mut know = |name: &str, value: String| known.push((name.to_owned(), value));
    let scaled = |size: &str, from: u32, to: u32| {
        let size = size.parse::<u64>().ok().filter(|size| *size > 0)?;
        Some((size * u64::from(to) / u64::from(from.max(1))).max(1).to_string())
    };
    match (value("width"), value("height")) {
        (None, None) => {
            know("width", picture.width.to_string());
            know("height", picture.height.to_string());
        }
        (Some(width), None) => {
            scaled(width, picture.width, picture.height).into_iter().for_each(|height| know("height", height));
        }
        (None, Some(height)) => {
            scaled(height, picture.height, picture.width).into_iter().for_each(|width| know("width", width));
        }
        (Some(_), Some(_)) => {}
    }
    if value("srcset").is_none() && value("sizes").is_none() && !picture.copies.is_empty() {
        let copies = picture.copies.iter().map(|(width, path)| format!("{base}{path} {width}w"));
        know("srcset", copies.collect::<Vec<_>>().join(", "));
        know("sizes", markdown::SIZES.to_owned());
    }
    known
}
