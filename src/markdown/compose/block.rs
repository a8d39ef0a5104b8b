//! Blocks of Markdown, and how they are put together.

use super::escape::Place;
use super::line::line;
use super::tokens::{Mark, Token, tidy};

/// A block of Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its lines.
    pub text: String,
    /// What it is.
    pub kind: Kind,
}

/// What matters to the blocks beside a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A paragraph.
    Paragraph,
    /// A list without numbers.
    Bullets,
    /// A list with numbers.
    Numbers,
    /// Any other block.
    Other,
}

impl Block {
    /// A block that is neither a paragraph nor a list.
    #[must_use]
    pub fn other(text: String) -> Self {
        Self { text, kind: Kind::Other }
    }
}

/// Blocks with an empty line between them.
#[must_use]
pub fn joined(blocks: &[Block]) -> String {
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// Blocks without an empty line between them, as in an item of a list: a paragraph, and the lists in it.
#[must_use]
pub fn tight(blocks: &[Block]) -> String {
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Puts something before each line: `first` before the first, `rest` before the others. Empty lines get no spaces.
#[must_use]
pub fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (index, line) in text.split('\n').enumerate() {
        let prefix = if index == 0 { first } else { rest };
        out.push_str(if index == 0 { "" } else { "\n" });
        out.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        out.push_str(line);
    }
    out
}

/// The paragraphs of tokens, with marks around each.
#[must_use]
pub fn paragraphs(tokens: Vec<Token>, marks: &[Mark]) -> Vec<Block> {
    let paragraph = |tokens: &Vec<Token>| Block { text: line(tokens, Place::Paragraph), kind: Kind::Paragraph };
    tidy(around(tokens, marks)).iter().map(paragraph).collect()
}

/// Tokens with marks around them.
#[must_use]
pub fn around(tokens: Vec<Token>, marks: &[Mark]) -> Vec<Token> {
    let open = marks.iter().cloned().map(Token::Open);
    open.chain(tokens).chain(marks.iter().rev().cloned().map(Token::Close)).collect()
}
