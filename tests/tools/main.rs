//! The author's tools, as a terminal shows them.

mod checks;
mod external;
mod mistakes;
mod new;
mod project;
