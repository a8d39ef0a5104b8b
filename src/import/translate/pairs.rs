//! Opening and closing tags, and the edits that replace them with what they show.

use std::collections::HashMap;
use std::ops::Range;

use super::arguments::Arguments;
use super::blocks;
use super::edit::Edit;
use super::page::Page;
use super::render::{self, Rendered};

/// A shortcode, a tag or a component.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) span: Range<usize>,
    /// As written. Of a closing tag, the name of what it closes; empty if it closes whatever is open.
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) arguments: Arguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// May have a closing tag.
    Open,
    Close,
    /// Has no closing tag.
    Single,
}

/// The edits that replace tags. Those around others come in a later round, when the others are replaced.
pub(super) fn edits(page: &Page<'_>, tags: &[Tag]) -> Vec<Edit> {
    let partners = partners(tags);
    let mut edits: Vec<Edit> = Vec::new();
    for (tag, partner) in tags.iter().zip(partners).rev() {
        if tag.role == Role::Close {
            continue;
        }
        let close = partner.map(|index| &tags[index]);
        let end = close.map_or(tag.span.end, |close| close.span.end);
        if edits.last().is_some_and(|inner| inner.span.start < end) {
            continue;
        }
        let body = close.map(|close| &page.text[tag.span.end..close.span.start]);
        let rendered = render::render(page, &tag.name, &tag.arguments, body, tag.span.start);
        edits.extend(rendered.and_then(|rendered| edit(page, tag.span.start..end, rendered)));
    }
    edits
}

/// The edit that puts something in place of a tag.
fn edit(page: &Page<'_>, span: Range<usize>, rendered: Rendered) -> Option<Edit> {
    let Rendered { text, block, kind, lost } = rendered;
    let (span, text) = match block {
        true if text.is_empty() => (span, text),
        true => blocks::placed(page, &span, &text)?,
        false => (span, text),
    };
    Some(Edit { span, text, kind, lost })
}

/// The closing tag of each opening one.
fn partners(tags: &[Tag]) -> Vec<Option<usize>> {
    let mut partners = vec![None; tags.len()];
    let mut open: Vec<usize> = Vec::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (index, tag) in tags.iter().enumerate() {
        match tag.role {
            Role::Open => {
                *counts.entry(&tag.name).or_default() += 1;
                open.push(index);
            }
            Role::Close if tag.name.is_empty() || counts.get(tag.name.as_str()).is_some_and(|count| *count > 0) => {
                // What was opened since, and is not closed, has no closing tag.
                while let Some(last) = open.pop() {
                    let name = tags[last].name.as_str();
                    counts.entry(name).and_modify(|count| *count -= 1);
                    if tag.name.is_empty() || name == tag.name {
                        partners[last] = Some(index);
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    partners
}
