//! The `import` and `export` of MDX.

use std::collections::HashMap;

use super::edit::Edit;
use super::page::Page;
use super::syntax::Syntax;
use crate::bundle::checks::foreign_syntax::modules;

/// How many lines a statement may have.
const MAX_LINES: usize = 200;

/// The files of pictures that a text imports, by name.
pub(super) fn pictures(text: &str, syntax: Syntax) -> HashMap<String, String> {
    let import = |line: &str| {
        let (name, file) = line.strip_prefix("import ")?.split_once(" from ")?;
        let file = file.trim().trim_end_matches(';').trim().trim_matches(['"', '\'']);
        let is_name = name.trim().chars().all(|c| c.is_alphanumeric() || c == '_');
        let ending = file.rsplit('.').next()?.split('?').next()?.to_lowercase();
        let is_picture = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"].contains(&ending.as_str());
        (is_name && is_picture).then(|| (name.trim().to_owned(), file.to_owned()))
    };
    if syntax.has_components() { text.lines().filter_map(import).collect() } else { HashMap::new() }
}

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !page.syntax.has_components() {
        return edits;
    }
    for start in &page.prose().paragraphs {
        let mut at = *start;
        while let Some((keyword, length)) = statement(&page.text[at..]) {
            let edit = Edit::new(at..at + length, "", format!("{keyword} → deleted"));
            edits.push(if keyword == "export" {
                let first = page.text[at..].lines().next().unwrap_or_default();
                edit.lost(
                    format!("\"{first}\" is code, which runs nowhere here, and was left out"),
                    "write into the text what it was for",
                )
            } else {
                edit
            });
            at += length;
        }
    }
    edits
}

/// The keyword of the statement that a text begins with, and its length with its last line break.
fn statement(text: &str) -> Option<(&'static str, usize)> {
    let keyword = ["import", "export"].into_iter().find(|word| text.starts_with(word))?;
    let (mut open, mut length, mut joined) = (0i64, 0, String::new());
    for line in text.split_inclusive('\n').take(MAX_LINES) {
        length += line.len();
        joined.push_str(line.trim());
        joined.push(' ');
        open += line.chars().map(|c| i64::from("{[(".contains(c)) - i64::from("}])".contains(c))).sum::<i64>();
        if open <= 0 {
            let first = if keyword == "import" { joined.as_str() } else { text.lines().next().unwrap_or_default() };
            return modules::of(first).map(|keyword| (keyword, length));
        }
    }
    None
}
