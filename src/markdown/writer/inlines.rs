//! Writes links, pictures, formulas and raw HTML. Destinations and raw HTML could harm a reader.

use pulldown_cmark::{Event, Tag};

use super::Writer;
use super::image::Image;
use crate::content::Message;
use crate::markdown::destination::{Address, resolve};
use crate::markdown::escape;
use crate::markdown::events::spanned::end;
use crate::markdown::html::replacement;
use crate::markdown::plain::plain;

impl Writer<'_> {
    /// Resolves the destination of a link or a picture. `None` if it must not be written.
    pub(super) fn address(&self, written: &str, image: bool) -> Option<Address> {
        resolve(written, image, self.beside, self.options.base)
    }

    /// Begins a link. If its destination is refused, only its text is written.
    pub(super) fn begin_link(&mut self, written: &str, title: &str) {
        let Some(address) = self.address(written, false) else { return };
        self.in_link = true;
        self.put(&["<a href=\"", &address.escaped, "\""]);
        if address.external {
            self.out.push_str(" rel=\"external\"");
        }
        if !title.is_empty() {
            escape::attribute(&mut self.out, "title", title);
        }
        self.out.push('>');
    }

    /// Writes the picture at `index`, and returns the index of its end. If it may not be loaded, its alternative text
    /// is written.
    pub(super) fn image(&mut self, index: usize, block: bool) -> usize {
        let end = end(self.events, index);
        if let Some((Event::Start(Tag::Image { dest_url, title, .. }), _)) = self.events.get(index) {
            let alt = plain(&self.events[index..end], self.options.html);
            match self.address(dest_url, true) {
                Some(address) => {
                    let picture = self.beside.target(dest_url).and_then(|target| target.picture.as_ref());
                    // The first may be in view from the start: its load must not wait for layout.
                    let lazy = std::mem::replace(&mut self.lazy, true);
                    let image = Image { address, picture, base: self.options.base, alt: &alt, title, lazy };
                    if block { image.block(&mut self.out) } else { image.inline(&mut self.out) }
                }
                None => escape::text(&mut self.out, &alt),
            }
        }
        end
    }

    /// Writes a formula, or its source where the bundler could not convert it. A display formula takes keyboard focus,
    /// since a wide one scrolls.
    pub(super) fn formula(&mut self, source: &str, display: bool) {
        if display {
            self.out.push_str("<span class=\"formula\" tabindex=\"0\" role=\"group\"");
            self.label(Message::Formula);
            self.out.push('>');
        }
        match self.beside.formulas.get(self.formulas).filter(|mathml| !mathml.is_empty()) {
            Some(mathml) => self.out.push_str(mathml),
            None => self.wrapped("<code class=\"math\">", source, "</code>"),
        }
        self.out.push_str(if display { "</span>" } else { "" });
        self.formulas += 1;
    }

    /// Writes a block of raw HTML, and returns the index of its end.
    pub(super) fn html_block(&mut self, index: usize) -> usize {
        let end = end(self.events, index);
        let mut html = String::new();
        for (event, _) in &self.events[index..end] {
            if let Event::Html(line) | Event::InlineHtml(line) | Event::Text(line) = event {
                html.push_str(line);
            }
        }
        match replacement(self.options.html, self.events[index].1.start) {
            Some(html) => self.out.push_str(html),
            None => {
                let html = without_comments(html.trim_end());
                if !html.trim().is_empty() {
                    self.wrapped("<p>", html.trim(), "</p>\n");
                }
            }
        }
        end
    }

    /// Writes inline raw HTML.
    pub(super) fn html(&mut self, html: &str, offset: usize) {
        match replacement(self.options.html, offset) {
            Some(html) => self.out.push_str(html),
            None => escape::text(&mut self.out, &without_comments(html)),
        }
    }
}

/// Removes the comments from raw HTML shown as text: they are not meant for readers, as `<!-- more -->`. Within
/// scripts and styles `<!--` is no comment.
fn without_comments(html: &str) -> String {
    let mut shown = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        shown.push_str(before);
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else {
            let raw = ["script", "style"].into_iter().find(|name| begins_with(&tag[1..], name));
            let closes = |at: &usize| raw.is_some_and(|name| begins_with(&tag[at + 2..], name));
            // Of other tags, copy the `<` only.
            let end = raw.map_or(1, |_| tag.match_indices("</").map(|(at, _)| at).find(closes).unwrap_or(tag.len()));
            shown.push_str(&tag[..end]);
            rest = &tag[end..];
        }
    }
    shown.push_str(rest);
    shown
}

/// Whether it begins with an element name, in either case.
fn begins_with(html: &str, name: &str) -> bool {
    html.split_at_checked(name.len()).is_some_and(|(begin, after)| {
        begin.eq_ignore_ascii_case(name) && !after.starts_with(|c: char| c.is_ascii_alphanumeric())
    })
}
