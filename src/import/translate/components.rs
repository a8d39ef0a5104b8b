//! Components and comments of MDX, and HTML elements whose class says that they are notices.

use std::collections::HashSet;

use super::component_attributes::arguments;
use super::edit::Edit;
use super::page::Page;
use super::pairs::{self, Role, Tag};
use super::scan;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let text = &page.prose().text;
    let closed: HashSet<&str> = text.match_indices("</").map(|(at, _)| name(&text[at + 2..])).collect();
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('<').map(|step| at + step) {
        at = start + 1;
        if let Some(tag) = tag(page, start, &closed) {
            at = tag.span.end;
            tags.push(tag);
        }
    }
    let mut edits = pairs::edits(page, &tags);
    if page.syntax.has_components() {
        edits.extend(comments(page));
        edits.extend(class_names(page));
    }
    edits
}

/// A tag of a component, or of an element that may be a notice.
fn tag(page: &Page<'_>, start: usize, closed: &HashSet<&str>) -> Option<Tag> {
    let text = &page.prose().text;
    let (from, closes) = if text[start + 1..].starts_with('/') { (start + 2, true) } else { (start + 1, false) };
    let name = name(&text[from..]);
    let is_component = page.syntax.has_components() && name.starts_with(|c: char| c.is_ascii_uppercase());
    let joined = text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':'));
    if joined || !is_component && !matches!(name, "div" | "aside") {
        return None;
    }
    let end = end(page.text, from + name.len())?;
    let inside = page.text[from + name.len()..end - 1].trim();
    let (inside, single) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
    let role = if closes {
        Role::Close
    } else if single {
        Role::Single
    } else {
        Role::Open
    };
    // In prose, `Vec<Note>` and `<Note>` alone are no components.
    if role == Role::Open && !closed.contains(name) {
        return None;
    }
    Some(Tag { span: start..end, name: name.to_owned(), role, arguments: arguments(inside, page.imports) })
}

/// The offset after the `>` that ends a tag, outside quotation marks and braces.
fn end(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let next = at + rest.find(['>', '"', '\'', '{', '<'])?;
        at = match text.as_bytes()[next] {
            b'>' => return Some(next + 1),
            b'{' => scan::balanced(text, next)?,
            b'<' => return None,
            quote => scan::find(text, next + 1, if quote == b'"' { "\"" } else { "'" })? + 1,
        };
        if at - from > 4_000 {
            return None;
        }
    }
}

fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '_' | '-')).unwrap_or(text.len());
    &text[..end]
}

/// `{/* x */}`.
fn comments(page: &Page<'_>) -> Vec<Edit> {
    let comment = |(start, open): (usize, &str)| {
        let end = scan::find(page.text, start + open.len(), "*/}")?;
        let inside = page.text[start + open.len()..end].trim().replace("--", "- -");
        Some(Edit::new(start..end + 3, format!("<!-- {inside} -->"), "comment → HTML comment"))
    };
    page.prose().text.match_indices("{/*").filter_map(comment).collect()
}

/// `className="x"` in HTML elements.
fn class_names(page: &Page<'_>) -> Vec<Edit> {
    const WRITTEN: &str = "className=\"";
    let text = page.text;
    let mut edits = Vec::new();
    for html in &page.prose().html {
        let element =
            text[html.start..].starts_with('<') && text[html.start + 1..].starts_with(|c: char| c.is_ascii_lowercase());
        let found = text.get(html.clone()).filter(|_| element).and_then(|html| html.find(WRITTEN));
        edits.extend(found.map(|at| {
            let start = html.start + at;
            Edit::new(start..start + WRITTEN.len(), "class=\"", "className → class")
        }));
    }
    edits
}
