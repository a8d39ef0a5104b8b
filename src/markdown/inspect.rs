//! What a text is made of, for those who look at it before it is rendered.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Parser, Tag};

use super::disguise::Disguise;
use super::events::of_dialect;
use super::html::{RawHtml, raw_html};
use super::lints::{Definition, Lint, lints};
use super::outline::{Heading, headings};
use super::parse::{options, parse};
use super::references::{Reference, references};
use super::spanned::{Spanned, end};
use crate::content::Dialect;

/// All of it, each in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspection {
    /// The headings, those of footnotes aside; so also the order of [`RenderData::ids`](crate::content::Beside::ids).
    pub headings: Vec<Heading>,
    /// The destinations of all links and pictures, bare URLs among them; addresses of mail are not.
    pub references: Vec<Reference>,
    /// The blocks of code, which are too heavy for a browser to colour.
    pub code: Vec<CodeBlock>,
    /// The formulas, without those in the words of a picture, which are read out as they are written.
    pub formulas: Vec<Formula>,
    /// What looks like markup and is none, and markup that loses text.
    pub lints: Vec<Lint>,
    /// The raw HTML, that in the words of pictures too.
    pub html: Vec<RawHtml>,
}

/// A block of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeBlock {
    /// What stands behind the fence. May be empty.
    pub info: String,
    /// The code.
    pub text: String,
    /// Where the block is, in bytes.
    pub span: Range<usize>,
}

/// A formula in LaTeX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The formula, without its dollar signs.
    pub source: String,
    /// Whether it stands on a line of its own.
    pub display: bool,
    /// Where it is, dollar signs and all, in bytes.
    pub span: Range<usize>,
}

/// What a text is made of. It is read once for all who ask.
#[must_use]
pub fn anatomy(text: &str, dialect: Dialect) -> Inspection {
    let (parsed, disguise) = parse(text, dialect);
    let (broken, definitions) = labels(&disguise, dialect);
    let events = of_dialect(text, parsed);
    let (code, formulas) = blocks(&events);
    let lints = lints(text, dialect, &events, broken, definitions);
    let html = raw_html(&events);
    Inspection { headings: headings(&events, &[]), references: references(&events), code, formulas, lints, html }
}

/// The references whose label nothing defines, and the definitions of labels. No event tells of either.
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

/// The blocks of code and the formulas, in the order in which the renderer comes to them.
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

/// The text of the block of code that the events begin with.
fn code(events: &[Spanned<'_>]) -> String {
    match events.get(1) {
        Some((Event::Text(text), _)) => text.to_string(),
        _ => String::new(),
    }
}
