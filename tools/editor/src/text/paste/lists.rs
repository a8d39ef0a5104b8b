//! Lists, also those that Word writes as paragraphs.

use personal_page::markdown::compose::{Block, Kind, joined, prefixed, tight};

use super::blocks::Convert;
use super::tree::Node;

impl Convert<'_> {
    /// A list. One right after another of its kind has another sign, so that it stays a list of its own.
    pub(super) fn list(&mut self, id: usize, after: Option<Kind>) -> Option<Block> {
        let tree = self.tree;
        let is_ordered = tree.name(id) == "ol";
        let start = tree.attribute(id, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let mut items: Vec<Vec<Block>> = Vec::new();
        for child in tree.children(id).iter().filter(|child| !tree.is_blank(**child)) {
            let is_item = tree.name(*child) == "li";
            let blocks = if is_item { self.item(*child) } else { self.flow(&[*child], &[]) };
            match items.last_mut().filter(|_| !is_item) {
                // Google Docs puts a nested list beside its item.
                Some(last) => last.extend(blocks),
                None if !blocks.is_empty() => items.push(blocks),
                None => {}
            }
        }
        written(&items, is_ordered.then_some(start), after)
    }

    fn item(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        let mut blocks = self.flow(tree.children(id), &[]);
        let is_box = |id: &usize| tree.name(*id) == "input" && tree.attribute(*id, "type") == Some("checkbox");
        let is_nested = |id: &usize| matches!(tree.name(*id), "ul" | "ol");
        let boxes = tree.descendants(id).into_iter().take_while(|id| !is_nested(id)).find(is_box);
        if let Some((first, id)) = blocks.first_mut().filter(|block| block.kind == Kind::Paragraph).zip(boxes) {
            let sign = if tree.attribute(id, "checked").is_some() { "[x] " } else { "[ ] " };
            first.text.insert_str(0, sign);
        }
        blocks
    }

    /// How many of the nodes, from the first on, are items of a list of Word.
    pub(super) fn word_items(&self, nodes: &[usize]) -> usize {
        let mut items = 0;
        for (index, node) in nodes.iter().enumerate() {
            if self.word_level(*node).is_some() {
                items = index + 1;
            } else if !self.tree.is_blank(*node) {
                break;
            }
        }
        items
    }

    /// The level of an item of Word, from 1: `mso-list: l0 level2 lfo1`.
    fn word_level(&self, id: usize) -> Option<usize> {
        let style = self.tree.style(id, "mso-list")?;
        let level = style.split_whitespace().find_map(|word| word.strip_prefix("level"))?;
        level.parse().ok().filter(|level| (1..=9).contains(level))
    }

    pub(super) fn word_list(&mut self, nodes: &[usize], after: Option<Kind>) -> Block {
        let mut open: Vec<WordList> = vec![WordList::default()];
        for node in nodes {
            let Some(level) = self.word_level(*node) else { continue };
            while open.len() > level {
                close(&mut open);
            }
            while open.len() < level {
                open.push(WordList::default());
            }
            let number = self.word_number(*node);
            let blocks = self.flow(self.tree.children(*node), &[]);
            if let Some(list) = open.last_mut() {
                if list.items.is_empty() {
                    list.start = number;
                }
                list.items.push(blocks);
            }
        }
        while open.len() > 1 {
            close(&mut open);
        }
        let list = open.pop().unwrap_or_default();
        written(&list.items, list.start, after).unwrap_or_else(|| Block::other(String::new()))
    }

    /// The number that Word shows before an item. `None` for other signs.
    fn word_number(&self, id: usize) -> Option<u32> {
        let tree = self.tree;
        let ignored = |id: &usize| tree.style(*id, "mso-list").is_some_and(|list| list == "ignore");
        let sign = tree.descendants(id).into_iter().find(ignored)?;
        let texts = tree.descendants(sign).into_iter().filter_map(|id| match tree.node(id) {
            Node::Text(text) => Some(text.trim()),
            Node::Element(_) => None,
        });
        let sign: String = texts.collect();
        let number = sign.trim_end_matches(['.', ')']);
        match number.parse() {
            Ok(number) => Some(number),
            Err(_) => (number.len() < sign.len() && number.chars().all(char::is_alphanumeric)).then_some(1),
        }
    }
}

#[derive(Default)]
struct WordList {
    items: Vec<Vec<Block>>,
    start: Option<u32>,
}

/// Puts the innermost list into the last item of the one around it.
fn close(open: &mut Vec<WordList>) {
    let Some(inner) = open.pop() else { return };
    let Some((list, around)) = written(&inner.items, inner.start, None).zip(open.last_mut()) else { return };
    match around.items.last_mut() {
        Some(item) => item.push(list),
        None => around.items.push(vec![list]),
    }
}

/// The items of a list, numbered from `start`.
fn written(items: &[Vec<Block>], start: Option<u32>, after: Option<Kind>) -> Option<Block> {
    let is_list = |block: &Block| matches!(block.kind, Kind::Bullets | Kind::Numbers);
    let is_tight = |blocks: &Vec<Block>| blocks.iter().skip(1).all(is_list);
    let gap = if items.iter().all(is_tight) { "\n" } else { "\n\n" };
    let kind = if start.is_some() { Kind::Numbers } else { Kind::Bullets };
    let again = after == Some(kind);
    let item = |(index, blocks): (usize, &Vec<Block>)| {
        let sign = match start {
            Some(start) => format!("{}{} ", start.saturating_add(index as u32), if again { ')' } else { '.' }),
            None => if again { "* " } else { "- " }.to_owned(),
        };
        let text = if gap == "\n" { tight(blocks) } else { joined(blocks) };
        prefixed(&text, &sign, &" ".repeat(sign.len()))
    };
    let text = items.iter().enumerate().map(item).collect::<Vec<_>>().join(gap);
    (!items.is_empty()).then_some(Block { text, kind })
}
