//! A file of a text: its front matter in TOML, YAML or JSON, and its body.

use std::path::{Path, PathBuf};

use super::data::{Data, Form};
use super::folder::Folder;
use super::notes::Open;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::value::{Entry, Value};

/// A file of a text, as it is.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// Relative to the source folder.
    pub(super) path: PathBuf,
    /// Its front matter; empty if it has none.
    pub(super) data: Data,
    pub(super) body: String,
    /// The line of the file that the body begins on, from 1.
    pub(super) line: usize,
}

impl Source {
    /// Reads a file. Front matter with a mistake is read line by line, with a note.
    pub(super) fn read(folder: &Folder, path: &Path, open: &mut Vec<(PathBuf, Open)>) -> Option<Self> {
        let text = folder.read(path).map_err(|note| open.push((path.to_owned(), note))).ok()?;
        let (source, mistake) = Self::parse(path, &text);
        if let Some((line, message)) = mistake {
            let remedy = "compare the keys of the new file with it";
            open.push((path.to_owned(), Open { line, message, remedy: remedy.to_owned() }));
        }
        Some(source)
    }

    fn parse(path: &Path, text: &str) -> (Self, Option<(usize, String)>) {
        let Some(Split { head, form, first, body, line }) = split(text) else {
            return (Self { path: path.to_owned(), data: Data::default(), body: text.to_owned(), line: 1 }, None);
        };
        let (data, mistake) = match Data::parse(head, form, first) {
            Ok(data) => (data, None),
            Err((line, message)) => (by_lines(head, form), Some((line, message))),
        };
        (Self { path: path.to_owned(), data, body: body.to_owned(), line }, mistake)
    }
}

struct Split<'t> {
    head: &'t str,
    form: Form,
    /// The line of the file that the head begins on.
    first: usize,
    body: &'t str,
    line: usize,
}

/// Splits a text at its fences. `None` if it has no front matter.
fn split(text: &str) -> Option<Split<'_>> {
    let start = text.len() - text.trim_start().len();
    let above = text[..start].matches('\n').count();
    let rest = &text[start..];
    let opening = rest.lines().next().unwrap_or_default().trim_end();
    let (form, fence) = match opening {
        "+++" => (Form::Toml, "+++"),
        "---" => (Form::Yaml, "---"),
        ";;;" => (Form::Json, ";;;"),
        "---json" => (Form::Json, "---"),
        "---toml" => (Form::Toml, "---"),
        "---js" | "---javascript" => (Form::Code, "---"),
        _ if opening.starts_with('{') && !opening.starts_with("{{") && !opening.starts_with("{%") => {
            return object(rest, above);
        }
        _ => return unopened(rest, above),
    };
    let from = rest.find('\n').map_or(rest.len(), |end| end + 1);
    let (head, body, lines) = until(&rest[from..], |line| line == fence || form == Form::Yaml && line == "...")?;
    Some(Split { head, form, first: above + 2, body, line: above + 2 + lines })
}

/// Splits at the first line that closes: what is above and below it, and how many lines there are up to it.
fn until(text: &str, closes: impl Fn(&str) -> bool) -> Option<(&str, &str, usize)> {
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if closes(line.trim_end()) {
            return Some((&text[..at], &text[at + line.len()..], index + 1));
        }
        at += line.len();
    }
    None
}

/// Front matter of Hugo in JSON: an object, and then the body.
fn object(text: &str, above: usize) -> Option<Split<'_>> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>();
    values.next()?.ok()?;
    let (head, body) = text.split_at_checked(values.byte_offset())?;
    let (rest, body) = body.split_once('\n').unwrap_or((body, ""));
    let lines = head.matches('\n').count();
    rest.trim().is_empty().then_some(Split { head, form: Form::Json, first: above + 1, body, line: above + lines + 2 })
}

/// Front matter of Hexo without an opening fence: keys from the first line up to `---` or `;;;`.
fn unopened(text: &str, above: usize) -> Option<Split<'_>> {
    let (head, body, lines) = until(text, |line| matches!(line, "---" | ";;;"))?;
    let is_key = |line: &str| {
        let key = line.split_once(':').map(|(key, _)| key.trim()).unwrap_or_default();
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '"'))
    };
    let plain = |line: &str| is_key(line) || line.starts_with([' ', '-', '#', '\t']);
    let keys = head.lines().next().is_some_and(is_key) && head.lines().all(plain);
    let form = if head.trim_start().starts_with('"') { Form::Json } else { Form::Yaml };
    keys.then_some(Split { head, form, first: above + 1, body, line: above + lines + 1 })
}

/// The keys of lines of their own, for front matter with a mistake.
fn by_lines(head: &str, form: Form) -> Data {
    let sign = if form == Form::Toml { '=' } else { ':' };
    let at = Location::default();
    let entry = |line: &str| {
        let (key, value) = line.split_once(sign)?;
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let key = key.trim_end().trim_matches('"');
        if key.is_empty() || !key.chars().all(plain) {
            return None;
        }
        let value = value.trim().trim_end_matches(',').trim_matches(['"', '\'']);
        let value = match value {
            "" | "|" | ">" => return None,
            "true" => Value::Flag(true),
            "false" => Value::Flag(false),
            _ => match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
                Some(list) => Value::Text(list.replace(['"', '\''], "")),
                None => Value::Text(value.to_owned()),
            },
        };
        Some(Entry { key: key.to_owned(), key_at: at, value, at })
    };
    Data(head.lines().filter_map(entry).collect())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Source;

    #[test]
    fn front_matter_is_read_in_every_form() {
        for (text, line) in [
            ("+++\ntitle = \"A\"\n+++\nBody\n", 4),
            ("---\ntitle: A\n---\nBody\n", 4),
            ("---\ntitle: A\n...\nBody\n", 4),
            ("\n{\n  \"title\": \"A\"\n}\nBody\n", 5),
            ("title: A\n---\nBody\n", 3),
            ("\"title\": \"A\"\n;;;\nBody\n", 3),
        ] {
            let (source, mistake) = Source::parse(Path::new("a.md"), text);
            assert_eq!((source.body.as_str(), source.line), ("Body\n", line), "{text}");
            assert!(mistake.is_none() || text.starts_with('"'), "{text}: {mistake:?}");
            assert_eq!(source.data.text("title").as_deref(), Some("A"), "{text}");
        }
    }

    #[test]
    fn a_text_without_front_matter_is_all_body() {
        for text in ["# A: b\n\n---\n\nBody\n", "{{< x >}}\n", "Note: this\nis prose.\n\n---\n", ""] {
            assert_eq!(Source::parse(Path::new("a.md"), text).0.body, text);
        }
    }

    #[test]
    fn front_matter_with_a_mistake_is_read_by_lines() {
        let (source, mistake) = Source::parse(Path::new("a.md"), "---\ntitle: Rust: a start\ndate: 2024-05-01\n---\nB");
        assert_eq!(source.data.text("title").as_deref(), Some("Rust: a start"));
        assert_eq!(source.data.text("date").as_deref(), Some("2024-05-01"));
        assert_eq!(mistake.map(|(line, _)| line), Some(2));
    }
}
