//! Lists, tasks and quotes: Enter continues them, Tab nests them, a command makes them.

pub mod enter;
pub mod indent;
mod numbers;
pub mod prefix;
pub mod toggle;

pub use enter::enter;
pub use indent::{indent, outdent};
pub use toggle::toggle;
