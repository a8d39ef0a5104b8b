//! The attributes after a picture: `![A map](./map.png){dark="./map-dark.png"}`.
//!
//! They are hidden from the parser as a comment of the same length, so that offsets stay valid, and no program that
//! reads Markdown shows them.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::events::attributes::attribute;
use super::events::events;
use super::events::spanned::{Spanned, end};
use crate::content::Dialect;

/// The attributes that pictures have. Braces without one of them are text.
pub const KNOWN: [&str; 2] = ["dark", "poster"];

/// How long attributes may be. Without a limit, each of many pictures in a line would be followed to its end.
const MAX_BYTES: usize = 2_000;

/// The attributes of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureAttributes {
    /// Range of the picture in the text, in bytes.
    pub picture: Range<usize>,
    /// Range of the braces.
    pub span: Range<usize>,
    /// The attributes in their order.
    pub list: Vec<Attribute>,
}

/// An attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name; with `#` or `.` for an id or a class.
    pub name: String,
    /// Its value; may be empty.
    pub value: String,
    /// Range of the value, or of the name if there is none, in bytes.
    pub span: Range<usize>,
    /// Range of the whole attribute.
    pub whole: Range<usize>,
}

impl PictureAttributes {
    /// The attribute of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Attribute> {
        self.list.iter().find(|attribute| attribute.name == name)
    }
}

/// A text with the attributes of its pictures hidden, and these.
#[must_use]
pub fn hide_attributes(text: &str, dialect: Dialect) -> (Cow<'_, str>, Vec<PictureAttributes>) {
    // Fast path: nearly no text has braces after a bracket.
    if !text.contains("){") && !text.contains("]{") {
        return (Cow::Borrowed(text), Vec::new());
    }
    let all = of_pictures(text, &events(text, dialect));
    let mut hidden = String::with_capacity(text.len());
    let mut done = 0;
    for PictureAttributes { span, .. } in &all {
        let spaces = " ".repeat(span.len() - "<!---->".len());
        hidden.extend([&text[done..span.start], "<!--", &spaces, "-->"]);
        done = span.end;
    }
    hidden.push_str(&text[done..]);
    (Cow::Owned(hidden), all)
}

/// The attributes of the pictures of a text, in order. None overlaps another.
fn of_pictures(text: &str, events: &[Spanned<'_>]) -> Vec<PictureAttributes> {
    let mut all: Vec<PictureAttributes> = Vec::new();
    let (mut index, mut is_open) = (0, false);
    while let Some((event, span)) = events.get(index) {
        match event {
            Event::Start(Tag::Image { .. }) => {
                let last = end(events, index);
                is_open |= events[index..last].iter().any(|inside| opens(text, inside));
                // A picture within a value is part of the value.
                let is_value = all.last().is_some_and(|before| span.start < before.span.end);
                all.extend(after(text, span).filter(|_| !is_open && !is_value));
                index = last;
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell) => is_open = false,
            _ => is_open |= opens(text, &events[index]),
        }
        index += 1;
    }
    all
}

/// Whether a text begins a comment or a declaration that nothing ends. The end of what hides attributes would end it, and
/// the picture would be part of it.
fn opens(text: &str, (event, span): &Spanned<'_>) -> bool {
    // The two characters may be of two events.
    let end = text.ceil_char_boundary(span.end + 1);
    matches!(event, Event::Text(_)) && text.get(span.start..end).is_some_and(|written| written.contains("<!"))
}

/// The attributes after a picture.
fn after(text: &str, picture: &Range<usize>) -> Option<PictureAttributes> {
    let start = picture.end + 1;
    let rest = text.get(picture.end..)?.strip_prefix('{')?;
    let near = &rest[..rest.floor_char_boundary(MAX_BYTES)];
    let line = near.split('\n').next().unwrap_or_default();
    let mut list = Vec::new();
    let mut at = 0;
    loop {
        at += line[at..].len() - line[at..].trim_start().len();
        if line[at..].starts_with('}') {
            break;
        }
        // Unquoted values end at a brace as well.
        let unquoted = line[at..].find(['}', '"', '\'']).filter(|end| line[at + end..].starts_with('}'));
        let length = attribute(&line[at..unquoted.map_or(line.len(), |end| at + end)])?;
        list.push(parsed(&line[at..at + length], start + at));
        at += length;
        // White space separates attributes.
        if !line[at..].starts_with(|c: char| c == '}' || c.is_whitespace()) {
            return None;
        }
    }
    let known = list.iter().any(|attribute| KNOWN.contains(&&*attribute.name) && !attribute.value.is_empty());
    let span = picture.end..start + at + 1;
    known.then(|| PictureAttributes { picture: picture.clone(), span, list })
}

/// The attribute at an offset in the text.
fn parsed(written: &str, start: usize) -> Attribute {
    let whole = start..start + written.len();
    let Some((name, value)) = written.split_once('=') else {
        return Attribute { name: written.to_owned(), value: String::new(), span: whole.clone(), whole };
    };
    let quoted = value.starts_with(['"', '\'']) && value.len() > 1;
    let inside = if quoted { &value[1..value.len() - 1] } else { value };
    let from = start + name.len() + 1 + usize::from(quoted);
    Attribute { name: name.to_owned(), value: inside.trim().to_owned(), span: from..from + inside.len(), whole }
}

#[cfg(test)]
mod tests {
    use super::hide_attributes;
    use crate::content::Dialect;

    #[test]
    fn the_attributes_of_a_picture_become_a_comment_of_their_length() {
        let text = "A ![map](m.png){dark=\"./m-dark.png\" .wide} of *it*.";
        let (hidden, all) = hide_attributes(text, Dialect::default());
        assert_eq!(hidden.len(), text.len());
        assert!(hidden.starts_with("A ![map](m.png)<!--") && hidden.ends_with("--> of *it*."), "{hidden}");
        let [attributes] = &all[..] else { panic!("{all:?}") };
        let shown: Vec<_> = attributes.list.iter().map(|it| (&*it.name, &*it.value, &text[it.span.clone()])).collect();
        assert_eq!(shown, [("dark", "./m-dark.png", "./m-dark.png"), (".wide", "", ".wide")]);
        assert_eq!(&text[attributes.picture.clone()], "![map](m.png)");
    }

    #[test]
    fn values_may_be_without_quotes_and_in_another_script() {
        for (text, value) in [
            ("![a](b.png){dark=c.png}", "c.png"),
            ("![a](b.png){ dark='c d.png' }", "c d.png"),
            ("![a](b.png){dark=\"夜}.png\"}", "夜}.png"),
            ("![a][b]{dark=c.png}\n\n[b]: b.png", "c.png"),
        ] {
            let (hidden, all) = hide_attributes(text, Dialect::default());
            assert_eq!(all.first().and_then(|it| it.get("dark")).map(|it| &*it.value), Some(value), "{text}");
            assert!(hidden.len() == text.len() && hidden.contains("<!--"), "{hidden}");
        }
    }

    #[test]
    fn other_braces_stay_text() {
        for text in [
            "![a](b.png){width=50%}",
            "![a](b.png) {dark=c.png}",
            "![a](b.png){dark=c.png",
            "![a](b.png){dark=\"c.png}",
            "![a](b.png){dark=}",
            "![a](b.png){dark, not light}",
            "[a](b.png){dark=c.png}",
            "`![a](b.png){dark=c.png}`",
            "```\n![a](b.png){dark=c.png}\n```",
            "![a](b.png){dark=\"c\n.png\"}",
        ] {
            assert_eq!(hide_attributes(text, Dialect::default()), (text.into(), Vec::new()), "{text}");
        }
    }

    #[test]
    fn a_picture_within_a_value_is_part_of_the_value() {
        for quote in ['"', '\''] {
            let text =
                format!("![a](b.png){{dark={quote}![c](d.png){{dark=e.png}}{quote}}} ![f](g.png){{dark=h.png}}.");
            let (hidden, all) = hide_attributes(&text, Dialect::default());
            let values: Vec<_> = all.iter().filter_map(|it| it.get("dark")).map(|it| &*it.value).collect();
            assert_eq!(values, ["![c](d.png){dark=e.png}", "h.png"], "{text}");
            assert!(hidden.len() == text.len() && hidden.contains("--> ![f](g.png)<!--"), "{hidden}");
        }
    }

    #[test]
    fn after_a_comment_that_nothing_ends_attributes_stay_text() {
        for text in [
            "Note <!-- todo ![A](a.png){dark=b.png} more",
            "Note <!-- todo ![A](a.png){dark=b.png} ![A](a.png){dark=b.png}",
            "![A <!-- todo](a.png){dark=b.png}",
            "<b>Note</b> <!A ![A](a.png){dark=b.png}",
        ] {
            assert_eq!(hide_attributes(text, Dialect::default()), (text.into(), Vec::new()), "{text}");
        }
        for text in ["Note <!-- todo -->![A](a.png){dark=b.png}", "Note <!-- todo\n\n![A](a.png){dark=b.png}"] {
            assert_eq!(hide_attributes(text, Dialect::default()).1.len(), 1, "{text}");
        }
    }
}
