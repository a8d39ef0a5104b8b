//! The author's tools, as a terminal shows them.

#[path = "../fixtures/copy.rs"]
mod copy;

mod checks;
mod external;
mod mistakes;
mod new;
mod project;
mod today;
