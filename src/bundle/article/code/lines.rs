//! Lays highlighted code out line by line, where an attribute of the block concerns lines.

use std::ops::Range;

use super::attributes::Attributes;

/// The lines of a text, each with its class: `ins`, `del`, `head` or none.
pub(super) struct Lines {
    marks: Vec<&'static str>,
    /// The sign before each line (`+`, `-` or a space), which is not code.
    signs: Vec<&'static str>,
    /// Whether each line has its own element even without numbers and highlighted lines.
    apart: bool,
}

impl Lines {
    /// Lines without classes.
    pub(super) fn plain(text: &str) -> Self {
        let count = text.split_inclusive('\n').count();
        Self { marks: vec![""; count], signs: vec![""; count], apart: false }
    }

    /// The lines of a patch, including their signs. A `---` line followed by a `+++` line names the files.
    pub(super) fn of_diff(text: &str) -> Self {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let names = |index: usize| {
            lines.get(index).is_some_and(|line| line.starts_with("--- "))
                && lines.get(index + 1).is_some_and(|line| line.starts_with("+++ "))
        };
        let mark = |index: usize| match lines[index].as_bytes() {
            _ if names(index) || index.checked_sub(1).is_some_and(names) => "head",
            [b'@', b'@', ..] => "head",
            [b'+', ..] => "ins",
            [b'-', ..] => "del",
            _ => "",
        };
        Self { marks: (0..lines.len()).map(mark).collect(), signs: vec![""; lines.len()], apart: true }
    }

    /// The lines of code with a sign before each, and the code without the signs.
    pub(super) fn of_marked(text: &str) -> (Self, String) {
        let mut lines = Self { marks: Vec::new(), signs: Vec::new(), apart: true };
        let mut code = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let (sign, mark) = match line.as_bytes() {
                [b'+', ..] => ("+", "ins"),
                [b'-', ..] => ("-", "del"),
                [b' ', ..] => (" ", ""),
                _ => ("", ""),
            };
            lines.signs.push(sign);
            lines.marks.push(mark);
            code.push_str(&line[sign.len()..]);
        }
        (lines, code)
    }

    /// The code as HTML; empty if the text can be shown as it is.
    pub(super) fn html(&self, code: &str, attributes: &Attributes, spans: &[(&'static str, Range<usize>)]) -> String {
        let mut html = String::new();
        if !self.apart && attributes.first.is_none() && attributes.marked.is_empty() {
            if !spans.is_empty() {
                write(&mut html, code, 0..code.len(), spans);
            }
            return html;
        }
        let mut marked = vec![false; self.marks.len()];
        for lines in &attributes.marked {
            // Counted from 1, and checked against the length of the block.
            marked[lines.start() - 1..*lines.end()].fill(true);
        }
        let (mut start, mut spans) = (0, spans);
        for (index, line) in code.split_inclusive('\n').enumerate() {
            let end = start + line.len();
            html.push_str("<span class=\"line");
            if marked[index] {
                html.push_str(" hl");
            }
            if !self.marks[index].is_empty() {
                html.push(' ');
                html.push_str(self.marks[index]);
            }
            html.push('"');
            if let Some(first) = attributes.first {
                html.push_str(&format!(" data-n=\"{}\"", first + index));
            }
            html.push('>');
            html.push_str(self.signs[index]);
            // A span over several lines is closed at the end of a line and reopened in the next.
            write(&mut html, code, start..end, spans);
            html.push_str("</span>");
            spans = &spans[spans.partition_point(|(_, span)| span.end <= end)..];
            start = end;
        }
        html
    }
}

/// Appends a part of the code, with its newline outside of every span.
fn write(html: &mut String, code: &str, part: Range<usize>, spans: &[(&'static str, Range<usize>)]) {
    let last = part.start + code[part.clone()].trim_end_matches('\n').len();
    let mut done = part.start;
    for (role, span) in spans.iter().take_while(|(_, span)| span.start < last) {
        let (start, end) = (span.start.max(part.start), span.end.min(last));
        if start < end {
            escape(html, &code[done..start]);
            html.push_str("<span class=\"");
            html.push_str(role);
            html.push_str("\">");
            escape(html, &code[start..end]);
            html.push_str("</span>");
            done = end;
        }
    }
    escape(html, &code[done..part.end]);
}

/// Appends escaped text. Drops control characters, which HTML forbids, as the renderer does.
fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\t' | '\n' => html.push(c),
            c if c.is_control() => {}
            _ => html.push(c),
        }
    }
}
