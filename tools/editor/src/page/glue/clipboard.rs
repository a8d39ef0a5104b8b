//! HTML of the clipboard, as the tree that is translated. The browser parses it into a document of its own, in which nothing
//! is loaded and no script runs.

use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

use super::dom;
use crate::text::paste::{Pasted, Tree, to_markdown};

/// Translates what is in the clipboard.
pub(crate) fn markdown(html: &str, plain: &str, language: Option<&str>) -> Option<Pasted> {
    let document = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let body = document.query_selector("body").ok()??;
    let mut tree = Tree::default();
    fill(&mut tree, &body);
    Some(to_markdown(&tree, plain, language))
}

/// Fills the tree with what is in a node. With a list of what is to be done: a document may be nested deeply.
fn fill(tree: &mut Tree, body: &Element) {
    let mut todo: Vec<Option<Node>> = children(body);
    while let Some(next) = todo.pop() {
        let Some(node) = next else {
            tree.close();
            continue;
        };
        match node.node_type() {
            Node::TEXT_NODE => tree.text(&node.node_value().unwrap_or_default()),
            Node::ELEMENT_NODE => {
                let element: &Element = node.unchecked_ref();
                let names = element.get_attribute_names();
                let names = names.iter().filter_map(|name| name.as_string());
                let attributes = names.map(|name| (name.to_ascii_lowercase(), dom::attribute(element, &name)));
                tree.open(&element.tag_name().to_ascii_lowercase(), attributes.collect());
                todo.push(None);
                todo.extend(children(element));
            }
            _ => {}
        }
    }
}

/// The nodes in one, the last first.
fn children(element: &Element) -> Vec<Option<Node>> {
    dom::list(&element.child_nodes()).into_iter().rev().map(Some).collect()
}
