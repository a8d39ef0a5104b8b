//! Writes the elements of a drawing that a page may have.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::LocalName;
use super::attributes::{Attributes, Ids};
use super::paint::{Paint, is_own};
use super::style::{Declared, Sheet};
use crate::bundle::escape::escape;

/// The elements, each with its attributes besides those of its style.
const ELEMENTS: [(&str, &[&str]); 11] = [
    ("circle", &["cx", "cy", "r"]),
    ("ellipse", &["cx", "cy", "rx", "ry"]),
    ("g", &[]),
    ("line", &["x1", "x2", "y1", "y2"]),
    ("marker", &["markerHeight", "markerUnits", "markerWidth", "orient", "refX", "refY", "viewBox"]),
    ("path", &["d"]),
    ("polygon", &["points"]),
    ("polyline", &["points"]),
    ("rect", &["height", "rx", "ry", "width", "x", "y"]),
    ("text", &["dx", "dy", "x", "y"]),
    ("tspan", &["dx", "dy", "x", "y"]),
];
/// Elements that become a group: a link, a part of the drawing with an own size, and a copy of another element.
const GROUPS: [&str; 3] = ["a", "svg", "use"];
/// The groups whose shape has the colour that text on it is to differ from.
const NODES: [&str; 4] = ["node", "cluster", "classGroup", "actor"];
/// A larger drawing is none that a page should have. In bytes.
const MAX_BYTES: usize = 1_000_000;

/// A step of the writer. Steps are kept in a list, so that no nesting takes the stack.
enum Step<'a> {
    Open(Node<'a, 'a>),
    Close(&'static str),
    /// The end of a copy.
    EndCopy,
}

pub(super) struct Writer<'a> {
    document: &'a Document<'a>,
    sheet: &'a Sheet<'a>,
    ids: Ids<'a>,
    out: String,
    /// The colour of text in each open element, where its shape has a colour of the author.
    text: Vec<Option<&'static str>>,
    /// Whether what is written is a copy. Copies have no copies, so that the drawing cannot grow without bounds.
    in_copy: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Document<'a>, sheet: &'a Sheet<'a>) -> Self {
        let ids = Ids::of(document, sheet);
        Self { document, sheet, ids, out: String::new(), text: Vec::new(), in_copy: false }
    }

    /// The content of the drawing. `None` if it is too large.
    pub(super) fn write(mut self) -> Option<String> {
        let mut steps = Vec::new();
        self.children(self.document.root_element(), &mut steps);
        while let Some(step) = steps.pop() {
            match step {
                Step::Open(node) if node.is_text() => self.characters(node),
                Step::Open(node) => self.element(node, &mut steps),
                Step::Close(name) => {
                    self.text.pop();
                    self.out.push_str(&["</", name, ">"].concat());
                }
                Step::EndCopy => self.in_copy = false,
            }
            if self.out.len() > MAX_BYTES {
                return None;
            }
        }
        Some(self.out)
    }

    fn characters(&mut self, node: Node<'a, 'a>) {
        let is_text = node.parent().is_some_and(|parent| parent.is("text") || parent.is("tspan"));
        if let Some(text) = node.text().filter(|_| is_text) {
            self.out.push_str(&escape(text));
        }
    }

    fn element(&mut self, node: Node<'a, 'a>, steps: &mut Vec<Step<'a>>) {
        let name = node.tag_name().name();
        if name == "defs" {
            return self.children(node, steps);
        }
        let name = if GROUPS.contains(&name) { "g" } else { name };
        let Some((name, own)) = ELEMENTS.iter().find(|(known, _)| *known == name) else { return };
        let declared = self.sheet.of(node);
        let is_hidden = declared.get("display").is_some_and(|it| it.value == "none");
        if is_hidden || is_empty(node, name) || self.ids.is_unused(node) {
            return;
        }
        let (text, attributes) = (self.text_color(node), self.attributes(node, own, &declared));
        if *name == "g" && attributes.is_empty() && text.is_none() {
            return self.content(node, steps);
        }
        // A line of text ends in a space for those who search, or copy it.
        let is_line = *name == "text" || *name == "tspan" && node.has_attribute("x");
        if is_line && self.out.ends_with("</tspan>") || *name == "text" {
            self.out.push('\n');
        }
        self.out.push_str(&["<", name, &attributes, ">"].concat());
        self.text.push(text);
        steps.push(Step::Close(name));
        self.content(node, steps);
    }

    /// What an element has inside.
    fn content(&mut self, node: Node<'a, 'a>, steps: &mut Vec<Step<'a>>) {
        if !node.is("use") {
            return self.children(node, steps);
        }
        let href = node.attributes().find(|attribute| attribute.name() == "href").map(|attribute| attribute.value());
        let Some(target) = href.and_then(|href| self.ids.get(href.strip_prefix('#')?)).filter(|_| !self.in_copy) else {
            return;
        };
        self.in_copy = true;
        steps.push(Step::EndCopy);
        self.children(target, steps);
    }

    /// Of definitions, only the markers are of use where they are: the rest is copied from there.
    fn children(&self, node: Node<'a, 'a>, steps: &mut Vec<Step<'a>>) {
        let is_definitions = node.is("defs");
        let of_use = node.children().rev().filter(|child| !is_definitions || child.is("marker") || child.is("defs"));
        steps.extend(of_use.map(Step::Open));
    }

    fn attributes(&self, node: Node<'a, 'a>, own: &[&str], declared: &BTreeMap<&str, Declared<'_>>) -> String {
        let mut attributes = Attributes::default();
        self.ids.write(node, &mut attributes);
        attributes.geometry(node, own);
        let on_shape = node.is("text").then(|| self.text.iter().rev().find_map(|color| *color)).flatten();
        let on_shape = on_shape.filter(|_| !declared.get("fill").is_some_and(|fill| is_own(fill.value)));
        for (name, Declared { value, .. }) in declared {
            match on_shape {
                Some(color) if *name == "fill" => attributes.put("fill", color),
                _ => attributes.property(node, name, value, &self.ids),
            }
        }
        if let Some(color) = on_shape.filter(|_| !declared.contains_key("fill")) {
            attributes.put("fill", color);
        }
        attributes.into_string()
    }

    /// The colour of the text in a node whose shape has a colour of the author.
    fn text_color(&self, node: Node<'a, 'a>) -> Option<&'static str> {
        let classes = node.attribute("class").filter(|_| node.is("g"))?;
        if !classes.split_whitespace().any(|class| NODES.contains(&class)) {
            return None;
        }
        let fills = node
            .descendants()
            .filter(|inner| ["rect", "circle", "ellipse", "path", "polygon"].iter().any(|it| inner.is(it)));
        fills.filter_map(|shape| Paint::parse(self.sheet.of(shape).get("fill")?.value)?.text()).next()
    }
}

/// Whether an element shows nothing.
fn is_empty(node: Node<'_, '_>, name: &str) -> bool {
    let is_zero = |name: &str| node.attribute(name).is_none_or(|value| value == "0");
    match name {
        "rect" => {
            is_zero("width") || is_zero("height") || node.attribute("style").is_some_and(|it| it.contains("opacity:0;"))
        }
        "g" => !node.is("use") && !node.has_children(),
        "path" => node.attribute("d").is_none_or(str::is_empty),
        _ => false,
    }
}
