//! Blocks of code: highlighted by classes and laid out in lines here, so that no highlighter is in the browser.

mod attributes;
mod highlight;
mod languages;
mod lines;
mod roles;

use std::path::Path;

use super::Diagnostics;
use crate::markdown::{CodeBlock, fence};

use attributes::Attributes;
use languages::Language;
use lines::Lines;

pub use roles::ROLES;

/// A block of code as the bundler has it for the renderer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlighted {
    /// The inside of the block; empty where the text itself will do.
    pub html: String,
    /// What is wrong with the words behind the fence, each with what to do about it.
    pub problems: Vec<(String, String)>,
}

/// The insides of all blocks, for [`Beside::code`](crate::content::Beside::code). What is wrong with one is a warning:
/// it is shown all the same.
pub(super) fn insides(
    blocks: &[CodeBlock],
    path: &Path,
    line: impl Fn(usize) -> usize,
    findings: &mut Diagnostics,
) -> Vec<String> {
    let inside = |block: &CodeBlock| {
        let Highlighted { html, problems } = highlight(&block.info, &block.text);
        for (message, remedy) in problems {
            findings.warning(path, line(block.offset), message, remedy);
        }
        html
    };
    let mut insides: Vec<String> = blocks.iter().map(inside).collect();
    while insides.last().is_some_and(String::is_empty) {
        insides.pop();
    }
    insides
}

/// Highlights a block of code as the words behind its fence want it.
///
/// Most blocks are text with a `span` here and there, whose class is one of [`ROLES`]. Where lines are numbered, pointed
/// at or marked as a difference, each line with its newline is a `span` of class `line`.
#[must_use]
pub fn highlight(info: &str, text: &str) -> Highlighted {
    let mut problems = Vec::new();
    let name = fence::language(info);
    let language = languages::find(name).unwrap_or_else(|near| {
        problems.push(unknown(name, &near));
        Language::Plain
    });
    let attributes = Attributes::read(info, text.lines().count(), &mut problems);
    let html = match language {
        Language::Diff => Lines::of_diff(text).html(text, &attributes, &[]),
        _ if attributes.diff => {
            let (lines, code) = Lines::of_marked(text);
            lines.html(&code, &attributes, &language.spans(&code))
        }
        _ => Lines::plain(text).html(text, &attributes, &language.spans(text)),
    };
    Highlighted { html, problems }
}

fn unknown(name: &str, near: &[String]) -> (String, String) {
    let remedy = match near {
        [] => "it is shown plain; write text to mean that".to_owned(),
        [first @ .., last] => {
            let quoted: Vec<String> = first.iter().map(|name| format!("\"{name}\", ")).collect();
            format!("did you mean {}{}\"{last}\"?", quoted.concat(), if first.is_empty() { "" } else { "or " })
        }
    };
    (format!("no highlighting for the language \"{name}\""), remedy)
}
