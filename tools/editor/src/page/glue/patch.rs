//! Makes the nodes of an element those of an HTML, and replaces only those that differ: focus, selection, pictures and
//! scroll positions of the others stay.

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTemplateElement, HtmlTextAreaElement, Node};

use super::dom;

/// Deeper nodes are replaced with what they are in. An author's HTML may be nested deeply, and this is recursive.
const MAX_DEPTH: u32 = 12;

/// On an element whose content the program fills in by itself.
const OWN: &str = "data-own";

/// Makes the children of an element those of an HTML. Its document may be that of the preview.
pub(crate) fn patch(element: &Element, html: &str) {
    if let Some(new) = parsed(element, html) {
        children(element, &new, 0);
    }
}

/// Makes some of the children of an element those of an HTML, with the text after each.
pub(crate) fn children_of(element: &Element, range: Range<usize>, html: &str) {
    let Some(new) = parsed(element, html) else { return };
    let all = element.children();
    let child = |index: usize| all.item(index as u32).map(Node::from);
    let after = child(range.end);
    let mut olds = Vec::new();
    let mut next = child(range.start);
    while let Some(node) = next.take_if(|node| Some(&*node) != after.as_ref()) {
        next = node.next_sibling();
        olds.push(node);
    }
    nodes(element, (&olds, &dom::list(&new.child_nodes())), after.as_ref(), 0);
}

/// The nodes of an HTML.
fn parsed(element: &Element, html: &str) -> Option<Node> {
    let template = element.owner_document()?.create_element("template").ok()?;
    template.set_inner_html(html);
    let template: HtmlTemplateElement = template.unchecked_into();
    Some(template.content().into())
}

/// Makes the children of a node those of another, which loses some of them.
fn children(parent: &Node, new: &Node, depth: u32) {
    nodes(parent, (&dom::list(&parent.child_nodes()), &dom::list(&new.child_nodes())), None, depth);
}

/// Makes some of the nodes of a parent, which end before one, others.
fn nodes(parent: &Node, (olds, news): (&[Node], &[Node]), end_at: Option<&Node>, depth: u32) {
    let equal = |(old, new): &(&Node, &Node)| old.is_equal_node(Some(new));
    let start = olds.iter().zip(news).take_while(equal).count();
    let (olds, news) = (&olds[start..], &news[start..]);
    let end = olds.iter().rev().zip(news.iter().rev()).take_while(equal).count();
    let (changed, after) = olds.split_at(olds.len() - end);
    let mut rest: Vec<Option<&Node>> = changed.iter().map(Some).collect();
    let mut next = 0;
    for new in &news[..news.len() - end] {
        let found = place_of(&rest, next, new);
        let old = found.and_then(|found| rest[found].take());
        // What is skipped is removed at the end, or moved if its id comes later. What is found stays where it is: a frame
        // that is moved is loaded again, and a field loses the focus.
        let is_moved = found.is_some_and(|found| found < next);
        next = found.map_or(next, |found| next.max(found + 1));
        let before = rest[next..].iter().flatten().next().copied().or(after.first()).or(end_at);
        match old {
            Some(old) => {
                if is_moved {
                    let _ = parent.insert_before(old, before);
                }
                change(old, new, depth);
            }
            None => drop(parent.insert_before(new, before)),
        }
    }
    for old in rest.into_iter().flatten() {
        let _ = parent.remove_child(old);
    }
}

/// The old node that becomes a new one: that with its id, or the next one of its name and class that has no id.
fn place_of(rest: &[Option<&Node>], next: usize, new: &Node) -> Option<usize> {
    let (id, name) = (id(new), new.node_name());
    let is_one = |old: &Node| old.node_name() == name && self::id(old) == id;
    if !id.is_empty() {
        return rest.iter().position(|old| old.is_some_and(is_one));
    }
    let class = class(new);
    let found = rest[next..].iter().position(|old| old.is_some_and(|old| is_one(old) && self::class(old) == class));
    found.map(|found| next + found)
}

fn class(node: &Node) -> Option<String> {
    element(node).map(Element::class_name)
}

fn id(node: &Node) -> String {
    element(node).map(Element::id).unwrap_or_default()
}

/// A node as an element. Not by its class: that of the preview's document is another window's.
fn element(node: &Node) -> Option<&Element> {
    (node.node_type() == Node::ELEMENT_NODE).then(|| node.unchecked_ref())
}

/// Makes a node another of the same name.
fn change(old: &Node, new: &Node, depth: u32) {
    let (Some(old_element), Some(new_element)) = (element(old), element(new)) else {
        return old.set_node_value(new.node_value().as_deref());
    };
    if depth >= MAX_DEPTH {
        return drop(old_element.replace_with_with_node_1(new_element));
    }
    attributes(old_element, new_element);
    if old_element.has_attribute(OWN) {
        return;
    }
    if !old_element.is_equal_node(Some(new)) {
        children(old, new, depth + 1);
    }
    properties(old_element, new_element);
}

fn attributes(old: &Element, new: &Element) {
    for name in old.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        // Only the browser opens and closes a dialog, and only the program loads the frame.
        let is_kept = (name == "open" && old.tag_name() == "DIALOG") || name == "srcdoc";
        if !new.has_attribute(&name) && !is_kept {
            let _ = old.remove_attribute(&name);
        }
    }
    for name in new.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = new.get_attribute(&name);
        if old.get_attribute(&name) != value {
            let _ = old.set_attribute(&name, &value.unwrap_or_default());
        }
    }
}

/// What a form field shows, which its HTML only begins with. A field that is being typed in is left as it is.
fn properties(old: &Element, new: &Element) {
    let has_focus = dom::has_focus(old);
    match old.tag_name().as_str() {
        "INPUT" => {
            let input: &HtmlInputElement = old.unchecked_ref();
            match input.type_().as_str() {
                "checkbox" | "radio" => input.set_checked(new.has_attribute("checked")),
                "file" => {}
                _ if has_focus => {}
                _ => input.set_value(&dom::attribute(new, "value")),
            }
        }
        "TEXTAREA" if !has_focus && !old.has_attribute("data-field") => {
            old.unchecked_ref::<HtmlTextAreaElement>().set_value(&new.text_content().unwrap_or_default());
        }
        _ => {}
    }
}
