//! Writes words and marks as Markdown that reads back as the same words and marks. Bundler and editor; the readers'
//! program does not use it.

mod address;
mod block;
mod escape;
mod line;
mod read_back;
mod tokens;

pub use block::{Block, Kind, around, joined, paragraphs, prefixed, tight};
pub use escape::Place;
pub use line::line;
pub use tokens::{Mark, Token, tidy};
