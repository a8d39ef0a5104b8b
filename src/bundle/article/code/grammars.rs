//! The grammars that code is highlighted by.

use std::sync::LazyLock;

use syntect::parsing::SyntaxSet;

/// All grammars. They are read in a few milliseconds, and each compiled when a text first needs it.
pub(super) static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);
