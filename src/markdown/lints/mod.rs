//! Lints that the parser does not report: text that looks like markup but is not, and markup that loses text.

mod alerts;
mod fences;
mod footnotes;
mod formulas;
mod links;
mod lists;
mod literal;
mod tables;
mod tags;

use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event};

use super::events::spanned::Spanned;
use crate::content::Dialect;

pub use alerts::ALERTS;

/// A place in a text that its author probably did not mean so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// Its kind.
    pub kind: LintKind,
    /// Range in the text, in bytes.
    pub span: Range<usize>,
    /// What a message names, such as the label or the lost text.
    pub words: String,
}

/// The kinds of lints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LintKind {
    /// `[text][label]` or `[label][]` with an undefined label.
    UndefinedLabel,
    /// `[text](a path)`: a space ends a destination.
    SpaceInDestination,
    /// `[label]: …` that nothing refers to.
    UnusedLabel,
    /// `[^label]` without a note.
    UndefinedFootnote,
    /// A note that nothing refers to.
    UnusedFootnote,
    /// A note whose label is already taken.
    RepeatedFootnote,
    /// A fence that is never closed.
    OpenFence,
    /// Cells of a row beyond the columns of the table.
    ExtraCells,
    /// A delimiter row with more or fewer cells than the row above it, which makes no table.
    UnevenTable,
    /// A delimiter row in the middle of a paragraph.
    TableInParagraph,
    /// `> [!NAME]` with a name that is not one of the five.
    UnknownAlert,
    /// `> [!NOTE]` followed by text.
    AlertWithTitle,
    /// `$$` that is closed only after an empty line.
    BrokenFormula,
    /// `$$` on a line of its own that is never closed.
    OpenFormula,
    /// An item indented too little to be nested in the one above.
    ShallowItem,
    /// `<!--` within a line of text, without an end in the same paragraph.
    BrokenComment,
    /// `<name a=…` that Markdown does not read as a tag, with any name.
    BrokenTag,
}

/// A link definition: its label, its destination, and its range in bytes.
pub(super) type Definition = (String, String, Range<usize>);

/// All lints of a text, by offset.
pub(super) fn lints(
    text: &str,
    dialect: Dialect,
    events: &[Spanned<'_>],
    broken: Vec<BrokenLink<'_>>,
    definitions: Vec<Definition>,
) -> Vec<Lint> {
    let literal = literal::ranges(text, events);
    let mut lints = links::undefined(text, broken);
    lints.extend(links::unused(text, events, definitions));
    lints.extend(links::spaced(text, &literal));
    lints.extend(footnotes::lints(text, events, &literal));
    lints.extend(tags::comments(text, &literal));
    lints.extend(tags::broken(text, &literal));
    if dialect.math {
        lints.extend(formulas::lints(text, &literal));
    }
    for (index, (event, span)) in events.iter().enumerate() {
        if let Event::Start(tag) = event {
            lints.extend(fences::open(text, tag, span));
            lints.extend(tags::endless(text, tag, span));
            lints.extend(alerts::unknown(text, tag, events.get(index + 1..index + 3).unwrap_or_default()));
            lints.extend(lists::shallow(text, tag, &events[..=index]));
            tables::lints(text, tag, &events[index..], &mut lints);
        }
    }
    lints.sort_by_key(|lint| lint.span.start);
    lints
}
