//! Code blocks: highlighted with classes and laid out in lines at build time, so that browsers need no highlighter.

pub(crate) mod attributes;
pub(crate) mod grammars;
#[cfg(any(not(target_arch = "wasm32"), feature = "costly"))]
pub(crate) mod highlight;
pub(crate) mod languages;
pub(crate) mod lines;
pub(crate) mod names;
#[cfg(any(not(target_arch = "wasm32"), feature = "costly"))]
pub(crate) mod roles;
pub(crate) mod spans;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod split;

use std::ops::Range;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::LineIndex;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::input::post::Post;
use crate::bundle::kept::Kept;
use crate::bundle::key::{Key, version_of};
use crate::markdown::{CodeBlock, fence};
use attributes::Attributes;
use grammars::Grammars;
use languages::Language;
use lines::Lines;

pub use spans::ROLES;

/// What determines the HTML of a block besides its text, for the cache key: the crates, and the source files here.
const CRATES: [&str; 3] = ["syntect", "two-face", "fancy-regex"];
const EDITION: &str = concat!(
    include_str!("mod.rs"),
    include_str!("attributes.rs"),
    include_str!("grammars.rs"),
    include_str!("highlight.rs"),
    include_str!("languages.rs"),
    include_str!("lines.rs"),
    include_str!("names.rs"),
    include_str!("roles.rs"),
    include_str!("spans.rs"),
);

/// The hash of those. Static, because it searches the lock file.
static MAKER: LazyLock<Key> = LazyLock::new(|| {
    // In the browser nothing is kept from one program to the next, so that it needs no source.
    let edition = if cfg!(target_arch = "wasm32") { "" } else { EDITION };
    Key::new("code", &[edition.as_bytes(), CRATES.map(version_of).concat().as_bytes()])
});

/// A highlighted code block, for the renderer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highlighted {
    /// The content of the block as HTML; empty if the text can be shown as it is.
    pub html: String,
    /// The problems with the info string.
    pub problems: Vec<Problem>,
}

/// The HTML of all blocks of a post, for [`RenderData::code`](crate::content::RenderData::code). A problem is a warning, because
/// the block is shown all the same.
pub(crate) fn insides(
    post: &Post,
    lines: &LineIndex<'_>,
    grammars: &Grammars,
    kept: &Kept<'_>,
    findings: &mut Diagnostics,
) -> Vec<String> {
    let blocks = &post.anatomy.code;
    let inside = |(block, Highlighted { html, problems }): (&CodeBlock, _)| {
        for Problem { message, remedy } in problems {
            findings.warning(&post.source.path, lines.location(&info(block, &post.body)), message, remedy);
        }
        html
    };
    let mut insides: Vec<String> = blocks.iter().zip(highlight_all(blocks, grammars, kept)).map(inside).collect();
    while insides.last().is_some_and(String::is_empty) {
        insides.pop();
    }
    insides
}

/// The byte range of the info string in the text; the whole block if it is written there with escapes.
fn info(block: &CodeBlock, text: &str) -> Range<usize> {
    let start = text[block.span.clone()].find(&block.info).map(|at| block.span.start + at);
    start.map_or(block.span.clone(), |start| start..start + block.info.len())
}

/// The highlighted blocks of a text. They are kept: highlighting is half of the work on a text.
fn highlight_all(blocks: &[CodeBlock], grammars: &Grammars, kept: &Kept<'_>) -> Vec<Highlighted> {
    let make = |block: &CodeBlock| highlight_with(grammars, &block.info, &block.text);
    kept.all(&MAKER, blocks, |block| [block.info.as_bytes(), block.text.as_bytes()], make, |_| true)
}

/// Highlights a code block as its info string asks.
///
/// Most blocks are text with some `span` elements, whose class is one of [`ROLES`]. Where lines are numbered,
/// highlighted or part of a diff, each line with its newline is a `span` of class `line`.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn highlight(info: &str, text: &str) -> Highlighted {
    highlight_with(Grammars::all(), info, text)
}

/// The same with some grammars.
pub(crate) fn highlight_with(grammars: &Grammars, info: &str, text: &str) -> Highlighted {
    let mut problems = Vec::new();
    let name = fence::language(info);
    let language = grammars.find(name).unwrap_or_else(|near| {
        problems.push(unknown(name, &near));
        Language::Plain
    });
    let attributes = Attributes::read(info, text.lines().count(), &mut problems);
    let html = match language {
        Language::Diff => Lines::of_diff(text).html(text, &attributes, &[]),
        _ if attributes.diff => {
            let (lines, code) = Lines::of_marked(text);
            lines.html(&code, &attributes, &grammars.spans_of(language, &code))
        }
        _ => Lines::plain(text).html(text, &attributes, &grammars.spans_of(language, text)),
    };
    Highlighted { html, problems }
}

fn unknown(name: &str, near: &[String]) -> Problem {
    let remedy = match near {
        [] => "it is shown without colours; write text to ask for that".to_owned(),
        [first @ .., last] => {
            let quoted: Vec<String> = first.iter().map(|name| format!("\"{name}\", ")).collect();
            format!("did you mean {}{}\"{last}\"?", quoted.concat(), if first.is_empty() { "" } else { "or " })
        }
    };
    Problem::new(format!("no highlighting for the language \"{name}\""), remedy)
}
