//! Containers between lines of colons: `:::note`, of Docusaurus, VitePress, Pandoc and others; directives in `::`.

use super::arguments::Arguments;
use super::edit::Edit;
use super::page::{Page, marks};
use super::pairs::{self, Role, Tag};

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let mut tags = Vec::new();
    let mut start = 0;
    for line in page.prose().text.split_inclusive('\n') {
        let from = start + marks(line).1;
        let written = page.text[from..start + line.len()].trim_end();
        if page.prose().text[from..].starts_with(":::") {
            tags.extend(tag(written).map(|(name, role, arguments)| Tag {
                span: from..from + written.len(),
                name,
                role,
                arguments,
            }));
        }
        if page.syntax.has_components() && written.starts_with("::") && page.prose().text[from..].starts_with("::") {
            tags.extend(leaf(written).map(|(name, arguments)| Tag {
                span: from..from + written.len(),
                name,
                role: Role::Single,
                arguments,
            }));
        }
        start += line.len();
    }
    pairs::edits(page, &tags)
}

/// A directive on a line of its own: `::github{repo="a/b"}`, `::youtube[Title]{id=x}`.
fn leaf(line: &str) -> Option<(String, Arguments)> {
    let rest = line.strip_prefix("::").filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let end = rest.find(['{', '['])?;
    let (name, rest) = rest.split_at(end);
    let (title, attributes) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((title, rest)) => (title, rest),
        None => ("", rest),
    };
    let attributes = attributes.strip_prefix('{').map_or(Some(""), |inside| inside.strip_suffix('}'))?;
    let mut arguments = Arguments::parse(attributes.trim_start_matches('#'));
    if !title.is_empty() {
        arguments.push("title", title.to_owned());
    }
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    is_name.then(|| (name.to_owned(), arguments))
}

/// The tag that a line is: its name, its role, and its title and attributes.
fn tag(line: &str) -> Option<(String, Role, Arguments)> {
    let rest = line.trim_start_matches(':').trim();
    if rest.is_empty() {
        return Some((String::new(), Role::Close, Arguments::default()));
    }
    // Pandoc has `{.note title="…"}`, MyST `{note}`.
    let bracketed = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
    let (inside, after) = bracketed.unwrap_or((rest, ""));
    let inside = inside.trim_start_matches(['.', ' ']);
    let end = inside.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(inside.len());
    let (name, rest) = inside.split_at(end);
    let name = name.strip_prefix("callout-").unwrap_or(name);
    if name.is_empty() || line.ends_with(":::") {
        return None;
    }
    let mut arguments = Arguments::default();
    let (title, attributes) = title(if bracketed.is_some() { after } else { rest });
    let attributes = if bracketed.is_some() { rest } else { attributes };
    if let Some(title) = Arguments::parse(attributes).get("title").or(title).filter(|title| !title.is_empty()) {
        arguments.push("title", title.to_owned());
    }
    Some((name.to_owned(), Role::Open, arguments))
}

/// The title after a name, `[in brackets]` or not, and the attributes after it.
fn title(rest: &str) -> (Option<&str>, &str) {
    let rest = rest.trim();
    if let Some((title, after)) = rest.strip_prefix('[').and_then(|rest| rest.rsplit_once(']')) {
        return (Some(title.trim()), after.trim().trim_matches(['{', '}']));
    }
    match rest.split_once('{') {
        Some((title, attributes)) => (Some(title.trim()), attributes.trim_end_matches('}')),
        None => (Some(rest), ""),
    }
}
