//! Diagrams: drawn from their source at build time, in the colours of the site, so that browsers need no script.
//!
//! A drawing takes the place of its code block. The source follows it, folded.

#[cfg(not(target_arch = "wasm32"))]
mod mermaid;
#[cfg(not(target_arch = "wasm32"))]
mod palette;
#[cfg(not(target_arch = "wasm32"))]
mod svg;

use std::sync::LazyLock;

use super::context::Context;
use super::costly::{DiagramFault, Drawing};
use super::within::within;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::LineIndex;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::escape::escape;
use crate::bundle::input::post::Post;
use crate::bundle::key::{Key, version_of};
use crate::content::{Message, Messages};
use crate::markdown::{CodeBlock, fence};

/// The name of the language in info strings, in any case.
const LANGUAGE: &str = "mermaid";
/// What takes the place of the part of ids that tells one drawing of a page from the others: a character that no XML has, and
/// so no label.
const ID: &str = "\u{1}";
/// What determines a drawing besides its source, as a hash for the cache key. Static, because it searches the lock file.
static MAKER: LazyLock<Key> = LazyLock::new(|| {
    let crates = ["merman", "merman-core", "merman-render", "dugong", "manatee", "simplecss"].map(version_of).concat();
    Key::new("diagrams", &[edition().as_bytes(), crates.as_bytes()])
});

/// The source of what draws.
#[cfg(not(target_arch = "wasm32"))]
fn edition() -> &'static str {
    concat!(
        include_str!("mermaid.rs"),
        include_str!("palette.rs"),
        include_str!("svg/mod.rs"),
        include_str!("svg/attributes.rs"),
        include_str!("svg/element.rs"),
        include_str!("svg/numbers.rs"),
        include_str!("svg/paint.rs"),
        include_str!("svg/style.rs"),
        include_str!("svg/writer.rs"),
    )
}

#[cfg(target_arch = "wasm32")]
fn edition() -> &'static str {
    ""
}

/// Draws a diagram in Mermaid. The same source is drawn as the same bytes.
///
/// # Errors
/// The source is not Mermaid, is of a kind that is not drawn, or is too large.
#[cfg(not(target_arch = "wasm32"))]
pub fn draw(source: &str) -> Result<Drawing, DiagramFault> {
    mermaid::draw(source)
}

/// Puts the drawings of a post into [`RenderData::code`](crate::content::RenderData::code). A diagram that cannot be drawn
/// stays the code block that it is.
pub(crate) fn draw_all(
    post: &Post,
    lines: &LineIndex<'_>,
    context: &Context<'_>,
    words: &Messages,
    code: &mut Vec<String>,
    findings: &mut Diagnostics,
) {
    let is_diagram = |block: &CodeBlock| fence::language(&block.info).eq_ignore_ascii_case(LANGUAGE);
    let blocks: Vec<(usize, &CodeBlock)> =
        post.anatomy.code.iter().enumerate().filter(|(_, block)| is_diagram(block)).collect();
    fn inputs<'a>((_, block): &'a (usize, &CodeBlock)) -> [&'a [u8]; 2] {
        [block.text.as_bytes(), LANGUAGE.as_bytes()]
    }
    let draw = |(_, block): &(usize, &CodeBlock)| context.costly.diagram(&block.text);
    let lasts = |drawn: &Option<Result<_, DiagramFault>>| !matches!(drawn, Some(Err(fault)) if fault.passing);
    let drawn = context.kept.all(&MAKER, &blocks, inputs, draw, lasts);
    for ((index, block), drawn) in blocks.into_iter().zip(drawn) {
        let figure = match drawn {
            Some(Ok(drawing)) => {
                if drawing.has_links {
                    let message = "links in a diagram lead nowhere: it is a picture";
                    let remedy = "delete its lines that begin with click, and write the links below it";
                    findings.warning(&post.source.path, lines.location(&block.span), message, remedy);
                }
                figure(block, &drawing, index, words)
            }
            Some(Err(DiagramFault { problem: Problem { message, remedy }, offset, .. })) => {
                let start = within(&post.body, &block.text, &block.span, offset);
                let at = lines.location(&(start..block.span.end.max(start)));
                findings.warning(&post.source.path, at, message, remedy);
                continue;
            }
            None => later(words),
        };
        if code.len() <= index {
            code.resize(index + 1, String::new());
        }
        code[index] = figure;
    }
}

/// The beginning of a figure. The writer of Markdown puts the source behind it, and closes both.
fn figure(block: &CodeBlock, drawing: &Drawing, index: usize, words: &Messages) -> String {
    let title = fence::title(&block.info);
    let name = Some(title).filter(|title| !title.is_empty()).or(drawing.name.as_deref());
    let name = escape(name.unwrap_or(words.get(Message::Diagram)));
    let caption = if title.is_empty() { String::new() } else { format!("<figcaption>{}</figcaption>", escape(title)) };
    let id = format!("d{}-{index}-", Key::new("diagrams", &[block.text.as_bytes()]).short());
    let (svg, source) = (drawing.svg.replace(ID, &id), escape(words.get(Message::DiagramSource)));
    format!(
        "<figure class=\"diagram\">{caption}<div class=\"drawing\" tabindex=\"0\" role=\"img\" aria-label=\"{name}\">{svg}</div>\
         <details><summary>{source}</summary>\n"
    )
}

/// The same where nothing draws, as in the editor: it says so, and shows the source.
fn later(words: &Messages) -> String {
    let (later, source) = (escape(words.get(Message::DiagramLater)), escape(words.get(Message::DiagramSource)));
    format!("<figure class=\"diagram\"><p>{later}</p><details open><summary>{source}</summary>\n")
}
