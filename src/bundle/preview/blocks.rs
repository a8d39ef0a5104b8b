//! Where in the file each element of a text comes from, for scrolling in step.

use pulldown_cmark::{Event, Tag};

use super::elements::Element;
use super::found::Lines;
use crate::bundle::input::post::Post;
use crate::markdown;

/// A block of the text at its top level.
struct Block {
    /// Its first byte in the text.
    start: usize,
    kind: Kind,
}

#[derive(PartialEq, Eq)]
enum Kind {
    /// The heading of this index among all.
    Heading(usize),
    /// Raw HTML: any number of elements, or a part of one.
    Html,
    /// One element of one of these names.
    Element(&'static [&'static str]),
}

/// The offset in the file of each child of the element of the text, in bytes. `ids`: those of the headings.
pub(super) fn offsets(post: &Post, children: &[Element<'_>], ids: &[String], lines: &Lines<'_>) -> Vec<u32> {
    let (blocks, notes) = blocks(post);
    let index = post.lines();
    let place = |start: usize| {
        let column = start - post.body[..start].rfind('\n').map_or(0, |end| end + 1);
        u32::try_from(lines.start(index.line(start)) + column).unwrap_or(u32::MAX)
    };
    let mut at = 0;
    let mut offsets = Vec::with_capacity(children.len());
    for child in children {
        let here = blocks.get(at).or(blocks.last()).map_or(0, |block| block.start);
        let start = if child.has("footnotes") {
            notes.unwrap_or(here)
        } else if child.has("sidenote") {
            // It is written before the block that refers to it.
            here
        } else if let Some(next) = next(&blocks, at, child, ids) {
            at = next + 1;
            blocks[next].start
        } else {
            here
        };
        offsets.push(place(start));
    }
    offsets
}

/// The block that an element comes from, from `at` on. `None` if it is raw HTML, or a part of what comes before.
fn next(blocks: &[Block], at: usize, child: &Element<'_>, ids: &[String]) -> Option<usize> {
    let is = |block: &Block| match block.kind {
        Kind::Heading(index) => child.id.is_some() && ids.get(index).map(String::as_str) == child.id,
        Kind::Element(names) => names.contains(&child.name),
        Kind::Html => false,
    };
    let rest = blocks.get(at..)?;
    let first = rest.iter().position(|block| block.kind != Kind::Html)?;
    // A heading is sure; with it, what was taken for another element before is left behind.
    let found = if is(&rest[first]) {
        Some(first)
    } else if child.name.starts_with('h') && child.id.is_some() {
        rest.iter().position(|block| matches!(block.kind, Kind::Heading(_)) && is(block))
    } else {
        None
    };
    found.map(|found| at + found)
}

/// The blocks of a text, and the start of its first footnote.
fn blocks(post: &Post) -> (Vec<Block>, Option<usize>) {
    let (mut blocks, mut notes) = (Vec::new(), None);
    let (mut depth, mut headings, mut in_note) = (0_usize, 0, 0_usize);
    for (event, span) in markdown::events(&post.body, post.dialect) {
        match &event {
            Event::Start(tag) => {
                let kind = match tag {
                    Tag::FootnoteDefinition(_) => {
                        notes.get_or_insert(span.start);
                        in_note += 1;
                        None
                    }
                    // Headings in footnotes have no ids of the list.
                    Tag::Heading { .. } if in_note == 0 => {
                        headings += 1;
                        Some(Kind::Heading(headings - 1))
                    }
                    tag => Some(kind(tag)),
                };
                if let Some(kind) = kind.filter(|_| depth == 0) {
                    blocks.push(Block { start: span.start, kind });
                }
                depth += 1;
            }
            Event::End(end) => {
                in_note -= usize::from(matches!(end, pulldown_cmark::TagEnd::FootnoteDefinition)).min(in_note);
                depth = depth.saturating_sub(1);
            }
            Event::Rule if depth == 0 => blocks.push(Block { start: span.start, kind: Kind::Element(&["hr"]) }),
            _ => {}
        }
    }
    (blocks, notes)
}

fn kind(tag: &Tag<'_>) -> Kind {
    match tag {
        Tag::HtmlBlock => Kind::Html,
        Tag::BlockQuote(_) => Kind::Element(&["blockquote", "div", "aside"]),
        Tag::CodeBlock(_) => Kind::Element(&["pre", "div", "figure"]),
        Tag::List(_) => Kind::Element(&["ul", "ol"]),
        Tag::DefinitionList => Kind::Element(&["dl"]),
        Tag::Table(_) => Kind::Element(&["section", "div", "table"]),
        _ => Kind::Element(&["p", "figure", "div", "math"]),
    }
}
