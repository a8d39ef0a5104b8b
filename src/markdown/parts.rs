//! The parts of a text that are too heavy for a browser, for the bundler to work out.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::events::{Spanned, end, spanned};

/// What the bundler works out, each in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The blocks of code.
    pub code: Vec<CodeBlock>,
    /// The formulas, without those in the words of a picture, which are read out as they are written.
    pub formulas: Vec<Formula>,
}

/// A block of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeBlock {
    /// What stands behind the fence. May be empty.
    pub info: String,
    /// The code.
    pub text: String,
    /// Where the block begins, in bytes.
    pub offset: usize,
}

/// A formula in LaTeX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The formula, without its dollar signs.
    pub source: String,
    /// Whether it stands on a line of its own.
    pub display: bool,
    /// Where it begins, in bytes.
    pub offset: usize,
}

/// The blocks of code and the formulas of a text, in the order in which the renderer comes to them.
#[must_use]
pub fn parts(text: &str) -> Parts {
    let events = spanned(text);
    let mut parts = Parts::default();
    let mut index = 0;
    while let Some((event, span)) = events.get(index) {
        let offset = span.start;
        match event {
            Event::Start(Tag::Image { .. }) => index = end(&events, index),
            Event::Start(Tag::CodeBlock(kind)) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                parts.code.push(CodeBlock { info, text: code(&events[index..]), offset });
            }
            Event::InlineMath(source) | Event::DisplayMath(source) => {
                let display = matches!(event, Event::DisplayMath(_));
                parts.formulas.push(Formula { source: source.to_string(), display, offset });
            }
            _ => {}
        }
        index += 1;
    }
    parts
}

/// The text of the block of code that the events begin with.
fn code(events: &[Spanned<'_>]) -> String {
    match events.get(1) {
        Some((Event::Text(text), _)) => text.to_string(),
        _ => String::new(),
    }
}
