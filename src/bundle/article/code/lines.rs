//! Lays highlighted code out in lines, where its author asked for something that concerns lines.

use std::ops::Range;

use super::attributes::Attributes;

/// The lines of a text, and what is said of each: `ins`, `del`, or nothing.
pub(super) struct Lines {
    marks: Vec<&'static str>,
    /// What stands before each line and is not code.
    signs: Vec<&'static str>,
    /// Whether lines are laid out one by one even if nothing else asks for it.
    apart: bool,
}

impl Lines {
    /// Lines of which nothing is said.
    pub(super) fn plain(text: &str) -> Self {
        let count = text.split_inclusive('\n').count();
        Self { marks: vec![""; count], signs: vec![""; count], apart: false }
    }

    /// The lines of a patch, signs and all. `---` and `+++` one after the other name the files.
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

    /// The lines of code with signs before it, and the code without them.
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

    /// The code as HTML; empty where the text itself will do.
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
            // They are counted from 1, and were held to the block.
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
            // A span that goes on is closed at the end of a line and opened again in the next.
            write(&mut html, code, start..end, spans);
            html.push_str("</span>");
            spans = &spans[spans.partition_point(|(_, span)| span.end <= end)..];
            start = end;
        }
        html
    }
}

/// Adds a part of the code, its newline outside of every role.
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

/// Adds text. Control characters, which HTML forbids, are dropped, as the renderer does.
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
