//! Commands on the text of a post. Pure: a text and a selection go in, an edit comes out. Anywhere.
//!
//! All offsets are bytes of the file's text. [`field`] converts from and to the offsets of a text field.
//!
//! | Modules | What they are |
//! | --- | --- |
//! | [`selection`], [`edit`], [`field`], [`lines`], [`blocks`] | what commands are made of |
//! | [`marks`], [`link`], [`lists`], [`headings`], [`quote`], [`code_block`] | commands on what is selected |
//! | [`paste`] | HTML of the clipboard becomes Markdown |
//! | [`find`] | find and replace |
//! | [`front_matter`] | fields of the front matter, one changed at a time |
//! | [`history`], [`merge`], [`diff`] | undo, three-way merge, what differs |
//! | [`slugs`] | names of files |

pub mod blocks;
pub mod code_block;
pub mod diff;
pub mod edit;
pub mod field;
pub mod find;
pub mod front_matter;
pub mod graphemes;
pub mod headings;
pub mod history;
pub mod lines;
pub mod link;
pub mod lists;
pub mod marks;
pub mod merge;
pub mod paste;
pub mod quote;
pub mod selection;
pub mod slugs;
#[cfg(test)]
mod tested;
