//! Writes events as HTML, in one pass and without recursion: a text nested ten thousand deep takes no stack.

mod blocks;
mod code;
mod footnote;
pub(super) mod image;
mod inlines;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::events::spanned::Spanned;
use super::outline::{rendered, shift};
use super::{Render, escape};
use crate::content::{Message, RenderData};
use footnote::Footnotes;

/// The HTML written so far, and the state of the pass.
pub(super) struct Writer<'a> {
    events: &'a [Spanned<'a>],
    beside: &'a RenderData,
    options: Render<'a>,
    out: String,
    /// The number of headings begun, the text of the last one, and by how many levels all move down.
    headings: usize,
    heading: String,
    shift: u8,
    /// The number of code blocks and of formulas written.
    blocks: usize,
    formulas: usize,
    /// Whether a link is open and was written. Links cannot nest.
    in_link: bool,
    /// Whether a picture was written: the browser may defer the load of later ones.
    lazy: bool,
    columns: &'a [Alignment],
    column: usize,
    in_head: bool,
    /// For each open footnote, its label and the output it interrupts.
    interrupted: Vec<(&'a str, String)>,
    footnotes: Footnotes,
    /// The number of open elements, and the offset in `out` of the outermost.
    depth: usize,
    block: usize,
    /// The notes in the margin: the offset in `out` of the block that first refers to each, and its number.
    notes: Vec<(usize, usize)>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(events: &'a [Spanned<'a>], beside: &'a RenderData, options: Render<'a>, length: usize) -> Self {
        Self {
            events,
            beside,
            options,
            out: String::with_capacity(length + length / 2),
            headings: 0,
            heading: options.words.get(Message::Table).to_owned(),
            shift: shift(events),
            blocks: 0,
            formulas: 0,
            in_link: false,
            lazy: false,
            columns: &[],
            column: 0,
            in_head: false,
            interrupted: Vec::new(),
            footnotes: Footnotes::default(),
            depth: 0,
            block: 0,
            notes: Vec::new(),
        }
    }

    /// Tells whether a picture is written before the first of these.
    pub(super) fn after_a_picture(mut self, after: bool) -> Self {
        self.lazy = after;
        self
    }

    pub(super) fn run(mut self) -> String {
        let mut index = 0;
        while let Some((event, _)) = self.events.get(index) {
            index = self.event(event, index) + 1;
        }
        let mut out = String::with_capacity(self.out.len());
        let (mut done, mut beside) = (0, 0);
        for (place, number) in &self.notes {
            let note = self.footnotes.sidenote(*number);
            out.push_str(&self.out[done..*place]);
            out.push_str(&note);
            beside += usize::from(!note.is_empty());
            done = *place;
        }
        out.push_str(&self.out[done..]);
        self.footnotes.write(self.options.words, beside, &mut out);
        out
    }

    /// Writes an event, and returns the index of the last event consumed.
    fn event(&mut self, event: &'a Event<'a>, index: usize) -> usize {
        match event {
            Event::Start(tag) => return self.start(tag, index),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => escape::text(&mut self.out, text),
            Event::Code(text) => self.wrapped("<code>", text, "</code>"),
            Event::InlineMath(formula) => self.formula(formula, false),
            Event::DisplayMath(formula) => self.formula(formula, true),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html, self.events[index].1.start),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::FootnoteReference(label) => {
                let first = self.footnotes.refer(label, self.options.words, &mut self.out);
                if self.options.sidenotes && self.interrupted.is_empty() {
                    self.notes.extend(first.map(|number| (self.block, number)));
                }
            }
            Event::TaskListMarker(done) => {
                let (checked, word) = if *done { (" checked", Message::Done) } else { ("", Message::ToDo) };
                self.put(&["<input type=\"checkbox\" disabled", checked]);
                self.label(word);
                self.out.push_str("> ");
            }
        }
        index
    }

    fn start(&mut self, tag: &'a Tag<'a>, index: usize) -> usize {
        if self.depth == 0 {
            self.block = self.out.len();
        }
        let last = self.begin(tag, index);
        // An element written whole is already closed.
        self.depth += usize::from(last == index);
        last
    }

    fn begin(&mut self, tag: &'a Tag<'a>, index: usize) -> usize {
        match tag {
            Tag::Paragraph => return self.paragraph(index),
            Tag::Heading { level, .. } => self.begin_heading(rendered(*level, self.shift), index),
            Tag::BlockQuote(None) => self.out.push_str("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.begin_alert(*kind),
            Tag::CodeBlock(kind) => return self.code_block(kind, index),
            Tag::HtmlBlock => return self.html_block(index),
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => self.put(&["<ol start=\"", &first.to_string(), "\">\n"]),
            Tag::Item => self.out.push_str(if self.is_task(index) { "<li class=\"task\">" } else { "<li>" }),
            Tag::FootnoteDefinition(label) => {
                self.interrupted.push((label, std::mem::take(&mut self.out)));
            }
            Tag::DefinitionList => self.out.push_str("<dl>\n"),
            Tag::DefinitionListTitle => self.out.push_str("<dt>"),
            Tag::DefinitionListDefinition => self.out.push_str("<dd>"),
            Tag::Table(columns) => self.begin_table(columns),
            Tag::TableHead => {
                (self.column, self.in_head) = (0, true);
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.out.push_str("<tr>");
            }
            Tag::TableCell => self.begin_cell(),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link { dest_url, title, .. } => self.begin_link(dest_url, title),
            Tag::Image { .. } => return self.image(index, false),
            // Not in the dialect.
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
        index
    }

    fn end(&mut self, tag: TagEnd) {
        self.depth -= 1;
        let close = match tag {
            TagEnd::Paragraph => "</p>\n",
            TagEnd::Heading(level) => return self.end_heading(rendered(level, self.shift)),
            TagEnd::BlockQuote(None) => "</blockquote>\n",
            TagEnd::BlockQuote(Some(_)) => "</div>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::FootnoteDefinition => {
                if let Some((label, text)) = self.interrupted.pop() {
                    self.footnotes.define(label, std::mem::replace(&mut self.out, text));
                }
                ""
            }
            TagEnd::DefinitionList => "</dl>\n",
            TagEnd::DefinitionListTitle => "</dt>\n",
            TagEnd::DefinitionListDefinition => "</dd>\n",
            TagEnd::Table => "</tbody></table></section>\n",
            TagEnd::TableHead => {
                self.in_head = false;
                "</tr></thead><tbody>\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell if self.in_head => "</th>",
            TagEnd::TableCell => "</td>",
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</del>",
            TagEnd::Link if std::mem::take(&mut self.in_link) => "</a>",
            TagEnd::Link | TagEnd::Image | TagEnd::HtmlBlock | TagEnd::CodeBlock => "",
            TagEnd::Superscript | TagEnd::Subscript | TagEnd::MetadataBlock(_) => "",
        };
        self.out.push_str(close);
    }

    /// Names an element for screen readers.
    fn label(&mut self, word: Message) {
        escape::attribute(&mut self.out, "aria-label", self.options.words.get(word));
    }

    fn put(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.out.push_str(part));
    }

    fn wrapped(&mut self, before: &str, text: &str, after: &str) {
        self.out.push_str(before);
        escape::text(&mut self.out, text);
        self.out.push_str(after);
    }
}
