//! Block quotes that are alerts in other dialects: Obsidian's `> [!info]- Title`, and `> **Note**`.

use super::blocks;
use super::edit::Edit;
use super::page::{Page, marks};
use super::render::{details, kind};
use crate::markdown::ALERTS;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut start = 0;
    let mut above = "";
    for line in page.prose().text.split_inclusive('\n') {
        let (prefix, length) = marks(line);
        let begins = prefix.trim_end().ends_with('>') && depth(above) < depth(line);
        if begins && line[length..].starts_with("[!") {
            edits.extend(callout(page, start, start + length, &prefix));
        } else if begins && line[length..].starts_with("**") {
            edits.extend(bold(page, start + length, &prefix));
        }
        start += line.len();
        above = line;
    }
    edits
}

/// How many quotes a line is in.
fn depth(line: &str) -> usize {
    let (prefix, _) = marks(line);
    prefix.matches('>').count()
}

fn callout(page: &Page<'_>, start: usize, at: usize, prefix: &str) -> Option<Edit> {
    let end = page.line_end(at);
    let line = page.text[at..end].trim_end();
    let (name, rest) = line[2..].split_once(']')?;
    let name = name.split('|').next().unwrap_or(name);
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
    let sign = rest.chars().next().filter(|c| matches!(c, '-' | '+'));
    let title = rest[usize::from(sign.is_some())..].trim();
    let known = ALERTS.iter().any(|alert| alert.eq_ignore_ascii_case(name));
    if !is_name || known && title.is_empty() && sign.is_none() {
        return None;
    }
    let named = || {
        let mut letters = name.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    let label = format!("[!{}] → ", name.to_lowercase());
    if sign.is_some() {
        let title = if title.is_empty() { named() } else { title.to_owned() };
        return folded(page, start, at, prefix, &title, sign == Some('+'))
            .map(|edit| Edit { kind: label + "details", ..edit });
    }
    let (alert, own) = kind(name).unwrap_or_else(|| ("NOTE", Some(named())));
    let title = if title.is_empty() { own.unwrap_or_default() } else { title.to_owned() };
    let empty = prefix.trim_end();
    let below = page.text.get(end + 1..page.line_end((end + 1).min(page.text.len()))).unwrap_or_default();
    let gap = if below.starts_with(empty) && !below[marks(below).1..].trim().is_empty() {
        format!("\n{empty}")
    } else {
        String::new()
    };
    let bold = super::render::strong(&title);
    if matches!(name.to_lowercase().as_str(), "quote" | "cite") {
        let text = if title.is_empty() { String::new() } else { format!("{bold}{gap}") };
        return Some(Edit::new(at..end, text, label + "quotation"));
    }
    let text = if title.is_empty() { format!("[!{alert}]") } else { format!("[!{alert}]\n{prefix}{bold}{gap}") };
    Some(Edit::new(at..end, text, label + "alert"))
}

/// A callout that a reader opens.
fn folded(page: &Page<'_>, start: usize, at: usize, prefix: &str, title: &str, open: bool) -> Option<Edit> {
    let quote = prefix.trim_end();
    let outer = quote.strip_suffix('>')?;
    let mut end = page.line_end(at);
    let mut lines = Vec::new();
    while let Some(line) =
        page.text.get(end + 1..).filter(|_| end < page.text.len()).and_then(|rest| rest.split('\n').next())
    {
        let Some(rest) = line.strip_prefix(quote) else { break };
        lines.push(rest.strip_prefix(' ').unwrap_or(rest));
        end += 1 + line.len();
    }
    let from = start + outer.len().min(at - start);
    let written =
        page.text[start..].find('>').map_or(from, |step| if outer.trim().is_empty() { start + step } else { from });
    let (span, text) = blocks::placed(page, &(written..end), &details(title, open, lines.join("\n").trim()))?;
    Some(Edit::new(span, text, ""))
}

/// The form that GitHub had first: the kind in bold, alone on the first line.
fn bold(page: &Page<'_>, at: usize, prefix: &str) -> Option<Edit> {
    let end = page.line_end(at);
    let word = page.text[at..end].trim().strip_prefix("**")?.strip_suffix("**")?;
    let alert = ALERTS.iter().find(|alert| alert.eq_ignore_ascii_case(word.trim_end_matches(':')))?;
    let below = page.text.get(end + 1..)?;
    below
        .starts_with(prefix.trim_end())
        .then(|| Edit::new(at..end, format!("[!{alert}]"), format!("> **{word}** → alert")))
}
