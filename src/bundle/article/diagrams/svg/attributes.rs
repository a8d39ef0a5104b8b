//! The attributes of the elements of a drawing.

use std::collections::{BTreeSet, HashMap};

use roxmltree::{Document, Node};

use super::LocalName;
use super::numbers::rounded;
use super::paint::{Paint, is_id, reference};
use super::style::Sheet;
use crate::bundle::article::diagrams::ID;
use crate::bundle::escape::escape;

/// The attributes of an element, as they are written.
#[derive(Default)]
pub(super) struct Attributes(String);

impl Attributes {
    pub(super) fn put(&mut self, name: &str, value: &str) {
        self.0.push_str(&[" ", name, "=\"", &escape(value), "\""].concat());
    }

    /// The attributes that say where an element is, and how large. `own`: those of its kind.
    pub(super) fn geometry(&mut self, node: Node<'_, '_>, own: &[&str]) {
        for name in own.iter().copied().chain(["transform"]) {
            if let Some(value) = node.attribute(name).filter(|value| is_plain(value)) {
                self.put(name, &rounded(value));
            }
        }
        // A part with a size of its own becomes a group.
        let place = |name: &str| node.attribute(name).and_then(|value| value.parse::<f64>().ok()).unwrap_or_default();
        let (x, y) = (place("x"), place("y"));
        if (node.is("svg") || node.is("use")) && (x, y) != (0.0, 0.0) {
            self.put("transform", &rounded(&format!("translate({x} {y})")));
        }
    }

    /// A property of the style of an element, if the page may have it.
    pub(super) fn property(&mut self, node: Node<'_, '_>, name: &str, value: &str, ids: &Ids<'_>) {
        match name {
            "fill" | "stroke" => Paint::parse(value).into_iter().for_each(|paint| self.paint(node, name, &paint)),
            "font-size" => self.put(name, &drawn_size(value)),
            "marker-end" | "marker-start" => {
                if let Some((_, url)) = reference(value).filter(|(id, _)| ids.referred.contains(*id)) {
                    self.put(name, &url);
                }
            }
            _ if INITIAL.contains(&(name, value)) => {}
            _ if is_plain(value) => self.put(name, &rounded(value)),
            _ => {}
        }
    }

    fn paint(&mut self, node: Node<'_, '_>, name: &str, paint: &Paint) {
        match paint {
            // The library draws the lines of a timeline in the colour of the text on its boxes.
            Paint::Token("paper", _) if node.is("line") => self.put(name, "var(--ink-muted)"),
            Paint::Own(_) if name == "fill" && node.attribute("class") == Some(BACKGROUND) => {
                self.put(name, &paint.css());
                self.put("fill-opacity", "0.2");
            }
            _ => self.put(name, &paint.css()),
        }
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// The class of a rectangle behind a part of a sequence, in the colour of the author: text on it is in that of the scheme.
const BACKGROUND: &str = "rect";

/// Text is drawn a little smaller than it was measured: the sans-serifs of readers differ in their widths.
const DRAWN: f64 = 0.9;

/// The size of text, in pixels, as it is drawn.
fn drawn_size(value: &str) -> String {
    let size = value.trim_end_matches("px").parse::<f64>().ok().filter(|size| (1.0..200.0).contains(size));
    rounded(&(size.unwrap_or(16.0) * DRAWN).to_string())
}

/// Properties with the value that they have anyway in drawings.
const INITIAL: [(&str, &str); 9] = [
    ("display", "inline"),
    ("fill-opacity", "1"),
    ("font-style", "normal"),
    ("opacity", "1"),
    ("stroke-dasharray", "0"),
    ("stroke-opacity", "1"),
    ("stroke-width", "1"),
    ("stroke-width", "1px"),
    ("visibility", "inherit"),
];

/// Whether a value has only numbers, units, keywords and functions of geometry: no quotes, and no address.
fn is_plain(value: &str) -> bool {
    !value.contains("url") && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" ,.-+%()\n\t".contains(&byte))
}

/// The ids of a drawing.
pub(super) struct Ids<'a> {
    nodes: HashMap<&'a str, Node<'a, 'a>>,
    /// Those of the markers that something has.
    referred: BTreeSet<String>,
}

impl<'a> Ids<'a> {
    pub(super) fn of(document: &'a Document<'a>, sheet: &Sheet<'_>) -> Self {
        let (mut nodes, mut referred) = (HashMap::new(), BTreeSet::new());
        for node in document.descendants().filter(Node::is_element) {
            if let Some(id) = node.attribute("id").filter(|id| is_id(id)) {
                nodes.entry(id).or_insert(node);
            }
            let declared = sheet.of(node);
            let markers = ["marker-end", "marker-start"].into_iter().filter_map(|name| declared.get(name));
            referred.extend(markers.filter_map(|marker| reference(marker.value)).map(|(id, _)| id.to_owned()));
        }
        referred.retain(|id| nodes.get(id.as_str()).is_some_and(|node| node.is("marker")));
        Self { nodes, referred }
    }

    pub(super) fn get(&self, id: &str) -> Option<Node<'a, 'a>> {
        self.nodes.get(id).copied()
    }

    /// Whether an element is a marker that nothing has.
    pub(super) fn is_unused(&self, node: Node<'_, '_>) -> bool {
        node.is("marker") && !node.attribute("id").is_some_and(|id| self.referred.contains(id))
    }

    /// Writes the id of a marker. Nothing refers to others.
    pub(super) fn write(&self, node: Node<'_, '_>, attributes: &mut Attributes) {
        if let Some(id) = node.attribute("id").filter(|id| node.is("marker") && self.referred.contains(*id)) {
            attributes.put("id", &[ID, id].concat());
        }
    }
}
