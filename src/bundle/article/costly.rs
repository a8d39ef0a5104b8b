//! The costly work on the parts of a text. The editor has it in a program of its own, loaded when a text needs it.

use serde::{Deserialize, Serialize};

use crate::bundle::diagnostics::problem::Problem;

/// A span: the index of its role in [`ROLES`](crate::bundle::ROLES), and its start and end in bytes.
pub type Span = (usize, usize, usize);

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// The message for the author.
    pub message: String,
    /// Offset in the formula, in bytes.
    pub offset: usize,
}

/// A diagram as an `svg` element that a page may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// The element. Ids in it begin with U+0001.
    pub svg: String,
    /// The name that its author gave it in the source.
    pub name: Option<String>,
    /// Whether its source has links, which the drawing has not.
    pub has_links: bool,
}

/// What is wrong with a diagram.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiagramFault {
    /// What is wrong, and what to do about it.
    pub problem: Problem,
    /// Offset in the source, in bytes.
    pub offset: usize,
    /// Whether it is one of the machine, such as too little time: it may not come again.
    pub passing: bool,
}

/// Does the costly work.
pub trait Costly: Send + Sync {
    /// The spans of a code that have a role, in order. `None` if the grammar of this name is not loaded.
    fn spans(&self, grammar: &str, code: &str) -> Option<Vec<Span>>;

    /// A formula as MathML, or what is wrong with it. `None` if it cannot be said yet.
    fn mathml(&self, formula: &str, display: bool) -> Option<Result<String, Mistake>>;

    /// A diagram in Mermaid as a drawing, or what is wrong with it. `None` if this program draws none, as in a browser: what
    /// draws is larger than all else.
    fn diagram(&self, _source: &str) -> Option<Result<Drawing, DiagramFault>> {
        None
    }

    /// The HTML of a text without what may not be in a page. `None` if it cannot be said yet.
    fn sanitise(&self, html: &str) -> Option<String>;
}

/// Does none of it.
pub(crate) struct NoWork;

impl Costly for NoWork {
    fn spans(&self, _: &str, _: &str) -> Option<Vec<Span>> {
        None
    }

    fn mathml(&self, _: &str, _: bool) -> Option<Result<String, Mistake>> {
        None
    }

    fn sanitise(&self, _: &str) -> Option<String> {
        None
    }
}
