//! The author's tools, by their output in a terminal.

mod checks;
mod columns;
mod drafts;
mod external;
mod import;
mod lints;
mod mistakes;
#[cfg(unix)]
mod names;
mod new;
pub(crate) mod project;
mod today;
mod volume;
