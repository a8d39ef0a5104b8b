//! The state of a translation.

use std::collections::{BTreeMap, HashSet};

use super::references;
use super::tree::Tree;
use crate::import::notes::Notes;

/// A text that is being translated.
pub(super) struct Convert<'a> {
    pub(super) tree: &'a Tree,
    pub(super) notes: &'a mut Notes,
    /// Whether line ends break lines, as in WordPress's classic editor.
    pub(super) classic: bool,
    /// By how many levels headings move down: the first level is the title's.
    pub(super) shift: usize,
    /// The ids that links of the text lead to, and that no block has taken.
    pub(super) linked: HashSet<String>,
    /// The footnotes: the number of each by the id of its text.
    pub(super) footnotes: BTreeMap<String, usize>,
    /// Whether pictures are loaded late, so that each is in a `<noscript>` as well.
    pub(super) late: bool,
}

impl<'a> Convert<'a> {
    pub(super) fn new(tree: &'a Tree, html: &str, notes: &'a mut Notes) -> Self {
        let all = || tree.descendants(0);
        let shift = usize::from(all().any(|id| tree.is(id, "h1")));
        let target = |id| tree.attribute(id, "href").and_then(|href| href.strip_prefix('#')).map(str::to_owned);
        let linked = all().filter(|id| tree.is(*id, "a")).filter_map(target).filter(|id| !id.is_empty()).collect();
        let late = all().any(|id| ["data-src", "data-lazy-src"].iter().any(|key| tree.attribute(id, key).is_some()));
        let classic = is_classic(tree, html);
        Self { tree, notes, classic, shift, linked, footnotes: references::find(tree), late }
    }

    /// Tells of an element that is left out with its content.
    pub(super) fn left_out(&mut self, id: usize, name: &str) {
        let line = self.tree.node(id).line;
        let remedy = match name {
            "script" => "delete nothing: a text runs no scripts; write in Markdown what it showed",
            "style" => "write its rules into public/owner.css",
            "svg" => "save it as a file beside the post, and show that: ![What it shows](./drawing.svg)",
            "form" | "input" | "select" | "textarea" | "button" => {
                "link to a page that has the form: [Sign up](https://forms.example/)"
            }
            _ => "write in Markdown what it showed",
        };
        self.notes.open(line, format!("<{name}> is left out"), remedy);
    }
}

/// Whether a text is one of WordPress's classic editor: without blocks and paragraphs, but with empty lines.
fn is_classic(tree: &Tree, html: &str) -> bool {
    let blocks = html.contains("<!-- wp:") || tree.descendants(0).any(|id| tree.is(id, "p"));
    let empty_line = |id: &usize| {
        !tree.node(*id).has_block && {
            let text = tree.text(*id);
            let mut lines = text.split('\n');
            lines.next_back();
            text.split('\n').count() > 2 && lines.skip(1).any(|line| line.trim().is_empty())
        }
    };
    !blocks && tree.children(0).iter().any(empty_line)
}
