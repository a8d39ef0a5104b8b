//! Writes footnotes: a raised link to an item of a list at the end.

use super::convert::Convert;
use super::references::target;
use crate::markdown::compose::{Block, Token, joined, prefixed};

impl Convert<'_> {
    /// Writes the reference to a footnote. `false` if a raised text is none.
    pub(super) fn note(&mut self, sup: usize, out: &mut Vec<Token>) -> bool {
        let number = target(self.tree, sup).and_then(|target| self.footnotes.get(target)).copied();
        out.extend(number.map(Token::Note));
        if number.is_some() {
            self.notes.translated("footnotes");
        }
        number.is_some()
    }

    /// The texts of footnotes, if a list has nothing else.
    pub(super) fn footnote_list(&mut self, id: usize) -> Option<Vec<Block>> {
        let tree = self.tree;
        let items: Vec<usize> = tree.children(id).iter().copied().filter(|child| !tree.is_blank(*child)).collect();
        let numbers: Option<Vec<usize>> =
            items.iter().map(|item| self.footnotes.get(tree.attribute(*item, "id")?).copied()).collect();
        let numbers = numbers.filter(|numbers| !numbers.is_empty())?;
        let mut notes = Vec::new();
        for (number, item) in numbers.into_iter().zip(items) {
            let blocks = self.flow(tree.children(item), &[]);
            notes.push(Block::other(prefixed(&joined(&blocks), &format!("[^{number}]: "), "    ")));
        }
        Some(notes)
    }

    /// Whether a link leads from the text of a footnote back to its reference.
    pub(super) fn leads_back(&self, link: usize) -> bool {
        let tree = self.tree;
        !self.footnotes.is_empty()
            && tree.attribute(link, "href").is_some_and(|href| href.starts_with('#'))
            && tree.words(link).starts_with(['↩', '↑', '^', '⤴'])
    }
}
