//! The tree of an HTML text, as browsers parse it, of limited depth.

use super::elements;
use super::sink::{self, Content, Parsed};

/// Elements deeper than this are siblings of those at this depth, so that no text decides how deep functions recurse.
const MAX_DEPTH: usize = 100;

/// A node.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) content: Content,
    pub(super) children: Vec<usize>,
    /// Line of its beginning in the source, from 1.
    pub(super) line: usize,
    /// Whether it is a block, or has one in it.
    pub(super) has_block: bool,
}

/// All nodes. The first is the root.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    pub(super) fn parse(html: &str) -> Self {
        let mut tree = Self::limited(sink::parse(html));
        tree.find_blocks();
        tree
    }

    /// Copies what is reachable, in the order of the text, and limits its depth.
    fn limited(mut parsed: Vec<Parsed>) -> Self {
        let root = Node { content: Content::Root, children: Vec::new(), line: 1, has_block: true };
        let mut nodes = vec![root];
        // Nodes to copy: each with its parent in the copy, and the depth of that parent.
        let mut open: Vec<(usize, usize, usize)> = vec![(sink::ROOT, 0, 0)];
        while let Some((node, parent, depth)) = open.pop() {
            let Parsed { content, children, line, .. } = std::mem::take(&mut parsed[node]);
            let mut place = (parent, depth);
            if content != Content::Root {
                let copy = nodes.len();
                nodes[parent].children.push(copy);
                nodes.push(Node { content, children: Vec::new(), line, has_block: false });
                if depth < MAX_DEPTH {
                    place = (copy, depth + 1);
                }
            }
            open.extend(children.into_iter().rev().map(|child| (child, place.0, place.1)));
        }
        Self { nodes }
    }

    /// Children come after their parents: one pass backwards.
    fn find_blocks(&mut self) {
        for id in (0..self.nodes.len()).rev() {
            let own = self.element(id).is_some_and(elements::is_block);
            let inside = self.nodes[id].children.iter().any(|child| self.nodes[*child].has_block);
            self.nodes[id].has_block = own || inside;
        }
    }

    pub(super) fn node(&self, id: usize) -> &Node {
        &self.nodes[id]
    }

    pub(super) fn children(&self, id: usize) -> &[usize] {
        &self.nodes[id].children
    }

    /// The name of an element.
    pub(super) fn element(&self, id: usize) -> Option<&str> {
        match &self.nodes[id].content {
            Content::Element { name, .. } => Some(name),
            _ => None,
        }
    }

    pub(super) fn is(&self, id: usize, name: &str) -> bool {
        self.element(id) == Some(name)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, id: usize, key: &str) -> Option<&str> {
        match &self.nodes[id].content {
            Content::Element { attributes, .. } => {
                attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.trim())
            }
            _ => None,
        }
    }

    pub(super) fn attributes(&self, id: usize) -> &[(String, String)] {
        match &self.nodes[id].content {
            Content::Element { attributes, .. } => attributes,
            _ => &[],
        }
    }

    /// Whether an element has a class.
    pub(super) fn has_class(&self, id: usize, class: &str) -> bool {
        self.classes(id).any(|one| one == class)
    }

    pub(super) fn classes(&self, id: usize) -> impl Iterator<Item = &str> {
        self.attribute(id, "class").unwrap_or_default().split_ascii_whitespace()
    }

    /// All nodes in an element, in the order of the text, without itself.
    pub(super) fn descendants(&self, id: usize) -> impl Iterator<Item = usize> {
        let mut open: Vec<usize> = self.children(id).iter().rev().copied().collect();
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(self.children(next).iter().rev());
            Some(next)
        })
    }

    /// The first element of a name in another.
    pub(super) fn find(&self, id: usize, name: &str) -> Option<usize> {
        self.descendants(id).find(|node| self.is(*node, name))
    }

    /// The first element of a class in another.
    pub(super) fn find_class(&self, id: usize, class: &str) -> Option<usize> {
        self.descendants(id).find(|node| self.has_class(*node, class))
    }

    /// The text in a node, as the source has it.
    pub(super) fn text(&self, id: usize) -> String {
        let mut text = String::new();
        for node in std::iter::once(id).chain(self.descendants(id)) {
            match &self.nodes[node].content {
                Content::Text(piece) => text.push_str(piece),
                Content::Element { name, .. } if name == "br" => text.push('\n'),
                _ => {}
            }
        }
        text
    }

    /// The text in a node, on one line.
    pub(super) fn words(&self, id: usize) -> String {
        self.text(id).split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether a node shows nothing: white space, a comment.
    pub(super) fn is_blank(&self, id: usize) -> bool {
        match &self.nodes[id].content {
            Content::Text(text) => text.bytes().all(|byte| byte.is_ascii_whitespace()),
            Content::Comment(_) => true,
            _ => false,
        }
    }
}
