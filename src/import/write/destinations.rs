//! Finds where the destinations of links and pictures are in a text, in Markdown and in HTML.

use std::ops::Range;

use pulldown_cmark::{Options, Parser};

use crate::bundle::article::sanitise::{Address, Html, Rules, UrlKind};
use crate::bundle::input::config::Config;
use crate::bundle::input::media::frame;
use crate::content::Dialect;
use crate::markdown::inspect::anatomy;
use crate::markdown::{PICTURE_ATTRIBUTES, hide_attributes};

/// A destination as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Destination {
    /// Its range in the text, in bytes, without the signs around it.
    pub(crate) span: Range<usize>,
    /// What it means, escapes resolved.
    pub(crate) written: String,
    /// Whether a picture or another file is shown there.
    pub(crate) shown: bool,
}

/// All destinations, in the order of the text. Bare addresses are none: they are text too.
pub(crate) fn find(text: &str) -> Vec<Destination> {
    let (hidden, attributes) = hide_attributes(text, Dialect::default());
    let inspection = anatomy(&hidden, Dialect::default());
    let mut found: Vec<Destination> = Vec::new();
    for attribute in attributes.into_iter().flat_map(|attributes| attributes.list) {
        if PICTURE_ATTRIBUTES.contains(&&*attribute.name) {
            found.push(Destination { span: attribute.span, written: attribute.value, shown: true });
        }
    }
    for reference in &inspection.references {
        let Some(inside) = text.get(reference.span.clone()) else { continue };
        let Some(start) = inside.rfind("](") else { continue };
        let Some(span) = destination(text, reference.span.start + start + 2) else { continue };
        if unescaped(&text[span.clone()]) == reference.written {
            let shown = reference.image && frame::known(&reference.written).is_none();
            found.push(Destination { span, written: reference.written.clone(), shown });
        }
    }
    found.extend(definitions(text));
    let mut config = Config::default();
    config.allow_html = true;
    for Address { written, span, kind, .. } in Html::new(&inspection.html, Rules::of(&config)).addresses() {
        if text.get(span.clone()).is_some_and(|inside| inside.replace("&amp;", "&") == written) {
            found.push(Destination { span, written, shown: kind != UrlKind::Link });
        }
    }
    found.sort_by_key(|destination| destination.span.start);
    found.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    found
}

/// The destinations of `[label]: destination`.
fn definitions(text: &str) -> Vec<Destination> {
    if !text.contains("]:") {
        return Vec::new();
    }
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES | Options::ENABLE_GFM;
    let parser = Parser::new_ext(text, options);
    let definition = |span: &Range<usize>, written: &str| {
        let start = span.start + text.get(span.clone())?.find("]:")? + 2;
        let span = destination(text, start)?;
        (unescaped(&text[span.clone()]) == written).then(|| Destination {
            span,
            written: written.to_owned(),
            shown: false,
        })
    };
    parser.reference_definitions().iter().filter_map(|(_, it)| definition(&it.span, &it.dest)).collect()
}

/// The range of the destination that begins at an offset, after spaces.
fn destination(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let start = at + rest.len() - rest.trim_start().len();
    let rest = &text[start..];
    if let Some(inside) = rest.strip_prefix('<') {
        return Some(start + 1..start + 1 + inside.find(['>', '\n'])?);
    }
    let (mut depth, mut escaped) = (0_usize, false);
    for (offset, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(start..start + offset),
            ')' => depth -= 1,
            c if c.is_whitespace() => return Some(start..start + offset),
            _ => {}
        }
    }
    Some(start..text.len())
}

/// A destination without the backslashes before signs, and with `&` for its entity.
fn unescaped(written: &str) -> String {
    let mut plain = String::with_capacity(written.len());
    let mut chars = written.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => plain.extend(chars.next()),
            _ => plain.push(c),
        }
    }
    plain.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn destinations_are_found_in_links_pictures_definitions_and_html() {
        let text = "[a](x.md \"T\") ![b](<a b.png>) [![c](c.png)](d.md) [e][f] <img src=\"g.png\">\n\n[f]: h.md\n";
        let found: Vec<_> = find(text).into_iter().map(|it| (text[it.span].to_owned(), it.shown)).collect();
        let wanted =
            [("x.md", false), ("a b.png", true), ("c.png", true), ("d.md", false), ("g.png", true), ("h.md", false)];
        assert_eq!(found, wanted.map(|(written, shown)| (written.to_owned(), shown)));
    }

    #[test]
    fn a_picture_may_name_others_and_a_film_is_no_file() {
        let text = "![a](b.png){dark=\"c.png\"} ![d](https://youtu.be/x)";
        let found: Vec<_> = find(text).into_iter().map(|it| (text[it.span].to_owned(), it.shown)).collect();
        let wanted = [("b.png", true), ("c.png", true), ("https://youtu.be/x", false)];
        assert_eq!(found, wanted.map(|(written, shown)| (written.to_owned(), shown)));
    }

    #[test]
    fn code_has_no_destinations() {
        assert_eq!(find("`[a](x.md)`\n\n```\n[a](x.md)\n![b](y.png)\n```\n\n    [f]: h.md\n"), []);
    }
}
