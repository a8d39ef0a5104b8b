//! Builds the nodes of a text from what html5ever's parser says.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, local_name, ns, parse_fragment};

/// The index of the root.
pub(super) const ROOT: usize = 0;

/// What a node is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Content {
    #[default]
    Root,
    Element {
        name: String,
        attributes: Vec<(String, String)>,
    },
    Text(String),
    Comment(String),
}

/// A node while its text is parsed.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) content: Content,
    pub(super) children: Vec<usize>,
    pub(super) line: usize,
    parent: Option<usize>,
}

/// Parses the content of a `<body>`.
pub(super) fn parse(html: &str) -> Vec<Parsed> {
    let sink = Sink { nodes: RefCell::new(vec![Parsed::default()]), line: Cell::new(1) };
    let body = QualName::new(None, ns!(html), local_name!("body"));
    let mut nodes = parse_fragment(sink, ParseOpts::default(), body, Vec::new(), false).one(html);
    // Between the root and the content, the parser puts an `<html>`.
    for node in &mut nodes {
        if matches!(&node.content, Content::Element { name, .. } if name == "html") {
            node.content = Content::Root;
        }
    }
    nodes
}

struct Sink {
    nodes: RefCell<Vec<Parsed>>,
    line: Cell<usize>,
}

/// An index, and the name; that of what is no element is empty.
#[derive(Clone)]
struct Handle {
    id: usize,
    name: Rc<QualName>,
}

impl Sink {
    fn add(&self, content: Content, name: Option<QualName>) -> Handle {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Parsed { content, children: Vec::new(), line: self.line.get(), parent: None });
        Handle { id: nodes.len() - 1, name: Rc::new(name.unwrap_or_else(nameless)) }
    }

    /// Puts a node or a text into a parent, before the child at an index.
    fn insert(&self, parent: usize, at: usize, child: NodeOrText<Handle>) {
        let id = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node.id);
                node.id
            }
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = at.checked_sub(1).map(|before| nodes[parent].children[before]);
                if let Some(Content::Text(known)) = before.map(|before| &mut nodes[before].content) {
                    known.push_str(&text);
                    return;
                }
                drop(nodes);
                self.add(Content::Text(text.to_string()), None).id
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        let at = at.min(nodes[parent].children.len());
        nodes[parent].children.insert(at, id);
        nodes[id].parent = Some(parent);
    }

    fn detach(&self, id: usize) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[id].parent.take()
            && let Some(at) = nodes[parent].children.iter().rposition(|child| *child == id)
        {
            nodes[parent].children.remove(at);
        }
    }
}

fn nameless() -> QualName {
    QualName::new(None, ns!(), local_name!(""))
}

fn pairs(attributes: Vec<Attribute>) -> Vec<(String, String)> {
    attributes.into_iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect()
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Vec<Parsed>;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Vec<Parsed> {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: ROOT, name: Rc::new(nameless()) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let content = Content::Element { name: name.local.to_string(), attributes: pairs(attributes) };
        self.add(content, Some(name))
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.add(Content::Comment(text.to_string()), None)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.add(Content::Comment(String::new()), None)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(node.id);
        }
        let at = self.nodes.borrow()[parent.id].children.len();
        self.insert(parent.id, at, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        if self.nodes.borrow()[element.id].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(node.id);
        }
        let Some(parent) = self.nodes.borrow()[sibling.id].parent else { return };
        let at = self.nodes.borrow()[parent].children.iter().rposition(|child| *child == sibling.id);
        self.insert(parent, at.unwrap_or_default(), child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        if let Content::Element { attributes: known, .. } = &mut self.nodes.borrow_mut()[target.id].content {
            for (name, value) in pairs(attributes) {
                if known.iter().all(|(one, _)| *one != name) {
                    known.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[node.id].children);
        for child in &children {
            nodes[*child].parent = Some(new_parent.id);
        }
        nodes[new_parent.id].children.extend(children);
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).unwrap_or(usize::MAX));
    }
}
