//! Finds components of MDX: tags whose names begin with an upper-case letter.

use std::collections::HashSet;

use super::found::Found;
use super::kind::Kind;
use super::prose::Prose;

/// All of them. A `<` after a letter begins none, as in `Vec<String>`, nor does a tag with neither an end nor an
/// attribute.
pub(super) fn find(prose: &Prose) -> Vec<Found> {
    let text = &prose.text;
    let closed: HashSet<&str> = text.match_indices("</").map(|(at, sign)| tag_name(&text[at + sign.len()..])).collect();
    let mut found = Vec::new();
    for html in &prose.html {
        for (at, sign) in text[html.clone()].match_indices('<') {
            let start = html.start + at;
            let called = tag_name(&text[start + sign.len()..html.end]);
            let tag = text[start..html.end].split_inclusive('>').next().unwrap_or_default();
            let joined = text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':'));
            let written = tag.ends_with("/>") || tag.contains('=') || closed.contains(called);
            if is_component(called) && !joined && written {
                found.push(Found { kind: Kind::Component, name: called.to_owned(), span: start..start + tag.len() });
            }
        }
    }
    found
}

fn tag_name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '_')).unwrap_or(text.len());
    &text[..end]
}

/// Whether a name is that of a component. `<BR>` is old HTML.
fn is_component(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase()) && name.contains(|c: char| c.is_ascii_lowercase())
}
