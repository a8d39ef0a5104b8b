//! Writes elements that stay HTML, with what the site's sanitiser keeps of them.

use super::elements::is_void;
use super::sink::Content;
use super::tree::Tree;
use crate::bundle::article::sanitise::{keeps_where_allowed, passes_where_allowed};

/// An element with its content, without an empty line, which would end a block of HTML in Markdown.
pub(super) fn html(tree: &Tree, id: usize) -> String {
    let mut out = String::new();
    write(tree, id, false, &mut out);
    out.trim().to_owned()
}

fn write(tree: &Tree, id: usize, exact: bool, out: &mut String) {
    match &tree.node(id).content {
        Content::Text(text) if exact => out.push_str(&text_of(text).replace('\n', "&#10;")),
        Content::Text(text) => {
            let words = text_of(text);
            let mut lines = words.split('\n').filter(|line| !line.trim().is_empty()).peekable();
            if words.trim().is_empty() {
                out.push_str(if words.contains('\n') && !out.ends_with('\n') { "\n" } else { "" });
            }
            while let Some(line) = lines.next() {
                out.push_str(line);
                out.push_str(if lines.peek().is_some() { "\n" } else { "" });
            }
        }
        Content::Element { name, attributes } => {
            let passes = passes_where_allowed(name);
            if passes {
                out.push_str(&opening(name, attributes));
            }
            tree.children(id).iter().for_each(|child| write(tree, *child, exact || name == "pre", out));
            if passes && !is_void(name) {
                out.push_str(&["</", name, ">"].concat());
            }
        }
        Content::Root | Content::Comment(_) => {}
    }
}

/// An opening tag, without the attributes that the sanitiser removes and the classes of the old theme.
pub(super) fn opening(name: &str, attributes: &[(String, String)]) -> String {
    let mut tag = ["<", name].concat();
    for (key, value) in attributes.iter().filter(|(key, _)| key != "class" && keeps_where_allowed(name, key)) {
        let value = escaped(&value.split_whitespace().collect::<Vec<_>>().join(" "));
        tag.push_str(&if value.is_empty() { [" ", key].concat() } else { [" ", key, "=\"", &value, "\""].concat() });
    }
    tag + ">"
}

fn text_of(text: &str) -> String {
    text.replace("\r\n", "\n").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A value of an attribute.
pub(crate) fn escaped(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
