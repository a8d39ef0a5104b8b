//! Reads Markdown back, to compare it with what it was written from.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::address::bare;
use super::escape::Place;
use super::tokens::{Mark, Token};
use crate::content::Dialect;
use crate::markdown::events::events;
use crate::markdown::events::spanned::Spanned;

/// What both sides are compared by. Texts are merged.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Seen {
    Text(String),
    Code(String),
    Formula(String),
    Image {
        alt: String,
        src: String,
        title: String,
    },
    Html(String),
    Open(&'static str),
    Close(&'static str),
    Link(String, String),
    Break,
    /// Something that no paragraph has.
    Other,
}

fn text(seen: &mut Vec<Seen>, piece: &str) {
    match seen.last_mut() {
        Some(Seen::Text(last)) => last.push_str(piece),
        _ => seen.push(Seen::Text(piece.to_owned())),
    }
}

fn name(mark: &Mark) -> &'static str {
    match mark {
        Mark::Emphasis => "em",
        Mark::Strong => "strong",
        Mark::Deleted => "del",
        Mark::Link(..) | Mark::Element(..) => "link",
    }
}

/// What tokens are read as.
pub(super) fn wanted(tokens: &[Token]) -> Vec<Seen> {
    let mut seen = Vec::new();
    for token in tokens {
        let one = match token {
            Token::Text(piece) => {
                text(&mut seen, piece);
                continue;
            }
            // Its text is elsewhere: here it is read as words.
            Token::Note(number) => {
                text(&mut seen, &format!("[^{number}]"));
                continue;
            }
            Token::Code(code) => Seen::Code(code.clone()),
            Token::Formula(formula) => Seen::Formula(formula.clone()),
            Token::Image { alt, src, title } => {
                Seen::Image { alt: alt.clone(), src: bare(src), title: title.split_whitespace().collect() }
            }
            Token::Html(html) => Seen::Html(html.clone()),
            Token::Open(Mark::Link(address, title)) => Seen::Link(bare(address), title.split_whitespace().collect()),
            Token::Open(Mark::Element(tag, _)) => Seen::Html(tag.clone()),
            Token::Close(Mark::Element(_, tag)) => Seen::Html((*tag).to_owned()),
            Token::Open(mark) => Seen::Open(name(mark)),
            Token::Close(mark) => Seen::Close(name(mark)),
            Token::Break | Token::Paragraph => Seen::Break,
        };
        seen.push(one);
    }
    seen
}

/// What the dialect reads. Bare addresses are links there, and text here. Typographic quotes are not compared.
pub(super) fn read(written: &str, place: Place) -> Vec<Seen> {
    let text = match place {
        Place::Paragraph => written.to_owned(),
        Place::Heading => ["## ", written].concat(),
        Place::Cell => ["| ", written, " |\n| --- |"].concat(),
    };
    let events = events(&text, Dialect { smart_punctuation: false, math: true });
    let mut reader = Reader { written: &text, seen: Vec::new(), image: None, bare: false };
    for event in &events {
        reader.event(event);
    }
    reader.seen
}

struct Reader<'a> {
    written: &'a str,
    seen: Vec<Seen>,
    /// The picture whose description is read.
    image: Option<(String, String, String)>,
    /// Whether an open link is one that was not written.
    bare: bool,
}

impl Reader<'_> {
    fn event(&mut self, (event, span): &Spanned<'_>) {
        if let Some((alt, _, _)) = &mut self.image {
            match event {
                Event::Text(piece) | Event::Code(piece) => alt.push_str(piece),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                Event::End(TagEnd::Image) => {
                    if let Some((alt, src, title)) = self.image.take() {
                        self.seen.push(Seen::Image { alt, src, title });
                    }
                }
                _ => {}
            }
            return;
        }
        let one = match event {
            Event::Text(piece) => return text(&mut self.seen, piece),
            Event::Code(code) => Seen::Code(code.to_string()),
            Event::InlineMath(formula) => Seen::Formula(formula.to_string()),
            Event::InlineHtml(html) if &**html == "<br>" => Seen::Break,
            Event::InlineHtml(html) => match html.as_ref() {
                "<em>" => Seen::Open("em"),
                "</em>" => Seen::Close("em"),
                "<strong>" => Seen::Open("strong"),
                "</strong>" => Seen::Close("strong"),
                "<del>" => Seen::Open("del"),
                "</del>" => Seen::Close("del"),
                other => Seen::Html(other.to_owned()),
            },
            Event::HardBreak => Seen::Break,
            Event::Start(Tag::Emphasis) => Seen::Open("em"),
            Event::End(TagEnd::Emphasis) => Seen::Close("em"),
            Event::Start(Tag::Strong) => Seen::Open("strong"),
            Event::End(TagEnd::Strong) => Seen::Close("strong"),
            Event::Start(Tag::Strikethrough) => Seen::Open("del"),
            Event::End(TagEnd::Strikethrough) => Seen::Close("del"),
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                self.bare = *link_type == LinkType::Autolink && !self.written[span.start..].starts_with('<');
                if self.bare {
                    return;
                }
                Seen::Link(bare(dest_url), title.split_whitespace().collect())
            }
            Event::End(TagEnd::Link) if std::mem::take(&mut self.bare) => return,
            Event::End(TagEnd::Link) => Seen::Close("link"),
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                self.image = Some((String::new(), bare(dest_url), title.split_whitespace().collect()));
                return;
            }
            Event::Start(
                Tag::Paragraph | Tag::Heading { id: None, .. } | Tag::Table(_) | Tag::TableHead | Tag::TableCell,
            )
            | Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Table | TagEnd::TableHead | TagEnd::TableCell,
            ) => return,
            _ => Seen::Other,
        };
        self.seen.push(one);
    }
}
