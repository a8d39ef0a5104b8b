//! What the browser offers, in the few forms that the editor needs: JavaScript values, requests, files, the clipboard.
//! Browser only.
//!
//! Interfaces that are young or differ between browsers are called by their names, so that a browser without one
//! answers with an error instead of not starting the program.

pub(crate) mod clock;
pub mod js;
pub mod request;
pub mod vault;
