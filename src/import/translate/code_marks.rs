//! Comments in code that mark lines: `// highlight-next-line` of Docusaurus, `// [!code highlight]` of VitePress and Shiki.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::edit::Edit;
use super::page::Page;
use crate::content::Dialect;
use crate::markdown;

/// What comments begin and end with.
const COMMENTS: [(&str, &str); 7] =
    [("{/*", "*/}"), ("<!--", "-->"), ("/*", "*/"), ("//", ""), ("#", ""), ("--", ""), ("%", "")];

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    if !page.syntax.has_components() || !page.text.contains("highlight-") && !page.text.contains("[!code ") {
        return Vec::new();
    }
    let (mut edits, mut block) = (Vec::new(), None);
    for (event, span) in markdown::events(page.text, Dialect::default()) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => block = Some((span.start, Vec::new())),
            Event::Text(_) => block.iter_mut().for_each(|(_, spans): &mut (_, Vec<_>)| spans.push(span.clone())),
            Event::End(TagEnd::CodeBlock) => {
                if let Some((start, spans)) = block.take() {
                    edits.extend(marked(page, start, &spans));
                }
            }
            _ => {}
        }
    }
    edits
}

/// What a comment says about lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// So many lines from this one.
    Lines(usize),
    Added(usize),
    Removed(usize),
    Next,
    Begin,
    End,
}

/// The edits of one block: the comments go, and the lines that they mark are named behind the language.
fn marked(page: &Page<'_>, start: usize, spans: &[Range<usize>]) -> Vec<Edit> {
    let (mut edits, mut lines, mut diff) = (Vec::new(), Vec::new(), Vec::new());
    let (mut number, mut open, mut next, mut rest) = (0, false, false, 0_usize);
    for span in spans.iter().flat_map(|span| lines_of(page.text, span.clone())) {
        let line = &page.text[span.clone()];
        let found = comment(line);
        if let Some((at, Mark::Next | Mark::Begin | Mark::End)) = found
            && line[..at].trim().is_empty()
        {
            let mark = found.map(|(_, mark)| mark);
            next |= mark == Some(Mark::Next);
            open = mark == Some(Mark::Begin) || open && mark != Some(Mark::End);
            let begin = page.line_start(span.start);
            edits.push(Edit::new(
                begin..(page.line_end(begin) + 1).min(page.text.len()),
                "",
                "comment that marks code → {…}",
            ));
            continue;
        }
        number += 1;
        let mut sign = ' ';
        if let Some((at, mark)) = found {
            let end = span.start + line.trim_end().len();
            edits.push(Edit::new(span.start + line[..at].trim_end().len()..end, "", "comment that marks code → {…}"));
            match mark {
                Mark::Lines(count) => rest = rest.max(count),
                Mark::Added(_) => sign = '+',
                Mark::Removed(_) => sign = '-',
                Mark::Next | Mark::Begin | Mark::End => {}
            }
        }
        if std::mem::take(&mut next) || open || rest > 0 {
            lines.push(number.to_string());
        }
        rest = rest.saturating_sub(1);
        diff.push((span.start, sign));
    }
    if diff.iter().any(|(_, sign)| *sign != ' ') {
        edits.extend(diff.into_iter().map(|(at, sign)| Edit::new(at..at, sign.to_string(), "")));
        edits.extend(language(page, start));
    }
    if !lines.is_empty() {
        let end = page.line_end(start);
        edits.push(Edit::new(end..end, format!(" {{{}}}", lines.join(",")), ""));
    }
    edits
}

/// The lines in a span of code, without their breaks.
fn lines_of(text: &str, span: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = span.start;
    text[span].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches('\n').len()
    })
}

/// Where the comment begins that a line ends with, and its mark.
fn comment(line: &str) -> Option<(usize, Mark)> {
    let line = line.trim_end();
    COMMENTS.iter().find_map(|(open, close)| {
        let body = line.strip_suffix(close)?;
        let at = body.rfind(open)?;
        Some((at, mark(body[at + open.len()..].trim())?))
    })
}

fn mark(words: &str) -> Option<Mark> {
    match words {
        "highlight-next-line" => return Some(Mark::Next),
        "highlight-start" => return Some(Mark::Begin),
        "highlight-end" => return Some(Mark::End),
        _ => {}
    }
    let inside = words.strip_prefix("[!code ")?.strip_suffix(']')?.trim();
    let (name, count) = inside.split_once(':').unwrap_or((inside, "1"));
    let count = count.parse().unwrap_or(1);
    match name {
        "highlight" | "hl" | "focus" | "warning" | "error" | "info" => Some(Mark::Lines(count)),
        "++" => Some(Mark::Added(count)),
        "--" => Some(Mark::Removed(count)),
        name if name.starts_with("word") => Some(Mark::Lines(1)),
        _ => None,
    }
}

/// The language of a block with added and removed lines.
fn language(page: &Page<'_>, start: usize) -> Option<Edit> {
    let line = &page.text[start..page.line_end(start)];
    let from = line.find(['`', '~'])?;
    let info = line[from..].trim_start_matches(['`', '~']);
    let at = start + line.len() - info.len();
    let length = info.find([' ', ':', '{']).unwrap_or(info.trim_end().len());
    Some(Edit::new(at..at + length, "diff", "added and removed lines → diff"))
}
