//! The children of the element of a text, in its HTML.

use crate::bundle::article::sanitise::allowed::VOID;

/// How the element of the text begins.
const TEXT: &str = "<div class=\"text e-content\">";

/// The children of the element of a text.
#[derive(Default)]
pub(super) struct Children<'h> {
    pub(super) elements: Vec<Element<'h>>,
    /// The offset in the HTML of the end of the text.
    end: usize,
}

impl Children<'_> {
    /// The offsets in the HTML of each child, and of the end of the text. None if there is no text.
    pub(super) fn starts(&self) -> Vec<u32> {
        let ends = self.elements.iter().map(|element| element.start).chain([self.end]);
        if self.end == 0 { Vec::new() } else { ends.map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect() }
    }
}

/// An element, as far as it is looked at.
pub(super) struct Element<'h> {
    /// Its first byte in the HTML.
    start: usize,
    pub(super) name: &'h str,
    pub(super) id: Option<&'h str>,
    class: Option<&'h str>,
}

impl Element<'_> {
    /// Whether it has a class.
    pub(super) fn has(&self, class: &str) -> bool {
        self.class.is_some_and(|classes| classes.split(' ').any(|one| one == class))
    }
}

/// The children of the element of the text in the HTML of a page. The HTML is well-formed: it was written here.
pub(super) fn children(html: &str) -> Children<'_> {
    let mut children = Children::default();
    let Some(start) = html.find(TEXT) else { return children };
    let (mut rest, mut depth) = (&html[start + TEXT.len()..], 0_usize);
    while let Some(open) = rest.find('<') {
        rest = &rest[open..];
        let start = html.len() - rest.len();
        rest = &rest[1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = end_of_tag(rest);
        let tag = &rest[..end];
        rest = &rest[end..];
        if tag.starts_with('/') {
            if depth == 0 {
                children.end = start;
                break;
            }
            depth -= 1;
            continue;
        }
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        if depth == 0 {
            let (id, class) = (attribute(tag, " id=\""), attribute(tag, " class=\""));
            children.elements.push(Element { start, name, id, class });
        }
        depth += usize::from(!VOID.contains(&name) && !tag.ends_with('/'));
    }
    children
}

/// The length of a tag up to its `>`, which may also be in the value of an attribute.
fn end_of_tag(tag: &str) -> usize {
    let mut is_quoted = false;
    let end = tag.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    });
    end.unwrap_or(tag.len())
}

fn attribute<'h>(tag: &'h str, name: &str) -> Option<&'h str> {
    let (_, value) = tag.split_once(name)?;
    value.split('"').next()
}
