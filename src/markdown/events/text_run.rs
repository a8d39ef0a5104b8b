//! Merges adjacent texts: bare URLs in them become links, and smart punctuation stays out of URLs.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::autolink;
use super::spanned::Spanned;

/// Adjacent texts. The parser splits at every character that could have been markup.
#[derive(Default)]
pub(super) struct Run<'a> {
    /// As in the source: smart punctuation must not change a URL.
    written: String,
    /// The smart punctuation shown in place of ranges of `written`.
    smart: Vec<(Range<usize>, CowStr<'a>)>,
    /// Where each piece begins: its offsets in `written` and in the text, in bytes.
    starts: Vec<(usize, usize)>,
    end: usize,
}

impl<'a> Run<'a> {
    pub(super) fn push(&mut self, piece: CowStr<'a>, span: Range<usize>, text: &str) {
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

    pub(super) fn finish(&mut self, events: &mut Vec<Spanned<'a>>, link: bool) {
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

    /// The range in the text of a part of the run.
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
        // A line of many URLs has many parts: look only at the punctuation of this one.
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

pub(super) fn boxed<'a>(text: String) -> CowStr<'a> {
    CowStr::Boxed(text.into_boxed_str())
}
