//! A file of a text: its front matter in TOML, YAML or JSON, and its body.

use std::path::{Path, PathBuf};

use super::data::{Data, Form};
use super::folder::Folder;
use super::notes::Open;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::front_matter::hiding;

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
        let Some(Split { head, form, first, body, line, closed }) = split(text) else {
            return (Self { path: path.to_owned(), data: Data::default(), body: text.to_owned(), line: 1 }, None);
        };
        let (data, mistake) = match Data::parse(head, form, first) {
            Ok(data) if closed => (data, None),
            Ok(_) => (by_lines(head, form), Some((first, "the front matter has no end".to_owned()))),
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
    /// Whether its end is marked.
    closed: bool,
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
            return object(rest, above).or_else(|| endless(rest, 0, Form::Json, above));
        }
        _ => return unopened(rest, above),
    };
    let from = rest.find('\n').map_or(rest.len(), |end| end + 1);
    match until(&rest[from..], |line| line == fence || form == Form::Yaml && line == "...") {
        Some((head, body, lines)) => {
            Some(Split { head, form, first: above + 2, body, line: above + 2 + lines, closed: true })
        }
        None => endless(rest, from, form, above),
    }
}

/// Front matter whose end is missing, or which is so broken that its end is not found: the lines that may be of it, if
/// two of them have keys. Otherwise the opening line is a rule of the text.
fn endless(text: &str, from: usize, form: Form, above: usize) -> Option<Split<'_>> {
    let sign = if form == Form::Toml { '=' } else { ':' };
    let is_key = |line: &str| line.split_once(sign).is_some_and(|(key, _)| is_name(key.trim().trim_matches('"')));
    let is_part = |line: &str| form == Form::Json && !line.is_empty() || is_key(line) || is_inner(line);
    let (mut end, mut keys) = (from, 0);
    for line in text[from..].split_inclusive('\n').take_while(|line| is_part(line.trim_end())) {
        end += line.len();
        keys += usize::from(is_key(line));
        if line.trim_end() == "}" {
            break;
        }
    }
    let (head, body) = (&text[from..end], &text[end..]);
    let first = above + text[..from].matches('\n').count() + 1;
    let line = first + head.matches('\n').count();
    (keys > 1).then_some(Split { head, form, first, body, line, closed: false })
}

/// Whether a line may belong to the key above it, or is a comment.
fn is_inner(line: &str) -> bool {
    line.starts_with([' ', '-', '#', '\t'])
}

/// Whether words can be the name of a key.
fn is_name(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
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
    rest.trim().is_empty().then_some(Split {
        head,
        form: Form::Json,
        first: above + 1,
        body,
        line: above + lines + 2,
        closed: true,
    })
}

/// Front matter of Hexo without an opening fence: keys from the first line up to `---` or `;;;`.
fn unopened(text: &str, above: usize) -> Option<Split<'_>> {
    let (head, body, lines) = until(text, |line| matches!(line, "---" | ";;;"))?;
    let is_key = |line: &str| {
        let key = line.split_once(':').map(|(key, _)| key.trim()).unwrap_or_default();
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '"'))
    };
    let keys = head.lines().next().is_some_and(is_key) && head.lines().all(|line| is_key(line) || is_inner(line));
    let form = if head.trim_start().starts_with('"') { Form::Json } else { Form::Yaml };
    keys.then_some(Split { head, form, first: above + 1, body, line: above + lines + 1, closed: true })
}

/// The keys of lines of their own, for front matter with a mistake.
fn by_lines(head: &str, form: Form) -> Data {
    let sign = if form == Form::Toml { '=' } else { ':' };
    let at = Location::default();
    let entry = |line: &str| {
        let (key, value) = line.split_once(sign)?;
        let is_indented = key.starts_with([' ', '\t']) && form != Form::Json;
        let key = key.trim().trim_matches('"');
        if !is_name(key) {
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
        let entry = Entry { key: key.to_owned(), key_at: at, value, at };
        // A key of a table, whose name another key may have; but one that hides the text counts.
        (!is_indented || hiding::find(&entry).is_some()).then_some(entry)
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
        for text in [
            "---\nNote: prose\nfollows.\n",
            "---\n\nBody: b\n",
            "# A: b\n\n---\n\nBody\n",
            "{{< x >}}\n",
            "Note: this\nis prose.\n\n---\n",
            "",
        ] {
            assert_eq!(Source::parse(Path::new("a.md"), text).0.body, text);
        }
    }

    #[test]
    fn front_matter_without_an_end_is_read_up_to_what_cannot_be_of_it() {
        for (text, line) in [
            ("---\ntitle: A\ndraft: true\n\nBody\n", 4),
            ("---\ntitle: A\ndraft: true\nBody\n", 4),
            ("+++\ntitle = \"A\"\ndraft = true\n\nBody\n", 4),
            ("{\n  \"title\": \"A\",\n  \"draft\": true,\n}\nBody\n", 5),
        ] {
            let (source, mistake) = Source::parse(Path::new("a.md"), text);
            assert_eq!((source.body.trim_start(), source.line), ("Body\n", line), "{text}");
            assert!(mistake.is_some(), "{text}");
            assert_eq!(source.data.text("title").as_deref(), Some("A"), "{text}");
            assert_eq!(source.data.flag("draft"), Some(true), "{text}");
        }
    }

    #[test]
    fn a_key_that_hides_a_text_is_found_in_a_table_of_broken_front_matter() {
        let text = "---\ntitle: a: b\nbuild:\n  render: never\n  title: no\n---\nBody\n";
        let (source, mistake) = Source::parse(Path::new("a.md"), text);
        assert!(mistake.is_some());
        assert_eq!(source.data.text("render").as_deref(), Some("never"));
        assert_eq!(source.data.text("title").as_deref(), Some("a: b"));
    }

    #[test]
    fn front_matter_with_a_mistake_is_read_by_lines() {
        let (source, mistake) = Source::parse(Path::new("a.md"), "---\ntitle: Rust: a start\ndate: 2024-05-01\n---\nB");
        assert_eq!(source.data.text("title").as_deref(), Some("Rust: a start"));
        assert_eq!(source.data.text("date").as_deref(), Some("2024-05-01"));
        assert_eq!(mistake.map(|(line, _)| line), Some(2));
    }
}
