//! The syntect grammars for highlighting.

use std::sync::LazyLock;

use syntect::parsing::SyntaxSet;

/// All grammars. They load in a few milliseconds; each is compiled when first used.
pub(super) static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);
