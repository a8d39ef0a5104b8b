//! From the owner's files to a static site. Native only.

pub mod diagnostic;

pub use diagnostic::{Diagnostic, Diagnostics, Severity};
