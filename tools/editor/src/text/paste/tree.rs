//! The tree of some HTML, as a browser has parsed it.

/// How deep elements are kept. What is deeper stands beside its parent: no function that follows the tree can overflow
/// the stack.
const MAX_DEPTH: usize = 60;

/// A node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// A text.
    Text(String),
}

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// In lower case.
    pub name: String,
    /// Names, in lower case, and values.
    pub attributes: Vec<(String, String)>,
    /// The nodes in it.
    pub children: Vec<usize>,
}

/// The nodes of some HTML, filled in the order of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    nodes: Vec<Node>,
    /// The element that each node is in.
    parents: Vec<usize>,
    /// The elements that are open, the root first.
    open: Vec<usize>,
    /// How many are open below the deepest that is kept.
    deeper: usize,
}

impl Default for Tree {
    fn default() -> Self {
        Self { nodes: vec![Node::Element(Element::default())], parents: vec![0], open: vec![0], deeper: 0 }
    }
}

impl Tree {
    /// Begins an element.
    pub fn open(&mut self, name: &str, attributes: Vec<(String, String)>) {
        let name = name.to_ascii_lowercase();
        if self.open.len() >= MAX_DEPTH {
            self.deeper += 1;
        } else {
            let id = self.add(Node::Element(Element { name, attributes, children: Vec::new() }));
            self.open.push(id);
        }
    }

    /// Adds a text to the element that is open.
    pub fn text(&mut self, text: &str) {
        self.add(Node::Text(text.to_owned()));
    }

    /// Ends an element.
    pub fn close(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if self.open.len() > 1 {
            self.open.pop();
        }
    }

    fn add(&mut self, node: Node) -> usize {
        let (id, parent) = (self.nodes.len(), self.open.last().copied().unwrap_or_default());
        self.nodes.push(node);
        self.parents.push(parent);
        if let Some(Node::Element(parent)) = self.nodes.get_mut(parent) {
            parent.children.push(id);
        }
        id
    }

    pub(super) fn root(&self) -> usize {
        0
    }

    pub(super) fn parent(&self, id: usize) -> usize {
        self.parents[id]
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, id: usize) -> &Node {
        &self.nodes[id]
    }

    pub(super) fn element(&self, id: usize) -> Option<&Element> {
        match &self.nodes[id] {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        }
    }

    /// The name of an element; empty for a text.
    pub(super) fn name(&self, id: usize) -> &str {
        self.element(id).map_or("", |element| &element.name)
    }

    pub(super) fn children(&self, id: usize) -> &[usize] {
        self.element(id).map_or(&[], |element| &element.children)
    }

    pub(super) fn attribute(&self, id: usize, name: &str) -> Option<&str> {
        let attributes = &self.element(id)?.attributes;
        attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn classes(&self, id: usize) -> impl Iterator<Item = &str> {
        self.attribute(id, "class").unwrap_or_default().split_whitespace()
    }

    /// A property of an element's own style.
    pub(super) fn style(&self, id: usize, property: &str) -> Option<String> {
        let style = self.attribute(id, "style")?;
        let mut declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
        let found = declarations.rfind(|(name, _)| name.trim().eq_ignore_ascii_case(property));
        found.map(|(_, value)| value.trim().to_ascii_lowercase())
    }

    /// The nodes in an element, in the order of the document.
    pub(super) fn descendants(&self, id: usize) -> Vec<usize> {
        let (mut found, mut next) = (Vec::new(), self.children(id).iter().rev().copied().collect::<Vec<_>>());
        while let Some(id) = next.pop() {
            found.push(id);
            next.extend(self.children(id).iter().rev());
        }
        found
    }

    pub(super) fn find(&self, id: usize, name: &str) -> Option<usize> {
        self.descendants(id).into_iter().find(|id| self.name(*id) == name)
    }

    /// Whether a node is a text of white space.
    pub(super) fn is_blank(&self, id: usize) -> bool {
        matches!(&self.nodes[id], Node::Text(text) if text.trim().is_empty())
    }
}
