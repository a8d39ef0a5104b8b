//! The children of the element of a text, in its HTML.

use crate::bundle::article::sanitise::allowed::VOID;

/// How the element of the text begins.
const TEXT: &str = "<div class=\"text e-content\">";

/// An element, as far as it is looked at.
pub(super) struct Element<'h> {
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
pub(super) fn children(html: &str) -> Vec<Element<'_>> {
    let mut children = Vec::new();
    let Some(start) = html.find(TEXT) else { return children };
    let (mut rest, mut depth) = (&html[start + TEXT.len()..], 0_usize);
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let end = end_of_tag(rest);
        let tag = &rest[..end];
        rest = &rest[end..];
        if tag.starts_with('/') {
            if depth == 0 {
                break;
            }
            depth -= 1;
            continue;
        }
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        if depth == 0 {
            children.push(Element { name, id: attribute(tag, " id=\""), class: attribute(tag, " class=\"") });
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
