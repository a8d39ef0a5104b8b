//! Lists, tasks and quotes: Enter continues them, Tab nests them.

pub mod enter;
pub mod indent;
mod numbers;
pub mod prefix;

pub use enter::enter;
pub use indent::{indent, outdent};
