//! What a parser does not tell: text that looks like markup and is none, and markup that loses text.

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

use super::spanned::Spanned;
use crate::content::Dialect;

pub use alerts::ALERTS;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// What it is.
    pub kind: LintKind,
    /// Where it is, in bytes.
    pub span: Range<usize>,
    /// What a message names: the label, the words that are lost.
    pub words: String,
}

/// The kinds of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LintKind {
    /// `[text][label]` or `[label][]`, and nothing defines the label.
    UndefinedLabel,
    /// `[text](a path)`: a space ends a destination.
    SpaceInDestination,
    /// `[label]: …` that nothing refers to.
    UnusedLabel,
    /// `[^label]` without a note.
    UndefinedFootnote,
    /// A note that nothing refers to.
    UnusedFootnote,
    /// A note whose label another has already.
    RepeatedFootnote,
    /// A fence that nothing closes.
    OpenFence,
    /// Cells of a row beyond the columns of the table.
    ExtraCells,
    /// A row of dashes with more or fewer cells than the row above it, and so no table.
    UnevenTable,
    /// A row of dashes in the middle of a paragraph.
    TableInParagraph,
    /// `> [!NAME]` with a name that is none of the five.
    UnknownAlert,
    /// `> [!NOTE]` with words behind it.
    AlertWithTitle,
    /// `$$` whose end is beyond an empty line.
    BrokenFormula,
    /// `$$` on a line of its own without an end.
    OpenFormula,
    /// An item that is indented, but too little to be below the one above.
    ShallowItem,
    /// `<!--` in a line of text that an empty line or nothing ends.
    BrokenComment,
    /// `<name a=…` that is no tag to Markdown, with any name.
    BrokenTag,
}

/// A definition of a link: its label, where it leads, and where it is, in bytes.
pub(super) type Definition = (String, String, Range<usize>);

/// All of a text, in its order.
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
