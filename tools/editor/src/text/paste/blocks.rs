//! Turns nodes into blocks of Markdown.

use personal_page::markdown::compose::{self, Block, Kind, Mark, Place, joined, paragraphs, prefixed, tidy};

use super::rules::{is_block, is_hidden, is_styled_code};
use super::tree::Tree;

pub(super) struct Convert<'a> {
    pub(super) tree: &'a Tree,
    /// The language of code that does not tell it.
    pub(super) language: &'a str,
    pub(super) lost_pictures: usize,
    /// Whether a node is a block, or has one in it.
    has_block: Vec<bool>,
    /// How many levels headings go down: the site has the only `h1`.
    shift: usize,
}

impl<'a> Convert<'a> {
    pub(super) fn new(tree: &'a Tree, language: &'a str) -> Self {
        let mut has_block = vec![false; tree.len()];
        for id in (0..tree.len()).rev() {
            let inside = tree.children(id).iter().any(|child| has_block[*child]);
            has_block[id] = !is_hidden(tree, id) && (inside || is_block(tree.name(id)));
        }
        let shift = usize::from((0..tree.len()).any(|id| tree.name(id) == "h1"));
        Self { tree, language, lost_pictures: 0, has_block, shift }
    }

    pub(super) fn has_block(&self, id: usize) -> bool {
        self.has_block[id]
    }

    /// The blocks of nodes beside each other. `marks` are around each of their lines.
    pub(super) fn flow(&mut self, nodes: &[usize], marks: &[Mark]) -> Vec<Block> {
        let (mut blocks, mut line, mut at) = (Vec::new(), Vec::new(), 0);
        while let Some(node) = nodes.get(at) {
            at += 1;
            if !self.has_block[*node] {
                line.push(*node);
                continue;
            }
            self.lines(&std::mem::take(&mut line), marks, &mut blocks);
            let after = blocks.last().map(|block| block.kind);
            let items = self.word_items(&nodes[at - 1..]);
            if items > 0 {
                let list = self.word_list(&nodes[at - 1..][..items], after);
                blocks.push(list);
                at += items - 1;
            } else {
                let found = self.block(*node, marks, after);
                blocks.extend(found);
            }
        }
        self.lines(&line, marks, &mut blocks);
        blocks
    }

    fn lines(&mut self, nodes: &[usize], marks: &[Mark], blocks: &mut Vec<Block>) {
        let tokens = self.inlines(nodes, false);
        blocks.extend(paragraphs(tokens, marks));
    }

    fn block(&mut self, id: usize, marks: &[Mark], after: Option<Kind>) -> Vec<Block> {
        let tree = self.tree;
        match tree.name(id) {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(id),
            "ul" | "ol" | "menu" | "dir" => self.list(id, after).into_iter().collect(),
            "dl" => self.definitions(id),
            "table" => self.table(id),
            "pre" => self.code(id),
            _ if is_styled_code(tree, id) => self.code(id),
            "blockquote" => {
                let blocks = self.flow(tree.children(id), marks);
                let quote = || Block::other(prefixed(&joined(&blocks), "> ", "> "));
                (!blocks.is_empty()).then(quote).into_iter().collect()
            }
            "hr" => vec![Block::other("---".to_owned())],
            name => {
                let set = super::rules::type_of(tree, id);
                let mut marks = marks.to_vec();
                let mut add = |is_set: bool, mark: Mark| {
                    if is_set && !marks.contains(&mark) {
                        marks.push(mark)
                    }
                };
                add(set.strong == Some(true), Mark::Strong);
                add(set.emphasis == Some(true), Mark::Emphasis);
                add(set.deleted, Mark::Deleted);
                let address = tree.attribute(id, "href").filter(|href| name == "a" && super::rules::leads(href));
                if let Some(address) = address {
                    add(true, Mark::Link(address.trim().to_owned(), String::new()));
                }
                self.flow(tree.children(id), &marks)
            }
        }
    }

    fn heading(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        let level = usize::from(tree.name(id).as_bytes()[1] - b'0') + self.shift;
        let tokens = self.inlines(tree.children(id), true);
        let lines: Vec<String> = tidy(tokens).iter().map(|line| compose::line(line, Place::Heading)).collect();
        let text = ["#".repeat(level.min(6)), " ".to_owned(), lines.join(" ")].concat();
        if lines.is_empty() { Vec::new() } else { vec![Block::other(text)] }
    }

    fn definitions(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        let grouped =
            |part: &usize| if tree.name(*part) == "div" { tree.children(*part).to_vec() } else { vec![*part] };
        let mut blocks: Vec<Block> = Vec::new();
        let mut follows_term = false;
        for part in tree.children(id).iter().flat_map(grouped) {
            let content =
                if tree.name(part) == "dd" { self.flow(tree.children(part), &[]) } else { self.flow(&[part], &[]) };
            let text = joined(&content);
            if text.is_empty() {
                continue;
            }
            match blocks.last_mut().filter(|_| follows_term && tree.name(part) == "dd") {
                Some(term) => term.text.push_str(&["\n", &prefixed(&text, ": ", "  ")].concat()),
                None => blocks.push(Block::other(text)),
            }
            follows_term = content.len() == 1 || follows_term && tree.name(part) == "dd";
        }
        blocks
    }
}
