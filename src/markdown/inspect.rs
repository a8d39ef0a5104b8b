//! Inspects a text before it is rendered.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Parser, Tag};

use super::alone::{Alone, alone};
use super::events::disguise::Disguise;
use super::events::of_dialect;
use super::events::parse::{options, parse};
use super::events::spanned::{Spanned, end};
use super::html::{RawHtml, raw_html};
use super::length::{Length, length};
use super::lints::{Definition, Lint, lints};
use super::outline::{Heading, headings};
use super::references::{Reference, references};
use crate::content::Dialect;

/// What a text contains, each kind in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspection {
    /// The headings outside footnotes, as in [`RenderData::ids`](crate::content::RenderData::ids).
    pub headings: Vec<Heading>,
    /// The links and pictures, including bare URLs, without email addresses.
    pub references: Vec<Reference>,
    /// The paragraphs of nothing but pictures, or of one bare URL.
    pub alone: Vec<Alone>,
    /// The code blocks. The bundler highlights them: this is too heavy for a browser.
    pub code: Vec<CodeBlock>,
    /// The formulas, without those in the alternative text of a picture, which is read out as written.
    pub formulas: Vec<Formula>,
    /// Text that looks like markup but is not, and markup that loses text.
    pub lints: Vec<Lint>,
    /// The raw HTML, including that in the alternative text of pictures.
    pub html: Vec<RawHtml>,
    /// How much there is to read.
    pub length: Length,
}

/// A code block, fenced or indented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeBlock {
    /// The info string of the fence. May be empty.
    pub info: String,
    /// The code.
    pub text: String,
    /// Range of the block in the text, in bytes.
    pub span: Range<usize>,
}

/// A formula in LaTeX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The formula, without its dollar signs.
    pub source: String,
    /// Whether it is a display formula, in `$$`.
    pub display: bool,
    /// Range in the text including dollar signs, in bytes.
    pub span: Range<usize>,
}

/// Inspects a text, once for all callers.
#[must_use]
pub fn anatomy(text: &str, dialect: Dialect) -> Inspection {
    let (parsed, disguise) = parse(text, dialect);
    let (broken, definitions) = labels(&disguise, dialect);
    let events = of_dialect(text, parsed);
    let (code, formulas) = blocks(&events);
    let lints = lints(text, dialect, &events, broken, definitions);
    let html = raw_html(&events);
    let (headings, references, length) = (headings(&events, &[]), references(&events), length(&events));
    let alone = alone(text, &events);
    Inspection { headings, references, alone, code, formulas, lints, html, length }
}

/// The references with an undefined label, and the definitions of labels. The parser has no events for either.
fn labels<'r>(disguise: &'r Disguise<'_>, dialect: Dialect) -> (Vec<BrokenLink<'static>>, Vec<Definition>) {
    let read = disguise.read();
    if !read.contains('[') {
        return Default::default();
    }
    let mut broken = Vec::new();
    let collect = |mut link: BrokenLink<'r>| {
        disguise.original(read, &mut link.reference, &mut link.span.clone());
        broken.push(link.into_static());
        None
    };
    let parser = Parser::new_with_broken_link_callback(read, options(dialect), Some(collect));
    let definitions = parser.reference_definitions().iter().map(|(label, it)| {
        let end = read[it.span.clone()].find("]:").map_or(it.span.end, |end| it.span.start + end);
        let mut label = label.into();
        disguise.original(read, &mut label, &mut (it.span.start..end));
        (label.to_string(), it.dest.to_string(), it.span.clone())
    });
    let definitions = definitions.collect();
    parser.for_each(drop);
    (broken, definitions)
}

/// The code blocks and the formulas, in the order in which the renderer meets them.
fn blocks(events: &[Spanned<'_>]) -> (Vec<CodeBlock>, Vec<Formula>) {
    let (mut blocks, mut formulas) = (Vec::new(), Vec::new());
    let mut index = 0;
    while let Some((event, span)) = events.get(index) {
        let span = span.clone();
        match event {
            Event::Start(Tag::Image { .. }) => index = end(events, index),
            Event::Start(Tag::CodeBlock(kind)) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                blocks.push(CodeBlock { info, text: code(&events[index..]), span });
            }
            Event::InlineMath(source) | Event::DisplayMath(source) => {
                let display = matches!(event, Event::DisplayMath(_));
                formulas.push(Formula { source: source.to_string(), display, span });
            }
            _ => {}
        }
        index += 1;
    }
    (blocks, formulas)
}

/// The text of the code block at the first event.
fn code(events: &[Spanned<'_>]) -> String {
    match events.get(1) {
        Some((Event::Text(text), _)) => text.to_string(),
        _ => String::new(),
    }
}
