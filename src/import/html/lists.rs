//! Lists of items, and of terms with their definitions.

use super::convert::Convert;
use crate::markdown::compose::{self, Block, Kind, Place, joined, prefixed, tidy, tight};

impl Convert<'_> {
    pub(super) fn list(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        if let Some(notes) = self.footnote_list(id) {
            return notes;
        }
        // Without items, it has blocks that WordPress fills in, or another list.
        if !tree.children(id).iter().any(|child| tree.is(*child, "li")) {
            return self.flow(tree.children(id), &[]);
        }
        let ordered = tree.is(id, "ol");
        if ordered
            && (tree.attribute(id, "reversed").is_some() || tree.attribute(id, "type").is_some_and(|kind| kind != "1"))
        {
            let line = tree.node(id).line;
            let message = "a list counts backwards or by letters, and is numbered 1, 2, 3 now";
            self.notes.open(line, message, "write the letters into the items, if the text refers to them");
        }
        let first = tree
            .attribute(id, "start")
            .and_then(|start| start.parse::<u32>().ok())
            .filter(|start| *start < 999_999_999);
        let mut number = first.unwrap_or(1);
        let (mut items, mut loose) = (Vec::new(), false);
        let mut last: Option<Vec<Block>> = None;
        for child in self.items(id) {
            let is_item = child.iter().any(|node| tree.is(*node, "li"));
            let nodes: Vec<usize> = if is_item { tree.children(child[0]).to_vec() } else { child.clone() };
            let blocks = self.flow(&nodes, &[]);
            if is_item {
                if let Some(blocks) = last.take() {
                    items.push(blocks);
                }
                loose |= nodes.iter().any(|node| tree.is(*node, "p"))
                    && blocks.len() > 1
                    && blocks[1].kind == Kind::Paragraph;
                last = Some(task(tree, &nodes, blocks));
            } else if !blocks.is_empty() {
                // A list within a list, and not in an item, belongs to the item before it.
                last.get_or_insert_default().extend(blocks);
            }
        }
        items.extend(last);
        // The caption of a picture is shown only in a paragraph.
        let captioned = |block: &Block| block.kind == Kind::Other && block.text.starts_with("![");
        let apart = |block: &Block| !matches!(block.kind, Kind::Bullets | Kind::Numbers);
        loose |= items.iter().any(|blocks| blocks.iter().any(captioned) || blocks.iter().skip(1).any(apart));
        let mut lines = Vec::new();
        for blocks in &items {
            let marker = if ordered { format!("{number}. ") } else { "- ".to_owned() };
            number = number.saturating_add(1);
            let text = if loose { joined(blocks) } else { tight(blocks) };
            let text = if text.starts_with("---") { text.replacen("---", "***", 1) } else { text };
            lines.push(prefixed(&text, &marker, &" ".repeat(marker.len())));
        }
        if lines.is_empty() {
            return Vec::new();
        }
        let kind = if ordered { Kind::Numbers } else { Kind::Bullets };
        vec![Block { text: lines.join(if loose { "\n\n" } else { "\n" }), kind }]
    }

    /// The children of a list: each item alone, and what is between items together.
    fn items(&self, id: usize) -> Vec<Vec<usize>> {
        let tree = self.tree;
        let mut items: Vec<Vec<usize>> = Vec::new();
        for child in tree.children(id).iter().filter(|child| !tree.is_blank(**child)) {
            match items.last_mut() {
                Some(last) if !tree.is(*child, "li") && !tree.is(last[0], "li") => last.push(*child),
                _ => items.push(vec![*child]),
            }
        }
        items
    }

    /// Terms with their definitions. Terms without a definition are a paragraph, and so is a definition without a term.
    pub(super) fn definitions(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        let (mut blocks, mut list, mut terms) = (Vec::new(), String::new(), Vec::new());
        let children = tree.children(id).iter();
        let parts = children
            .flat_map(|part| if tree.is(*part, "div") { tree.children(*part) } else { std::slice::from_ref(part) });
        for part in parts.copied().filter(|part| !tree.is_blank(*part)) {
            if tree.is(part, "dt") {
                let tokens = self.inlines(tree.children(part));
                terms.extend(
                    tidy(tokens).iter().map(|line| compose::line(line, Place::Paragraph).replace("\\\n", "<br>")),
                );
                continue;
            }
            let content =
                if tree.is(part, "dd") { self.flow(tree.children(part), &[]) } else { self.flow(&[part], &[]) };
            if terms.is_empty() && list.is_empty() {
                blocks.extend(content);
                continue;
            }
            if !terms.is_empty() {
                list.push_str(if list.is_empty() { "" } else { "\n\n" });
                list.push_str(&std::mem::take(&mut terms).join("\n"));
            }
            list.push_str(&["\n", &prefixed(&joined(&content), ": ", "  ")].concat());
        }
        if !list.is_empty() {
            blocks.push(Block::other(list));
        }
        blocks.extend(terms.into_iter().map(|text| Block { text, kind: Kind::Paragraph }));
        blocks
    }
}

/// An item with a check box is a task.
fn task(tree: &super::tree::Tree, nodes: &[usize], mut blocks: Vec<Block>) -> Vec<Block> {
    let inside = nodes.iter().flat_map(|node| std::iter::once(*node).chain(tree.descendants(*node)));
    let box_of = inside.take(4).find(|id| tree.is(*id, "input") && tree.attribute(*id, "type") == Some("checkbox"));
    if let (Some(id), Some(first)) = (box_of, blocks.first_mut().filter(|block| block.kind == Kind::Paragraph)) {
        let sign = if tree.attribute(id, "checked").is_some() { "[x] " } else { "[ ] " };
        first.text.insert_str(0, sign);
    }
    blocks
}
