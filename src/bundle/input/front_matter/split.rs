//! Splits a file into its front matter and its text.

use super::{FieldReader, Syntax};

pub(crate) struct Split<'a> {
    /// The text between the fences.
    pub(crate) head: &'a str,
    /// The line of the opening fence, from 1.
    pub(crate) fence: usize,
    /// The text after them.
    pub(crate) body: &'a str,
    /// The line the body starts at, from 1.
    pub(crate) line: usize,
}

/// Splits a file and sets the syntax of the reader. A file without front matter is all text. `None`, and an error, if a
/// fence is missing.
pub(crate) fn split<'a>(text: &'a str, reader: &mut FieldReader) -> Option<Split<'a>> {
    if let Some(split) = json(text, reader) {
        return Some(split);
    }
    let mut at = 0;
    let mut open = None;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        match open {
            None if line.trim().is_empty() => {}
            None => {
                if let Some(syntax) = fence(line) {
                    reader.syntax = syntax;
                    open = Some((index + 1, at));
                } else if let Some(syntax) = unopened(&text[start..]) {
                    let remedy = format!("write a line with {} alone above this one", syntax.fence());
                    reader.error(index + 1, "there is no front matter", remedy);
                    return None;
                } else {
                    return Some(Split { head: "", fence: index + 1, body: &text[start..], line: index + 1 });
                }
            }
            Some((fence, head)) if closes(line, reader.syntax) => {
                return Some(Split { head: &text[head..start], fence, body: &text[at..], line: index + 2 });
            }
            Some(_) => {}
        }
    }
    let (line, _) = open?;
    let fence = reader.syntax.fence();
    reader.error(
        line,
        format!("the front matter opens with {fence} and never closes"),
        format!("write a line with {fence} alone after its last key"),
    );
    None
}

/// The syntax of front matter without an opening fence, as in Hexo: lines up to a fence, the first of them a key.
fn unopened(text: &str) -> Option<Syntax> {
    let mut lines = text.lines().take_while(|line| !line.trim().is_empty());
    let first = lines.next()?;
    let syntax = lines.find_map(fence)?;
    let sign = if syntax == Syntax::Yaml { ':' } else { '=' };
    let key = first.split_once(sign)?.0.trim_end();
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    is_key.then_some(syntax)
}

fn fence(line: &str) -> Option<Syntax> {
    [Syntax::Toml, Syntax::Yaml].into_iter().find(|syntax| line.trim_end() == syntax.fence())
}

/// Whether a line closes the front matter: a fence, or `...`, the end of a YAML document.
fn closes(line: &str, syntax: Syntax) -> bool {
    let line = line.trim_end();
    line == syntax.fence() || syntax == Syntax::Yaml && line == "..."
}

/// Splits off an object of JSON that the file begins with, as in Hugo. `{{` and `{%` begin a text.
fn json<'a>(text: &'a str, reader: &mut FieldReader) -> Option<Split<'a>> {
    let start = text.len() - text.trim_start().len();
    let object = &text[start..];
    let inner = object.strip_prefix('{')?.trim_start();
    if !inner.starts_with(['"', '}']) {
        return None;
    }
    let end = start + end_of(object)?;
    reader.syntax = Syntax::Json;
    let lines = |until: usize| text[..until].matches('\n').count();
    let rest = &text[end..];
    let next = rest.find('\n').map_or(rest.len(), |at| at + 1);
    Some(Split {
        head: &text[start..end],
        fence: lines(start) + 1,
        body: &rest[if rest[..next].trim().is_empty() { next } else { 0 }..],
        line: lines(end) + 1 + usize::from(next > 0 && rest[..next].trim().is_empty()),
    })
}

/// Where the object that a text begins with ends, in bytes.
fn end_of(object: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in object.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}
