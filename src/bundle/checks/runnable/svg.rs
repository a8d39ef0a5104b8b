//! Finds what an SVG runs, or loads from elsewhere, when a reader opens it.

use roxmltree::{Attribute, Document, Node};
use std::collections::HashSet;

use super::harm::Harm;
use super::{doctype, style};

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// Attributes whose values may have `url(…)` in them, including those of animations.
const STYLED: [&str; 15] = [
    "style",
    "fill",
    "stroke",
    "filter",
    "clip-path",
    "mask",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
    "cursor",
    "values",
    "from",
    "to",
    "by",
];

/// How much of an address a message shows, in characters.
const SHOWN: usize = 60;

/// All harmful content, each message once, at its first location.
pub(super) fn harms(text: &str, document: &Document<'_>) -> Vec<Harm> {
    let is_drawing = document.root_element().tag_name().name() == "svg";
    let mut harms = doctype::harms(&text[..document.root_element().range().start], document);
    for node in document.descendants() {
        if node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") {
            let remedy = "write the style into a <style> element, and delete this line";
            harms.push(Harm { span: node.range(), what: "a style sheet in another file is loaded".to_owned(), remedy });
        }
        // Other elements are data, or metadata of the drawing program.
        let draws = match node.tag_name().namespace() {
            None => is_drawing,
            Some(namespace) => [SVG, XHTML, MATHML].contains(&namespace),
        };
        if node.is_element() && draws {
            harms.extend(of_element(node));
            harms.extend(node.attributes().filter_map(|attribute| of_attribute(node, &attribute)));
        }
    }
    let mut told = HashSet::new();
    harms.retain(|harm| told.insert(harm.what.clone()));
    harms
}

fn of_element(node: Node<'_, '_>) -> Option<Harm> {
    let name = node.tag_name().name();
    let is_html =
        |node: Node<'_, '_>| node.tag_name().namespace() == Some(XHTML) || node.has_tag_name((SVG, "foreignObject"));
    let (what, remedy) = match name.to_ascii_lowercase().as_str() {
        _ if is_script(name) => (
            format!("<{name}> runs on this site when a reader opens the picture"),
            "export it as plain SVG, or delete the element",
        ),
        "foreignobject" => (
            format!("<{name}> contains HTML, which can run scripts and load files"),
            "export it with plain text (draw.io: no formatted text; Mermaid: htmlLabels: false), or delete the element",
        ),
        "style" => {
            let css: String = node.children().filter(Node::is_text).filter_map(|child| child.text()).collect();
            let loaded = style::loads(&css)?;
            (format!("the style loads {}", shown(&loaded)), "delete the rule: a picture in a page loads nothing")
        }
        _ if is_html(node) && !node.parent_element().is_some_and(is_html) => {
            (format!("<{name}> is HTML"), "export it as plain SVG, or delete the element")
        }
        _ => return None,
    };
    let start = node.range().start;
    Some(Harm { span: start..start + "<".len() + name.len(), what, remedy })
}

fn of_attribute(node: Node<'_, '_>, attribute: &Attribute<'_, '_>) -> Option<Harm> {
    let (element, name, value) = (node.tag_name().name(), attribute.name(), attribute.value());
    let (plain, linked) = (attribute.namespace().is_none(), attribute.namespace() == Some(XLINK));
    let harm = |what, remedy| Some(Harm { span: attribute.range(), what, remedy });
    if plain && is_handler(name) {
        let what = format!("the attribute {name} of <{element}> runs on this site when a reader opens the picture");
        return harm(what, "export it as plain SVG, or delete the attribute");
    }
    let animated = value.trim().rsplit(':').next().unwrap_or_default();
    if plain && name == "attributeName" && (animated == "href" || is_handler(animated)) {
        return harm(format!("<{element}> changes {animated} after the picture is opened"), "delete the element");
    }
    if name == "href" && (plain || linked) && !is_script(element) {
        // Every element of MathML may be a link.
        let linking = if node.tag_name().namespace() == Some(MATHML) { "a" } else { element };
        return match leads(linking, value) {
            Lead::Fine => None,
            Lead::Runs => harm(
                format!("the link {} runs a script", shown(value)),
                "link to an address with https://, or delete the link",
            ),
            Lead::Loads => harm(
                format!("<{element}> loads {}", shown(value)),
                "embed the image (data:image/png;base64,…), or delete the element",
            ),
        };
    }
    if !plain || !STYLED.contains(&name) {
        return None;
    }
    let loaded = style::loads(value)?;
    harm(format!("the attribute {name} loads {}", shown(&loaded)), "delete it: a picture in a page loads nothing")
}

/// Whether an element is a script. `handler` is that of SVG Tiny.
fn is_script(element: &str) -> bool {
    ["script", "handler"].iter().any(|script| element.eq_ignore_ascii_case(script))
}

fn is_handler(name: &str) -> bool {
    name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"))
}

enum Lead {
    Fine,
    Runs,
    Loads,
}

/// What the URL of an element does. Browsers remove white space and control characters before they parse a scheme.
fn leads(element: &str, written: &str) -> Lead {
    let clean: String = written.chars().filter(|c| *c > ' ' && !c.is_control()).flat_map(char::to_lowercase).collect();
    let scheme = clean.find([':', '/', '?', '#']).filter(|end| clean[*end..].starts_with(':')).map(|end| &clean[..end]);
    match (element, scheme) {
        _ if clean.is_empty() || clean.starts_with('#') => Lead::Fine,
        ("a", None | Some("http" | "https" | "mailto" | "tel")) => Lead::Fine,
        ("a", Some(_)) | (_, Some("javascript")) => Lead::Runs,
        // A picture within a picture runs no scripts.
        ("image" | "feImage", Some("data")) if clean.starts_with("data:image/") => Lead::Fine,
        _ => Lead::Loads,
    }
}

fn shown(address: &str) -> String {
    let more = if address.chars().count() > SHOWN { "…" } else { "" };
    format!("\"{}{more}\"", address.trim().chars().take(SHOWN).collect::<String>())
}
