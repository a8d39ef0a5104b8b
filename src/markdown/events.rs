//! From text to the events of the dialect.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::html::replacement;
use super::parse::parse;
use super::{Replacements, autolink, cjk, quotes};
use crate::content::Dialect;

/// An event and the bytes of the text it comes from.
pub type Spanned<'a> = (Event<'a>, Range<usize>);

/// The events of a text, each with the bytes it comes from: what every reader of a text walks over. Neighbouring texts
/// are one, bare URLs are links, addresses of mail have their scheme.
#[must_use]
pub fn events(text: &str, dialect: Dialect) -> Vec<Spanned<'static>> {
    of_dialect(text, parse(text, dialect).0)
}

/// The same, from the events of the parser.
pub(super) fn of_dialect(text: &str, mut parsed: Vec<Spanned<'static>>) -> Vec<Spanned<'static>> {
    quotes::curl(text, &mut parsed);
    let mut events = Vec::with_capacity(parsed.len());
    let mut run = Run::default();
    // How many links, pictures and code blocks are open: a URL in them is not a link of its own.
    let (mut closed, mut links) = (0, 0);
    for (event, span) in parsed {
        if let Event::Text(piece) = event {
            run.push(piece, span, text);
            continue;
        }
        run.finish(&mut events, closed == 0);
        let event = match event {
            Event::Start(Tag::Link { link_type: link_type @ LinkType::Email, dest_url, title, id }) => {
                let dest_url = boxed("mailto:".to_owned() + &dest_url);
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            event => event,
        };
        // The parser makes a link of `<https://…>` even in the words of a link: there it is only words.
        let mut outer = true;
        match event {
            Event::Start(Tag::Link { .. }) => {
                outer = links == 0;
                (closed, links) = (closed + 1, links + 1);
            }
            Event::End(TagEnd::Link) => {
                (closed, links) = (closed - 1, links - 1);
                outer = links == 0;
            }
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => closed += 1,
            Event::End(TagEnd::Image | TagEnd::CodeBlock) => closed -= 1,
            _ => {}
        }
        if outer {
            events.push((event, span));
        }
    }
    cjk::join_lines(&mut events);
    events
}

/// Whether an element stands within a line, so that what is beside it is beside its words.
pub(super) fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// The index of the event that ends what begins at `start`.
pub(super) fn end(events: &[Spanned<'_>], start: usize) -> usize {
    let mut open = 0;
    for (index, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) => open -= 1,
            _ => {}
        }
        if open == 0 {
            return index;
        }
    }
    events.len()
}

/// The words of some events, without markup. Raw HTML is words where it is shown as text.
pub(super) fn plain(events: &[Spanned<'_>], html: Replacements<'_>) -> String {
    let mut words = String::new();
    for (event, span) in events {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                words.push_str(text)
            }
            Event::InlineHtml(tag) if !tag.starts_with("<!--") && replacement(html, span.start).is_none() => {
                words.push_str(tag)
            }
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// Texts that follow one another. The parser splits at every character that could have meant something.
#[derive(Default)]
struct Run<'a> {
    /// As the author wrote it: smart punctuation must not reach into a URL.
    written: String,
    /// What is shown in place of some of it.
    smart: Vec<(Range<usize>, CowStr<'a>)>,
    /// Where each piece begins: here, and in the text.
    starts: Vec<(usize, usize)>,
    end: usize,
}

impl<'a> Run<'a> {
    fn push(&mut self, piece: CowStr<'a>, span: Range<usize>, text: &str) {
        let start = self.written.len();
        self.starts.push((start, span.start));
        self.end = span.end;
        let source = &text[span];
        // Entities differ from their source as well, but begin with `&`.
        if source != &*piece && source.starts_with(['-', '.', '"', '\'']) {
            self.written.push_str(source);
            self.smart.push((start..self.written.len(), piece));
        } else {
            self.written.push_str(&piece);
        }
    }

    fn finish(&mut self, events: &mut Vec<Spanned<'a>>, link: bool) {
        let mut done = 0;
        while let Some(url) = if link { autolink::find(&self.written, done) } else { None } {
            self.show(events, done..url.start);
            done = url.end;
            let span = self.span(&url);
            let shown = &self.written[url];
            let scheme = if shown.starts_with(['w', 'W']) { "https://" } else { "" };
            let (dest_url, none) = (boxed(scheme.to_owned() + shown), CowStr::Borrowed(""));
            let tag = Tag::Link { link_type: LinkType::Autolink, dest_url, title: none.clone(), id: none };
            events.push((Event::Start(tag), span.clone()));
            events.push((Event::Text(boxed(shown.to_owned())), span.clone()));
            events.push((Event::End(TagEnd::Link), span));
        }
        self.show(events, done..self.written.len());
        self.written.clear();
        self.smart.clear();
        self.starts.clear();
    }

    /// Where a part of the run stands in the text.
    fn span(&self, part: &Range<usize>) -> Range<usize> {
        let at = |place: usize| {
            let piece = self.starts.partition_point(|(start, _)| *start <= place).saturating_sub(1);
            self.starts.get(piece).map_or(self.end, |(start, source)| (source + place - start).min(self.end))
        };
        at(part.start)..at(part.end)
    }

    /// Adds a part of the run as text, with its smart punctuation.
    fn show(&self, events: &mut Vec<Spanned<'a>>, part: Range<usize>) {
        if part.is_empty() {
            return;
        }
        let mut shown = String::with_capacity(part.len());
        let mut done = part.start;
        // A line of many URLs has many parts: each looks only at what is its own.
        let first = self.smart.partition_point(|(at, _)| at.start < part.start);
        for (place, smart) in self.smart[first..].iter().take_while(|(at, _)| at.end <= part.end) {
            shown.push_str(&self.written[done..place.start]);
            shown.push_str(smart);
            done = place.end;
        }
        shown.push_str(&self.written[done..part.end]);
        events.push((Event::Text(boxed(shown)), self.span(&part)));
    }
}

fn boxed<'a>(text: String) -> CowStr<'a> {
    CowStr::Boxed(text.into_boxed_str())
}
