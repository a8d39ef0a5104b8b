//! What highlights code: the bundler has all grammars; the editor asks a program of its own, which loads them by language.

use std::ops::Range;
use std::sync::Arc;
#[cfg(not(target_arch = "wasm32"))]
use std::sync::LazyLock;

#[cfg(not(target_arch = "wasm32"))]
use syntect::parsing::SyntaxSet;

#[cfg(not(target_arch = "wasm32"))]
use super::highlight;
use super::names::Names;
use super::spans::ROLES;
use crate::bundle::article::costly::{Costly, Span};

/// The grammars by their indices in the whole set.
pub(crate) struct Grammars {
    pub(super) names: Names,
    source: Source,
}

enum Source {
    #[cfg(not(target_arch = "wasm32"))]
    All(&'static SyntaxSet),
    /// Those that another program has loaded.
    Other(Arc<dyn Costly>),
}

impl Grammars {
    /// All grammars.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn all() -> &'static Self {
        static ALL: LazyLock<Grammars> =
            LazyLock::new(|| Grammars { names: Names::of(set()), source: Source::All(set()) });
        &ALL
    }

    /// Those that another program has loaded.
    pub(crate) fn of_other(names: Names, other: Arc<dyn Costly>) -> Self {
        Self { names, source: Source::Other(other) }
    }

    /// The names of all grammars.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// The spans of a code that have a role, in order. `None` if its grammar is not loaded.
    pub(super) fn spans(&self, index: usize, text: &str) -> Option<Vec<(&'static str, Range<usize>)>> {
        match &self.source {
            #[cfg(not(target_arch = "wasm32"))]
            Source::All(set) => Some(highlight::spans(set.syntaxes().get(index)?, set, text)),
            Source::Other(other) => Some(in_order(other.spans(&self.names.id(index), text)?, text)),
        }
    }
}

/// The whole set. It loads in a few milliseconds; each grammar is compiled when first used.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn set() -> &'static SyntaxSet {
    static SET: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);
    &SET
}

/// The spans that are in the text, one after another, with the names of their roles.
fn in_order(spans: Vec<Span>, text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut done = 0;
    let named = spans.into_iter().filter_map(|(role, start, end)| {
        let is_right = done <= start && text.get(start..end).is_some();
        let role = ROLES.get(role).filter(|_| is_right)?;
        done = end;
        Some((*role, start..end))
    });
    named.collect()
}
