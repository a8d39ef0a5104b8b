//! Pairs opening and closing tags. A pair lies within one element of the Markdown: no tag reaches out of a quote, a
//! list or a paragraph, and so none can break what is around it.

use std::collections::HashMap;

use super::allowed::VOID;
use crate::bundle::tags::scan::{Kind, Token};
use crate::markdown::RawHtml;

/// How a tag is related to others, by index.
#[derive(Clone, Copy, Default)]
pub(super) struct Pair {
    /// The tag that closes this, or that this closes.
    pub(super) partner: Option<usize>,
    /// The opening tag of the element that this is in.
    pub(super) parent: Option<usize>,
}

/// Pairs the tags of a text, each given with the index of its piece.
pub(super) fn pairs(pieces: &[RawHtml], tokens: &[(usize, Token)]) -> Vec<Pair> {
    let mut pairs = vec![Pair::default(); tokens.len()];
    // The open tags in each element of the Markdown.
    let mut open: HashMap<usize, Vec<(usize, &str)>> = HashMap::new();
    for (number, (piece, token)) in tokens.iter().enumerate() {
        let open = open.entry(pieces[*piece].container).or_default();
        pairs[number].parent = open.last().map(|(parent, _)| *parent);
        match &token.kind {
            Kind::Open { name, .. } if !VOID.contains(&name.as_str()) => open.push((number, name)),
            Kind::Close { name } => {
                if let Some(at) = open.iter().rposition(|(_, known)| known == name) {
                    let partner = open[at].0;
                    // Tags that are still open in it are never closed.
                    open.truncate(at);
                    pairs[number].partner = Some(partner);
                    pairs[partner].partner = Some(number);
                }
            }
            _ => {}
        }
    }
    pairs
}
