//! Formulas that this site cannot set: with commands of extensions, or with mistakes.

use std::ops::Range;

use pulldown_cmark::Event;

use super::edit::Edit;
use super::page::Page;
use crate::bundle::mathml;
use crate::content::Dialect;
use crate::markdown;

/// Names that are commands in KaTeX and MathJax.
const NAMES: [&str; 3] = ["KaTeX", "LaTeX", "TeX"];

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    if !page.text.contains('$') {
        return Vec::new();
    }
    let edit = |(event, span): (Event<'_>, Range<usize>)| match event {
        Event::InlineMath(formula) => edit(page, span, &formula, false),
        Event::DisplayMath(formula) => edit(page, span, &formula, true),
        _ => None,
    };
    markdown::events(page.text, Dialect::default()).into_iter().filter_map(edit).collect()
}

/// The formula with its names as words, or as code if it still cannot be set.
fn edit(page: &Page<'_>, span: Range<usize>, formula: &str, display: bool) -> Option<Edit> {
    let mistake = mathml(formula, display).err()?;
    let written = page.text.get(span.clone())?;
    if let Some(name) = formula.trim().strip_prefix('\\').filter(|name| NAMES.contains(name)) {
        return Some(Edit::new(span, name, "name in a formula → its letters"));
    }
    let named = named(written);
    let width = if display { 2 } else { 1 };
    let inside = |written: &str| written.get(width..written.len().checked_sub(width)?).map(str::to_owned);
    if named != written && mathml(&inside(&named)?, display).is_ok() {
        return Some(Edit::new(span, named, "name in a formula → its letters"));
    }
    let source = inside(written)?;
    let code = if display && page.is_block(&span) && page.prefix(span.start).is_some_and(|it| it.is_empty()) {
        fenced(source.trim())
    } else {
        spanned(&source.split('\n').map(str::trim).collect::<Vec<_>>().join(" "))
    };
    let lost = format!("{}, and is shown as code", mistake.message);
    Some(
        Edit::new(span, code, "formula that cannot be set → code")
            .lost(lost, "write it with other commands, in $ signs"),
    )
}

/// A formula with the letters of `\KaTeX` and the like in place of the commands.
fn named(formula: &str) -> String {
    let mut named = String::with_capacity(formula.len());
    let mut rest = formula;
    while let Some((before, after)) = rest.split_once('\\') {
        named.push_str(before);
        let word = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        match NAMES.iter().find(|name| **name == &after[..word]) {
            Some(name) => named.push_str(&format!("\\text{{{name}}}")),
            None => {
                // With the sign behind it, which may be another backslash.
                let end = after.char_indices().nth(1).map_or(after.len(), |(at, _)| at).max(word);
                named.push('\\');
                named.push_str(&after[..end]);
                rest = &after[end..];
                continue;
            }
        }
        rest = &after[word..];
    }
    named + rest
}

fn fenced(code: &str) -> String {
    let mut fence = "```".to_owned();
    while code.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}latex\n{code}\n{fence}")
}

fn spanned(code: &str) -> String {
    let mut fence = "`".to_owned();
    while code.contains(&fence) {
        fence.push('`');
    }
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{code}{space}{fence}")
}
