//! What is still of another engine, with what to write in its place.

use std::collections::HashSet;

use super::page::Page;
use crate::bundle::checks::foreign_syntax::{recognise, remedy};
use crate::content::Dialect;
use crate::import::notes::Notes;

/// Adds an open note for each occurrence.
pub(super) fn note(page: &Page<'_>, notes: &mut Notes) {
    let mut noted = HashSet::new();
    for found in recognise::find(page.text, Dialect::default()) {
        let message = format!("{} is {}", found.kind.written(&found.name), found.kind.what());
        let line = page.draft.line(found.span.start);
        if noted.insert((line, message.clone())) {
            notes.open(line, message, remedy::of(found.kind, &found.name));
        }
    }
    for (at, sign) in page.prose().text.match_indices("](@/") {
        let near = &page.text[at + sign.len()..page.line_end(at)];
        let path = near.split([')', ' ']).next().unwrap_or_default();
        let message = format!("\"@/{path}\" leads to no text that is brought along");
        notes.open(
            page.draft.line(at),
            message,
            "write the path of the file, [its title](./other.md), or delete the link",
        );
    }
    if page.syntax.has_components() {
        for (at, expression) in expressions(page) {
            let message = format!("{{{expression}}} is an expression of MDX");
            notes.open(
                page.draft.line(at),
                message,
                "write its value; to show it as written, put it between backticks",
            );
        }
    }
}

/// Expressions in single braces: a name, with properties or calls.
fn expressions<'a>(page: &'a Page<'_>) -> Vec<(usize, &'a str)> {
    let prose = &page.prose().text;
    let expression = |(at, _): (usize, &str)| {
        let inside = &prose[at + 1..page.line_end(at)];
        let inside = &inside[..inside.find(['{', '}'])?];
        let alone = !prose[..at].ends_with(['{', '$', '=']) && prose[at + 1 + inside.len()..].starts_with('}');
        let first = inside.starts_with(|c: char| c.is_ascii_alphabetic());
        let is = first && inside.contains('.') && !inside.contains([' ', '=', '"', ':']);
        (alone && is).then_some((at, inside))
    };
    prose.match_indices('{').filter_map(expression).collect()
}
