//! What template engines read before Markdown and take as it is: code, formulas and comments between tags, `raw`, and
//! escaped shortcodes.

use std::collections::HashSet;
use std::ops::Range;

use super::blocks;
use super::code::{self, Info};
use super::code_ends::{closing_run, fence};
use super::edit::Edit;
use super::page::{Page, marks};
use super::scan;
use super::syntax::Syntax;
use crate::bundle::checks::foreign_syntax::prose::Prose;
use crate::content::Dialect;

const CODE: [&str; 5] = ["highlight", "codeblock", "code", "code-block", "prism"];
const MATH: [&str; 5] = ["math", "katex", "mathjax", "latex", "equation"];
const RAW: [&str; 2] = ["raw", "verbatim"];

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let mut scanner = Scanner { page, edits: Vec::new(), unclosed: HashSet::new(), runs: (0, HashSet::new()) };
    let text = page.text;
    let mut at = 0;
    while at < text.len() {
        let begins = at == 0 || text.as_bytes()[at - 1] == b'\n';
        at = match begins.then(|| fence(text, at)).flatten() {
            Some(end) => scanner.in_code(at..end),
            None => scanner.step(at),
        };
    }
    scanner.edits
}

struct Scanner<'a> {
    page: &'a Page<'a>,
    edits: Vec<Edit>,
    /// Names of tags that have no end any more: the text is not searched again.
    unclosed: HashSet<String>,
    /// Lengths of runs of backticks that are not closed before an offset.
    runs: (usize, HashSet<usize>),
}

impl Scanner<'_> {
    /// Goes on to the end of the next thing on a line, and returns the offset after it.
    fn step(&mut self, at: usize) -> usize {
        let text = self.page.text;
        let Some(next) = text[at..].find(['`', '{', '\\', '\n', '<']).map(|step| at + step) else { return text.len() };
        match text.as_bytes()[next] {
            b'`' => self.span(next),
            b'{' => self.tag(next).unwrap_or(next + 1),
            b'\\' if text[next + 1..].starts_with(|c: char| c.is_ascii_punctuation()) => next + 2,
            b'<' if text[next..].starts_with("<!--") => text[next..].find("-->").map_or(next + 1, |end| next + end + 3),
            _ => next + 1,
        }
    }

    /// A code span, which ends in the same paragraph.
    fn span(&mut self, start: usize) -> usize {
        let text = self.page.text;
        let run = text[start..].bytes().take_while(|byte| *byte == b'`').count();
        if start >= self.runs.0 {
            let end = text[start..].find("\n\n").map_or(text.len(), |end| start + end);
            self.runs = (end, HashSet::new());
        }
        let from = start + run;
        let end = if self.runs.1.contains(&run) { None } else { closing_run(&text[from..self.runs.0.max(from)], run) };
        match end {
            Some(end) => self.in_code(start..from + end),
            None => {
                self.runs.1.insert(run);
                from
            }
        }
    }

    /// Takes the escapes of the engine out of code.
    fn in_code(&mut self, code: Range<usize>) -> usize {
        let text = self.page.text;
        let mut at = code.start;
        while let Some(start) = text[at..code.end].find('{').map(|step| at + step) {
            at = start + 1;
            if let Some((span, inside)) = escaped(self.page, start).filter(|(span, _)| span.end <= code.end) {
                at = span.end;
                self.edits.push(Edit::new(span, inside, "escaped shortcode → as it was shown"));
            } else if self.page.syntax.reads_tags_in_code()
                && let Some((open, close, _)) = self.raw(start).filter(|(_, close, _)| close.end <= code.end)
            {
                at = close.end;
                self.edits.push(Edit::new(self.whole_line(open), "", "raw → its text"));
                self.edits.push(Edit::new(self.whole_line(close), "", ""));
            }
        }
        code.end
    }

    /// The tag for raw text that begins at an offset, the one that ends it, and its name.
    fn raw(&mut self, start: usize) -> Option<(Range<usize>, Range<usize>, String)> {
        let (open, name, _) = opening(self.page, start).filter(|(_, name, _)| RAW.contains(&name.as_str()))?;
        let close = self.end_of(&name, start, open.end)?;
        Some((open, close, name))
    }

    /// A tag whose line has nothing else, with its line break.
    fn whole_line(&self, tag: Range<usize>) -> Range<usize> {
        let (text, start, end) = (self.page.text, self.page.line_start(tag.start), self.page.line_end(tag.end));
        let alone = text[start..tag.start].trim().is_empty() && text[tag.end..end].trim().is_empty();
        if alone && end < text.len() { start..end + 1 } else { tag }
    }

    fn tag(&mut self, start: usize) -> Option<usize> {
        let page = self.page;
        if let Some((span, inside)) = escaped(page, start) {
            let end = span.end;
            self.edits.push(Edit::new(span, literal(&inside), "escaped shortcode → as it was shown"));
            return Some(end);
        }
        let (open, name, arguments) = opening(page, start)?;
        let name = name.as_str();
        let known = CODE.contains(&name)
            || MATH.contains(&name)
            || RAW.contains(&name)
            || matches!(name, "comment" | "mermaid");
        let close = if known { self.end_of(name, start, open.end)? } else { return None };
        let (body, end) = (&page.text[open.end..close.start], close.end);
        if RAW.contains(&name) {
            let (open, close) = (self.whole_line(open), self.whole_line(close));
            let text = literal(&page.text[open.end..close.start.max(open.end)]);
            self.edits.push(Edit::new(open.start..close.end, text, format!("{name} → its text")));
            return Some(end);
        }
        let span = open.start..end;
        let (text, block, kind) = verbatim(page, &span, name, &arguments, body);
        let placed = if block { blocks::placed(page, &span, &text) } else { Some((span, text)) };
        let (span, text) = placed?;
        self.edits.push(Edit::new(span, text, kind));
        Some(end)
    }

    /// The tag after `from` that ends the one of a name at `start`.
    fn end_of(&mut self, name: &str, start: usize, from: usize) -> Option<Range<usize>> {
        if self.unclosed.contains(name) {
            return None;
        }
        let text = self.page.text;
        let (open, end) = match &text[start..] {
            rest if rest.starts_with("{{<") => ("{{<", ">}}"),
            rest if rest.starts_with("{{%") => ("{{%", "%}}"),
            _ => ("{%", "%}"),
        };
        let ends = |(at, _): (usize, &str)| {
            let inside = from + at + open.len();
            let stop = scan::find(text, inside, end)?;
            let written = text[inside..stop].trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '+'));
            let ended = if open == "{%" { written.strip_prefix("end") } else { written.strip_prefix('/') };
            let ended = ended?.trim();
            (ended == name || open == "{%" && ended.is_empty()).then(|| from + at..stop + end.len())
        };
        let found = text[from..].match_indices(open).find_map(ends);
        if found.is_none() {
            self.unclosed.insert(name.to_owned());
        }
        found
    }
}

/// What is shown for code, a diagram, a formula or a comment; whether it is a block; the kind of translation.
fn verbatim(page: &Page<'_>, span: &Range<usize>, name: &str, arguments: &str, body: &str) -> (String, bool, String) {
    let prefix = marks(&page.text[page.line_start(span.start)..span.start]).0;
    let code = code::between(body, &prefix);
    let inline = !body.contains('\n') && !page.is_block(span);
    match name {
        "comment" => {
            (format!("<!-- {} -->", body.trim().replace("--", "- -")), false, "comment → HTML comment".to_owned())
        }
        "mermaid" => (code::fenced("mermaid", &code), true, "mermaid → diagram".to_owned()),
        _ if MATH.contains(&name) => {
            let block = !inline || arguments.contains("block") || arguments.contains("display");
            let formula = code.trim().trim_matches('$').trim();
            let text = if block { format!("$$\n{formula}\n$$") } else { format!("${formula}$") };
            (text, block, format!("{name} → formula"))
        }
        _ if inline || arguments.contains("hl_inline=true") => {
            (code::span(code.trim()), false, format!("{name} → code"))
        }
        _ => {
            let info = Info::read(name, arguments);
            let text = code::fenced(&info.written(), &code);
            let text = if info.link.is_empty() { text } else { format!("{text}\n\n{}", info.link) };
            (text, true, format!("{name} → code block"))
        }
    }
}

/// A tag that begins at an offset: its range, its name and its arguments.
fn opening(page: &Page<'_>, start: usize) -> Option<(Range<usize>, String, String)> {
    let (text, syntax) = (page.text, page.syntax);
    let rest = &text[start..];
    let (open, close) = match rest {
        _ if syntax.has_shortcodes() && rest.starts_with("{{<") => (3, ">}}"),
        _ if syntax.has_shortcodes() && rest.starts_with("{{%") => (3, "%}}"),
        _ if syntax.has_tags() && rest.starts_with("{%") => (2, "%}"),
        _ => return None,
    };
    let end = scan::find_unquoted(text, start + open, close)?;
    let inside = text[start + open..end].trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '+'));
    let length = inside.find(|c: char| c.is_whitespace() || c == '(').unwrap_or(inside.len());
    let (name, arguments) = inside.split_at(length);
    (!name.is_empty()).then(|| (start..end + close.len(), name.to_owned(), arguments.to_owned()))
}

/// An escaped shortcode at an offset, `{{</* x */>}}`, and what it shows.
fn escaped(page: &Page<'_>, start: usize) -> Option<(Range<usize>, String)> {
    let rest = &page.text[start..];
    let hugo = [("{{</*", "*/>}}", "{{<", ">}}"), ("{{%/*", "*/%}}", "{{%", "%}}")];
    let zola = [("{{/*", "*/}}", "{{", "}}"), ("{%/*", "*/%}", "{%", "%}")];
    let forms = match page.syntax {
        Syntax::Hugo | Syntax::Quartz => &hugo[..],
        Syntax::Zola => &zola[..],
        Syntax::Plain => &[hugo, zola].concat(),
        _ => return None,
    };
    let (open, close, shown, end) = forms.iter().find(|(open, ..)| rest.starts_with(open))?;
    let stop = scan::find(page.text, start + open.len(), close)?;
    let inside = &page.text[start + open.len()..stop];
    Some((start..stop + close.len(), format!("{shown}{inside}{end}")))
}

/// A text in which what looks like a tag is shown, outside code.
fn literal(text: &str) -> String {
    let prose = Prose::of(text, Dialect::default()).text;
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let shown = prose.as_bytes().get(at).is_some_and(|byte| *byte == c as u8);
        let begins = c == '{' && (text[at + 1..].starts_with(['{', '%']) || text[..at].ends_with('{'));
        let html = c == '<' && text[..at].ends_with("{{");
        if c.is_ascii() && shown && (begins || html) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
