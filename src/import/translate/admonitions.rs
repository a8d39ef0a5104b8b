//! Admonitions of Python-Markdown: `!!! note "Title"`, `??? note`, whose text is indented.

use super::blocks;
use super::edit::Edit;
use super::page::{Page, marks};
use super::render::{alert, details, kind};

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let prose = &page.prose().text;
    let mut edits = Vec::new();
    for sign in ["!!! ", "??? ", "???+ "] {
        edits.extend(prose.match_indices(sign).filter_map(|(start, _)| edit(page, start, sign)));
    }
    edits
}

fn edit(page: &Page<'_>, start: usize, sign: &str) -> Option<Edit> {
    let prefix = page.prefix(start)?;
    let line_end = page.line_end(start);
    let (name, title) = heading(&page.text[start + sign.len()..line_end])?;
    let (end, body) = body(page, line_end, &prefix);
    if body.is_empty() {
        return None;
    }
    let (of_kind, own) = kind(&name).unwrap_or(("NOTE", None));
    let named = || {
        let mut letters = name.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    let text = if sign.starts_with('?') {
        let title = title.or_else(named).unwrap_or_default();
        details(&title, sign.contains('+'), &body)
    } else {
        let own = if kind(&name).is_some() { own } else { named() };
        alert(of_kind, title.or(own).as_deref(), &body)
    };
    let to = if sign.starts_with('?') { "details" } else { "alert" };
    let (span, text) = blocks::placed(page, &(start..end), &text)?;
    Some(Edit::new(span, text, format!("{} {name} → {to}", sign.trim_end())))
}

/// The kind and the title, which may be empty, so that there is none.
fn heading(rest: &str) -> Option<(String, Option<String>)> {
    let (words, title) = match rest.split_once('"') {
        Some((words, title)) => (words, Some(title.trim_end().strip_suffix('"')?.to_owned())),
        None => (rest, None),
    };
    let name = words.split_whitespace().next()?;
    let is_name = |word: &str| word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    // `inline end` places it.
    let is = words.split_whitespace().all(is_name) && (title.is_some() || words.split_whitespace().count() < 4);
    is.then(|| (name.to_lowercase(), title))
}

/// The indented lines below, and where they end.
fn body(page: &Page<'_>, line_end: usize, prefix: &str) -> (usize, String) {
    let (mut end, mut at) = (line_end, line_end);
    let mut lines = Vec::new();
    for line in page.text.get(line_end + 1..).unwrap_or_default().split_inclusive('\n') {
        let written = line.trim_end_matches(['\n', '\r']);
        let rest = written.strip_prefix(prefix).unwrap_or(&written[marks(written).1.min(written.len())..]);
        let text = rest.strip_prefix("    ").or_else(|| rest.strip_prefix('\t'));
        at += 1 + written.len() + (line.trim_end_matches('\n').len() - written.len());
        match text {
            Some(text) => {
                lines.push(text);
                end = at;
            }
            None if rest.trim().is_empty() => lines.push(""),
            None => break,
        }
    }
    let text = lines.join("\n");
    (end, text.trim_end().trim_start_matches('\n').to_owned())
}
