//! A drawing as a page may have it: known elements and attributes only, its style sheet resolved into attributes, which
//! the policy of pages allows, and its colours replaced by those of the site.
//!
//! The drawing is read and written anew, so that nothing else comes through, whatever the text of the author made of it.

mod attributes;
mod element;
mod numbers;
mod paint;
mod style;
mod writer;

use roxmltree::{Document, Node, ParsingOptions};

use crate::bundle::article::costly::Drawing;
use numbers::rounded;
use paint::Paint;
use style::Sheet;
use writer::Writer;

/// The classes of drawings that would be too small to read on a phone, or even in the column of a text, if they were scaled
/// to fit: each with the width above which a drawing has it, in pixels.
const SIZES: [(&str, f64); 2] = [("wide", 720.0), ("large", 500.0)];

/// More elements are no diagram that somebody can read, and a page of megabytes.
const MAX_NODES: u32 = 50_000;

/// The drawing of an SVG document. `None` if it is none that can be read.
pub(super) fn drawing(source: &str) -> Option<Drawing> {
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(source, options).ok()?;
    let root = document.root_element();
    let texts: Vec<&str> =
        document.descendants().filter(|node| node.is("style")).filter_map(|node| node.text()).collect();
    let css = texts.concat();
    let sheet = Sheet::parse(&css);
    let named = |name: &str| root.children().find(|node| node.is(name)).and_then(|node| node.text());
    let name = [named("title"), named("desc")].into_iter().flatten().map(str::trim).filter(|text| !text.is_empty());
    let name = name.collect::<Vec<_>>().join(". ");
    let has_links = document.descendants().any(|node| node.is("a"));
    let content = Writer::new(&document, &sheet).write()?;
    Some(Drawing { svg: frame(root, &sheet, &content)?, name: Some(name).filter(|name| !name.is_empty()), has_links })
}

/// The `svg` element around the content of a drawing. It has the size of the drawing, so that the page can scale it. `None`
/// if that is not known.
fn frame(root: Node<'_, '_>, sheet: &Sheet<'_>, content: &str) -> Option<String> {
    let view_box = root.attribute("viewBox")?;
    let numbers: Vec<f64> = view_box.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
    let [x, y, width, height] = numbers[..] else { return None };
    if !(x.is_finite() && y.is_finite() && (1.0..1e5).contains(&width) && (1.0..1e5).contains(&height)) {
        return None;
    }
    let size = SIZES.iter().find(|(_, least)| width > *least);
    let class = size.map_or(String::new(), |(class, _)| format!(" class=\"{class}\""));
    let fill = sheet.of(root).get("fill").and_then(|fill| Paint::parse(fill.value));
    let fill =
        fill.filter(|paint| matches!(paint, Paint::Token(..))).map_or("var(--ink)".to_owned(), |paint| paint.css());
    let view_box = rounded(&format!("{x} {y} {width} {height}"));
    let (width, height) = (width.ceil(), height.ceil());
    Some(format!(
        "<svg{class} viewBox=\"{view_box}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" font-size=\"14.4\" aria-hidden=\"true\">{content}</svg>"
    ))
}

/// The name of an element, whatever its namespace.
trait LocalName {
    fn is(&self, name: &str) -> bool;
}

impl LocalName for Node<'_, '_> {
    fn is(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}
