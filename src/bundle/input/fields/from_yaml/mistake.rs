//! Why a document is none.

use granit_parser::{ErrorKind, ScanError};

use super::node::Place;

/// Why a document is none, with the line in it.
pub(super) struct Mistake {
    pub(super) line: usize,
    pub(super) reason: Reason,
}

pub(super) enum Reason {
    /// Too many values, or too deep in one another.
    TooDeep,
    Duplicate(String),
    Other(String),
}

impl Mistake {
    pub(super) fn new(at: &Place, message: impl Into<String>) -> Self {
        Self { line: at.line, reason: Reason::Other(message.into()) }
    }

    pub(super) fn of_parser(error: &ScanError) -> Self {
        let message = match error.kind() {
            ErrorKind::UnknownAnchor => "reference to unknown value".to_owned(),
            _ => error.info(),
        };
        let is_deep = message.contains("recursion limit");
        Self { line: error.marker().line(), reason: if is_deep { Reason::TooDeep } else { Reason::Other(message) } }
    }
}
