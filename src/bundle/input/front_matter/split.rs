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

/// Splits a file and sets the syntax of the reader. `None`, and an error, if a fence is missing.
pub(crate) fn split<'a>(text: &'a str, reader: &mut FieldReader) -> Option<Split<'a>> {
    let mut at = 0;
    let mut open = None;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        match open {
            None if line.trim().is_empty() => {}
            None => match fence(line) {
                Some(syntax) => {
                    reader.syntax = syntax;
                    open = Some((index + 1, at));
                }
                None => {
                    let remedy = match unopened(&text[start..]) {
                        Some(syntax) => format!("write a line with {} alone above this one", syntax.fence()),
                        None => start_with(reader.syntax),
                    };
                    reader.error(index + 1, "there is no front matter", remedy);
                    return None;
                }
            },
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

fn start_with(syntax: Syntax) -> String {
    let fence = syntax.fence();
    let title = syntax.line("title", "\"The title\"");
    let date = syntax.line("date", "2025-03-01");
    format!("start the file with\n{fence}\n{title}\n{date}\n{fence}")
}
