//! Writes the blocks that take more than a tag.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag};

use super::{Writer, code};
use crate::content::Message;
use crate::markdown::events::spanned::end;
use crate::markdown::plain::plain;
use crate::markdown::{escape, fence};

impl<'a> Writer<'a> {
    /// Begins a paragraph, or writes the picture that is its only content in its place.
    pub(super) fn paragraph(&mut self, index: usize) -> usize {
        let alone = |last: usize| matches!(self.events.get(last + 1), Some((Event::End(_), _)));
        match self.events.get(index + 1) {
            Some((Event::Start(Tag::Image { dest_url, .. }), _))
                if alone(end(self.events, index + 1)) && self.address(dest_url, true).is_some() =>
            {
                self.image(index + 1, true) + 1
            }
            _ => {
                self.out.push_str("<p>");
                index
            }
        }
    }

    pub(super) fn begin_heading(&mut self, level: u8, index: usize) {
        self.heading = plain(&self.events[index..end(self.events, index)], self.options.html).trim().to_owned();
        self.headings += usize::from(self.interrupted.is_empty());
        self.out.push_str("<h");
        self.out.push(char::from(b'0' + level));
        if let Some(id) = self.id() {
            escape::attribute(&mut self.out, "id", id);
        }
        self.out.push('>');
    }

    pub(super) fn end_heading(&mut self, level: u8) {
        if let Some(id) = self.id() {
            self.out.push_str(" <a class=\"anchor\" href=\"#");
            escape::text(&mut self.out, id);
            self.out.push('"');
            let label = self.options.words.fill(Message::LinkTo, &[("heading", &self.heading)]);
            escape::attribute(&mut self.out, "aria-label", &label);
            self.out.push_str(">#</a>");
        }
        self.out.push_str("</h");
        self.out.push(char::from(b'0' + level));
        self.out.push_str(">\n");
    }

    /// The id of the last heading begun. A heading in a footnote has none.
    fn id(&self) -> Option<&'a str> {
        if !self.interrupted.is_empty() {
            return None;
        }
        let index = self.headings.checked_sub(1)?;
        self.beside.ids.get(index).map(String::as_str).filter(|id| !id.is_empty())
    }

    /// Writes the code block at `index`, highlighted where the bundler did so, and returns the index of its end.
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'_>, index: usize) -> usize {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info,
            CodeBlockKind::Indented => "",
        };
        let html = self.beside.code.get(self.blocks).map_or("", String::as_str);
        // The drawing of a diagram comes before its source, and is not closed yet.
        let is_drawn = html.starts_with("<figure");
        let info = if is_drawn { fence::language(info) } else { info };
        self.out.push_str(if is_drawn { html } else { "" });
        code::open(&mut self.out, self.options.words, info);
        match self.events.get(index + 1) {
            Some((Event::Text(text), _)) if html.is_empty() || is_drawn => escape::text(&mut self.out, text),
            _ if !is_drawn => self.out.push_str(html),
            _ => {}
        }
        code::close(&mut self.out, self.options.words, info);
        self.out.push_str(if is_drawn { "</details></figure>\n" } else { "" });
        self.blocks += 1;
        end(self.events, index)
    }

    pub(super) fn begin_alert(&mut self, kind: BlockQuoteKind) {
        let (class, word) = match kind {
            BlockQuoteKind::Note => ("note", Message::Note),
            BlockQuoteKind::Tip => ("tip", Message::Tip),
            BlockQuoteKind::Important => ("important", Message::Important),
            BlockQuoteKind::Warning => ("warning", Message::Warning),
            BlockQuoteKind::Caution => ("caution", Message::Caution),
        };
        self.put(&["<div class=\"alert ", class, "\" role=\"note\"><p class=\"alert-title\">"]);
        self.wrapped("", self.options.words.get(word), "</p>\n");
    }

    /// Begins a table, in a section that scrolls and is named after the heading above.
    pub(super) fn begin_table(&mut self, columns: &'a [Alignment]) {
        self.columns = columns;
        self.out.push_str("<section class=\"table\" tabindex=\"0\"");
        escape::attribute(&mut self.out, "aria-label", &self.heading);
        self.out.push_str("><table>\n");
    }

    pub(super) fn begin_cell(&mut self) {
        self.out.push_str(if self.in_head { "<th scope=\"col\"" } else { "<td" });
        self.out.push_str(match self.columns.get(self.column) {
            Some(Alignment::Left) => " class=\"left\">",
            Some(Alignment::Center) => " class=\"center\">",
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::None) | None => ">",
        });
        self.column += 1;
    }

    /// Whether the item at `index` begins with a checkbox, in a paragraph or not.
    pub(super) fn is_task(&self, index: usize) -> bool {
        let event = |index: usize| self.events.get(index).map(|(event, _)| event);
        let first = match event(index + 1) {
            Some(Event::Start(Tag::Paragraph)) => event(index + 2),
            first => first,
        };
        matches!(first, Some(Event::TaskListMarker(_)))
    }
}
