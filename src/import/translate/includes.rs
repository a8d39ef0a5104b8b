//! Files that VitePress shows in a text: `<<< @/file.ts#part{1,3} [title]`, and `<!--@include: ./part.md-->`.

use std::ops::Range;

use super::code::{self, Info};
use super::edit::Edit;
use super::page::{Page, prefix};
use super::syntax::Syntax;

/// How deep the parts of a text may include others.
pub(super) const MAX_DEPTH: usize = 3;

const REMEDY: &str = "write its content here, or delete the line";

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    if page.syntax != Syntax::VitePress {
        return Vec::new();
    }
    let prose = page.prose();
    let lines =
        prose.text.match_indices("<<<").filter(|(at, _)| prefix(&page.text[page.line_start(*at)..*at]).is_some());
    let mut edits: Vec<Edit> = lines.filter_map(|(at, _)| snippet(page, at)).collect();
    edits.extend(prose.html.iter().filter_map(|span| include(page, span)));
    edits
}

/// A file that is shown as code.
fn snippet(page: &Page<'_>, at: usize) -> Option<Edit> {
    let end = page.line_end(at);
    let written = page.text[at + 3..end].trim();
    let stop = written.find(['{', '[', ' ']).unwrap_or(written.len());
    let (path, rest) = written.split_at(stop);
    let (file, region) = path.split_once('#').unwrap_or((path, ""));
    let name = file.rsplit('/').next().filter(|name| name.contains('.'))?;
    let options = rest.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map_or("", |(inside, _)| inside);
    let title = rest.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or("", |(title, _)| title);
    let Some(text) = page.references.file(file) else {
        let lost = format!("{written} is not there, and its code is missing here");
        return Some(Edit::new(at..end, code::span(path), "").lost(lost, REMEDY));
    };
    let mut info = Info { title: title.to_owned(), ..Info::default() };
    info.language = name.rsplit('.').next().unwrap_or_default().to_owned();
    for word in options.split_whitespace() {
        let (language, numbered) = word.split_once(":line-numbers").map_or((word, false), |(word, _)| (word, true));
        info.numbered |= numbered;
        if language.starts_with(|c: char| c.is_ascii_digit()) {
            language.clone_into(&mut info.marked);
        } else if !language.is_empty() {
            language.clone_into(&mut info.language);
        }
    }
    let fenced = code::fenced(&info.written(), &part(&text, region));
    let indent = prefix(&page.text[page.line_start(at)..at])?;
    Some(Edit::new(at..end, super::blocks::indented(&fenced, &indent), "<<< → code block"))
}

/// A file that is a part of the text.
fn include(page: &Page<'_>, span: &Range<usize>) -> Option<Edit> {
    let written = page.text.get(span.clone())?;
    let inside = written.trim().strip_prefix("<!--")?.split_once("-->")?.0.trim().strip_prefix("@include:")?.trim();
    let (path, lines) = inside.split_once('{').unwrap_or((inside, ""));
    let (file, region) = path.trim().split_once('#').unwrap_or((path.trim(), ""));
    let length = written.find("-->")? + 3;
    let span = span.start..span.start + length;
    let Some(text) = page.references.file(file) else {
        return Some(Edit::new(span, "", "").lost(format!("{inside} is not there, and is missing here"), REMEDY));
    };
    let head = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let body = range(head.map_or(text.as_str(), |(_, body)| body), lines.trim_end_matches('}'));
    Some(Edit::new(span, part(&body, region).trim().to_owned(), "@include → its text"))
}

/// The lines of a range such as `3,` or `,10` or `1,10`.
fn range(text: &str, written: &str) -> String {
    let Some((from, to)) = written.split_once(',') else { return text.to_owned() };
    let from = from.trim().parse::<usize>().unwrap_or(1).max(1);
    let to = to.trim().parse::<usize>().unwrap_or(usize::MAX);
    text.split_inclusive('\n').skip(from - 1).take((to + 1).saturating_sub(from)).collect()
}

/// The lines between `#region name` and `#endregion`, without their common indentation; all lines without a name.
fn part(text: &str, region: &str) -> String {
    if region.is_empty() {
        return text.to_owned();
    }
    let is = |line: &str, mark: &str| {
        line.split_once(mark).is_some_and(|(_, rest)| rest.split_whitespace().next().is_none_or(|name| name == region))
    };
    let inside = text.lines().skip_while(|line| !(line.contains(region) && is(line, "#region"))).skip(1);
    let lines: Vec<&str> = inside.take_while(|line| !is(line, "#endregion")).collect();
    if lines.is_empty() { text.to_owned() } else { super::blocks::unindented(&format!("\n{}", lines.join("\n")), "") }
}
