//! Terminal output: diagnostics, and the steps of a long command. Native only.

pub(crate) mod diagnostics;
pub(crate) mod excerpt;
pub(crate) mod exit;
pub(crate) mod steps;
