//! Puts blocks into a text: with empty lines around them, in the lists and quotes that they are in.

use super::page::{Page, marks};

/// Lines without the prefix of their container, without common indentation, and without empty lines at the ends.
pub(super) fn unindented(body: &str, prefix: &str) -> String {
    let shared = |line: &str| {
        let rest = line.strip_prefix(prefix);
        let rest = rest.or_else(|| line.strip_prefix(prefix.trim_end()).filter(|rest| rest.trim().is_empty()));
        rest.unwrap_or(line).to_owned()
    };
    let lines: Vec<String> = body.lines().map(shared).collect();
    let indent = |line: &&String| line.len() - line.trim_start_matches([' ', '\t']).len();
    // What follows the opening tag on its line is not indented.
    let skipped = usize::from(!body.starts_with('\n'));
    let below = lines.iter().skip(skipped).filter(|line| !line.trim().is_empty());
    let common = below.map(|line| indent(&line)).min().unwrap_or_default();
    let cut = |(index, line): (usize, &String)| {
        let width = if index < skipped { indent(&line) } else { common.min(indent(&line)) };
        line[width..].trim_end_matches('\r').to_owned()
    };
    let lines: Vec<String> = lines.iter().enumerate().map(cut).collect();
    let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(lines.len());
    let last = lines.iter().rposition(|line| !line.trim().is_empty()).map_or(first, |last| last + 1);
    lines[first..last].join("\n")
}

/// A block quote of a text.
pub(super) fn quoted(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The text that replaces a span by a block, and the span, to which white space around it is added. `None` where no
/// block can be: in a cell of a table, or in a heading.
pub(super) fn placed(
    page: &Page<'_>,
    span: &std::ops::Range<usize>,
    block: &str,
) -> Option<(std::ops::Range<usize>, String)> {
    let start = page.line_start(span.start);
    let end = page.line_end(span.end);
    let (prefix, length) = marks(&page.text[start..span.start]);
    let before = &page.text[start + length..span.start];
    let after = page.text[span.end..end].trim();
    let line = page.text[start + length..].trim_start();
    if line.starts_with('|') || line.starts_with('#') {
        return None;
    }
    let mut out = String::new();
    let mut from = span.start;
    if !before.trim().is_empty() {
        from -= before.len() - before.trim_end().len();
        out.push_str(&format!("\n{}\n{prefix}", prefix.trim_end()));
    } else if !above_is_empty(page, start) {
        out.push_str(&format!("\n{prefix}"));
    }
    out.push_str(&indented(block, &prefix));
    let to = if after.is_empty() { end } else { end - page.text[span.end..end].trim_start().len() };
    if !after.is_empty() {
        out.push_str(&format!("\n{}\n{prefix}", prefix.trim_end()));
    } else if !below_is_empty(page, end) {
        out.push_str(&format!("\n{}", prefix.trim_end()));
    }
    Some((from..to, out))
}

/// A block whose lines after the first have a prefix.
pub(super) fn indented(block: &str, prefix: &str) -> String {
    let mut lines = block.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        out.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        out.push_str(line);
    }
    out
}

fn above_is_empty(page: &Page<'_>, start: usize) -> bool {
    start == 0 || is_empty(&page.text[page.line_start(start - 1)..start - 1])
}

fn below_is_empty(page: &Page<'_>, end: usize) -> bool {
    end >= page.text.len() || is_empty(&page.text[end + 1..page.line_end(end + 1)])
}

/// Whether a line has no text: a quote without words is an empty line too.
fn is_empty(line: &str) -> bool {
    line.trim_start_matches([' ', '\t', '>']).trim().is_empty()
}
