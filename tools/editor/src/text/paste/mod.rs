//! HTML of the clipboard becomes Markdown: from browsers, Google Docs, Word, GitHub, VS Code.
//!
//! The browser parses the HTML and fills a [`Tree`]. `tree → blocks, each with its lines → Markdown`; a line is written
//! by the library, which reads it back. At last the words of both sides are compared: if one is lost, the plain text of
//! the clipboard is pasted.

mod blocks;
mod code;
mod inline;
mod insert;
mod lists;
mod rules;
mod tables;
#[cfg(test)]
mod tests;
mod tree;
mod words;

use personal_page::markdown::compose::{Kind, joined};

pub use insert::insert;
pub use tree::{Element, Node, Tree};

/// What is pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// Markdown, without a line ending at its end.
    pub markdown: String,
    /// Whether it is words within a line, and no block.
    pub is_inline: bool,
    /// Pictures that are not on the web but in the clipboard or on a disk. They are not in the Markdown.
    pub lost_pictures: usize,
}

/// Translates what is in the clipboard. `plain` is its plain text. `language` is that of the code, if an editor of code
/// tells it: Markdown stays as it is.
#[must_use]
pub fn to_markdown(tree: &Tree, plain: &str, language: Option<&str>) -> Pasted {
    let as_it_is = || {
        let markdown = plain.replace("\r\n", "\n").trim_matches('\n').to_owned();
        Pasted { is_inline: !markdown.contains('\n'), markdown, lost_pictures: 0 }
    };
    if matches!(language, Some("markdown" | "plaintext" | "mdx")) {
        return as_it_is();
    }
    let mut convert = blocks::Convert::new(tree, language.unwrap_or_default());
    let blocks = convert.flow(tree.children(tree.root()), &[]);
    let markdown = joined(&blocks);
    let is_inline = matches!(&blocks[..], [block] if block.kind == Kind::Paragraph);
    let pasted = Pasted { markdown, is_inline, lost_pictures: convert.lost_pictures };
    let loses_words = words::of_tree(tree) != words::of_markdown(&pasted.markdown);
    if loses_words && !plain.trim().is_empty() { as_it_is() } else { pasted }
}
