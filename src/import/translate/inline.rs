//! Signs within a line: `==marked==`, `^[a note]`, Obsidian's `%%comment%%` and `^block-id`.

use super::edit::Edit;
use super::page::Page;
use crate::bundle::checks::foreign_syntax::kind::Kind;
use crate::bundle::checks::foreign_syntax::signs;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut notes = 0;
    for found in signs::find(page.prose()) {
        let written = &page.text[found.span.clone()];
        match found.kind {
            Kind::Highlight => {
                let inside = &written[2..written.len() - 2];
                edits.push(Edit::new(found.span, format!("<mark>{inside}</mark>"), "==…== → mark"));
            }
            Kind::Note => {
                let label = label(page.text, &mut notes);
                let words = written[2..written.len() - 1].split_whitespace().collect::<Vec<_>>().join(" ");
                edits.push(Edit::new(found.span, format!("[^{label}]"), "^[…] → footnote"));
                let gap = if notes > 1 { "" } else { "\n" };
                let end = page.text.len();
                edits.push(Edit::new(end..end, format!("{gap}\n[^{label}]: {words}\n"), ""));
            }
            _ => {}
        }
    }
    if page.syntax.has_components() {
        edits.extend(spoilers(page));
    }
    if page.syntax.is_wiki() {
        edits.extend(comments(page));
        edits.extend(block_ids(page));
    }
    edits
}

/// A label that the text does not have yet.
fn label(text: &str, notes: &mut usize) -> String {
    // Each round goes on from the last label.
    *notes += 1;
    let mut number = *notes + text.matches("[^note-").count();
    while text.contains(&format!("[^note-{number}]")) {
        number += 1;
    }
    format!("note-{number}")
}

/// Comments, which may be long: what their author hid is not shown. One in a paragraph is put on one line, because
/// HTML has no comments over several paragraphs there.
fn comments(page: &Page<'_>) -> Vec<Edit> {
    let prose = &page.prose().text;
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(start) = prose[at..].find("%%").map(|step| at + step) {
        let Some(end) = prose[start + 2..].find("%%").map(|step| start + 2 + step) else { break };
        let inside = page.text[start + 2..end].trim().replace("--", "- -").replace("-->", "- ->");
        let is_block = page.is_block(&(start..end + 2));
        let inside = if is_block { inside } else { inside.split_whitespace().collect::<Vec<_>>().join(" ") };
        edits.push(Edit::new(start..end + 2, format!("<!-- {inside} -->"), "%%…%% → HTML comment"));
        at = end + 2;
    }
    edits
}

/// Fuwari's `:spoiler[words]`, which readers uncover.
fn spoilers(page: &Page<'_>) -> Vec<Edit> {
    const OPEN: &str = ":spoiler[";
    let spoiler = |(at, _): (usize, &str)| {
        let end = at + OPEN.len() + page.prose().text[at + OPEN.len()..page.line_end(at)].find(']')?;
        let inside = &page.text[at + OPEN.len()..end];
        let edit = Edit::new(at..end + 1, inside, ":spoiler → its text");
        Some(
            edit.lost("words that readers had to uncover are shown", "take them out, if they must not be read at once"),
        )
    };
    page.prose().text.match_indices(OPEN).filter_map(spoiler).collect()
}

/// Names of blocks at the ends of lines, which readers do not see in Obsidian.
fn block_ids(page: &Page<'_>) -> Vec<Edit> {
    let id = |(at, _): (usize, &str)| {
        let end = page.line_end(at);
        let name = page.prose().text[at + 1..end].trim_end();
        let is = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let start = page.text[..at].trim_end_matches(' ').len();
        let apart = start < at || at == page.line_start(at);
        (is && apart).then(|| Edit::new(start.max(page.line_start(at))..end, "", "^block-id → deleted"))
    };
    page.prose().text.match_indices('^').filter_map(id).collect()
}
