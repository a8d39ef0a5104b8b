//! Lists of attributes: kramdown's `{: .x}`, and `{width=300}` or ` =300x200` of a picture.

use std::ops::Range;

use super::edit::Edit;
use super::page::{Page, marks};
use super::render::of_word;
use super::scan;
use super::syntax::Syntax;
use crate::markdown::PICTURE_ATTRIBUTES;

/// How long a paragraph may be that a list of attributes makes a notice.
const MAX_NOTICE_BYTES: usize = 10_000;
/// In bytes: how far the beginning of a picture may be before its destination.
const MAX_ALT_BYTES: usize = 1_000;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let prose = page.prose();
    let mut edits: Vec<Edit> = prose.ends.iter().filter_map(|end| behind(page, *end)).collect();
    edits.extend(prose.text.match_indices("{:").filter_map(|(at, _)| kramdown(page, at)));
    edits.extend(sizes(page));
    edits
}

/// Attributes directly behind a link or a picture.
fn behind(page: &Page<'_>, at: usize) -> Option<Edit> {
    let inside = page.text[at..].strip_prefix('{')?;
    let inside = &inside[..inside.find(['}', '\n'])?];
    let end = at + 1 + inside.len();
    // At the end of a heading, they are those of the heading.
    let heading = page.text[page.line_start(at)..].trim_start().starts_with('#');
    let is = inside.starts_with(':') || inside.split_whitespace().all(is_attribute) && !inside.trim().is_empty();
    let own = inside.split_whitespace().any(is_own);
    let edit = || Edit::new(at..end + 1, "", "{…} of a link or a picture → deleted");
    (page.text[end..].starts_with('}') && is && !heading && !own).then(edit)
}

/// Whether an attribute is one that pictures have on this site.
fn is_own(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| PICTURE_ATTRIBUTES.contains(&name))
}

fn is_attribute(word: &str) -> bool {
    let named = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic());
    match word.split_at_checked(1) {
        Some(("." | "#", name)) => named(name),
        _ => word.split_once('=').is_some_and(|(key, value)| named(key) && !value.starts_with('=')),
    }
}

fn kramdown(page: &Page<'_>, at: usize) -> Option<Edit> {
    let end = scan::find(&page.prose().text, at, "}")? + 1;
    let inside = page.text[at + 2..end - 1].trim();
    let words = || inside.split_whitespace();
    if inside.starts_with([':', '/'])
        || !words().all(|word| is_attribute(word) || word == "toc" || word.contains('"') || word == "footnotes")
    {
        return extension(page, at, end, inside);
    }
    let line = page.line_start(at)..page.line_end(at);
    let alone = page.prefix(at).is_some() && page.text[end..line.end].trim().is_empty();
    if inside.is_empty() || !alone {
        return heading_id(page, at..end, inside).or_else(|| {
            let joined = page.text[..at].ends_with([')', ']', '*', '_', '`', '>']);
            joined.then(|| Edit::new(at..end, "", "{: …} → deleted"))
        });
    }
    let whole = line.start..(line.end + 1).min(page.text.len());
    let above = line.start.checked_sub(1).map(|end| page.line_start(end)..end).unwrap_or(0..0);
    if words().any(|word| word == "toc") {
        // The item above is replaced by the list.
        let item = page.text[above.clone()].trim_start();
        let is_item = item.starts_with(['*', '-', '+']) || item.starts_with("1.");
        let start = if is_item { above.start } else { whole.start };
        return Some(Edit::new(start..whole.end, "", "{:toc} → deleted"));
    }
    let class =
        words().filter_map(|word| word.strip_prefix('.')).find_map(|class| of_word(class).map(|kind| (class, kind)));
    let in_item = !page.text[line.start..at].trim_start_matches([' ', '\t', '>']).is_empty();
    if let Some((class, (alert, _))) = class.filter(|_| !in_item) {
        return notice(page, whole.clone(), above, alert, class)
            .or_else(|| Some(Edit::new(whole, "", "{: …} → deleted")));
    }
    // The mark of its list item stays.
    let span = if in_item { at..end } else { whole };
    Some(Edit::new(span, "", "{: …} → deleted"))
}

/// `{#id}` for the id that a heading has at its end.
fn heading_id(page: &Page<'_>, span: Range<usize>, inside: &str) -> Option<Edit> {
    let is_heading = page.text[page.line_start(span.start)..].trim_start().starts_with('#');
    let id = inside.split_whitespace().find(|word| word.starts_with('#'));
    is_heading.then(|| match id {
        Some(id) => Edit::new(span, format!("{{{id}}}"), "{: #id} → {#id}"),
        None => Edit::new(span, "", "{: …} → deleted"),
    })
}

/// `{::comment}`, `{::nomarkdown}` and `{::options}`, whose content stays.
fn extension(page: &Page<'_>, at: usize, end: usize, inside: &str) -> Option<Edit> {
    let name = inside.trim_start_matches([':', '/']).split_whitespace().next().unwrap_or_default();
    let sign = match (page.syntax, name, inside.starts_with('/')) {
        (Syntax::Jekyll | Syntax::Plain, "comment", false) => "<!--",
        (Syntax::Jekyll | Syntax::Plain, "comment", true) => "-->",
        (Syntax::Jekyll | Syntax::Plain, "nomarkdown" | "options", _) => "",
        _ => return None,
    };
    Some(Edit::new(
        at..end,
        sign,
        format!("{{::{name}}} → {}", if sign.is_empty() { "deleted" } else { "HTML comment" }),
    ))
}

/// The paragraph or quote beside a list of attributes, as an alert: the one above, else the one below.
fn notice(page: &Page<'_>, line: Range<usize>, above: Range<usize>, alert: &str, class: &str) -> Option<Edit> {
    let has_text = |line: &Range<usize>| {
        let line = page.text[line.clone()].trim();
        !line.is_empty() && !line.starts_with("{:")
    };
    let text = |start: usize, end: usize| {
        let written = page.text[start..end].trim_end();
        let first = written.lines().next().unwrap_or_default();
        let (prefix, length) = marks(first);
        if prefix.trim_end().ends_with('>') {
            return format!("{}[!{alert}]\n{written}\n", &first[..length]);
        }
        let quoted = written.lines().map(|line| format!("> {}\n", line.trim_start())).collect::<String>();
        format!("> [!{alert}]\n{quoted}")
    };
    let kind = format!("{{: .{class}}} → alert");
    if has_text(&above) && above.end > above.start {
        let mut start = above.start;
        while start > 0 {
            let before = page.line_start(start - 1)..start - 1;
            if !has_text(&before) || line.start - before.start > MAX_NOTICE_BYTES {
                break;
            }
            start = before.start;
        }
        return Some(Edit::new(start..line.end, text(start, line.start), kind));
    }
    let below = &page.text[line.end..];
    if below.starts_with(['#', '`', '\n']) || below.trim_start().starts_with("{:") || below.is_empty() {
        return None;
    }
    let near = &below[..below.floor_char_boundary(MAX_NOTICE_BYTES)];
    let end = near.find("\n\n").map(|end| end + 1).or((near.len() == below.len()).then_some(below.len()))?;
    Some(Edit::new(line.start..line.end + end, text(line.end, line.end + end), kind))
}

/// Sizes within a picture: `![x](y =300x200)` and `![x|300](y)`.
fn sizes(page: &Page<'_>) -> Vec<Edit> {
    let prose = &page.prose().text;
    let mut edits = Vec::new();
    for (at, _) in prose.match_indices("](") {
        let end = page.line_end(at).min(prose.floor_char_boundary(at + MAX_ALT_BYTES));
        let rest = &prose[at + 2..end];
        let inside = &rest[..rest.find(')').unwrap_or(rest.len())];
        let size = inside.rfind(" =").filter(|start| is_size(inside[start + 2..].trim_end()));
        if let Some(start) = size {
            edits.push(Edit::new(at + 2 + start..at + 2 + inside.len(), "", "size of a picture → deleted"));
        }
        let from = page.line_start(at).max(prose.floor_char_boundary(at.saturating_sub(MAX_ALT_BYTES)));
        let before = &prose[from..at];
        let alt = before.rfind("![").map(|open| &before[open + 2..]);
        if let Some((_, size)) =
            alt.and_then(|alt| alt.rsplit_once('|')).filter(|(_, size)| is_size(size) && page.syntax.is_wiki())
        {
            edits.push(Edit::new(at - size.len() - 1..at, "", "size of a picture → deleted"));
        }
    }
    edits
}

/// `300`, `300x200`, `300x`, `x200`, with percent signs.
fn is_size(size: &str) -> bool {
    size.contains(|c: char| c.is_ascii_digit())
        && size.chars().all(|c| c.is_ascii_digit() || matches!(c, 'x' | '%' | '*'))
}
