//! Reads a file of WordPress's export as a stream of its items.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::broken::Broken;

/// A post, page, attachment or menu item.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// The text of each simple element, by its name, and the line where it begins.
    fields: BTreeMap<String, (String, usize)>,
    /// Categories and tags: the kind and the name.
    pub(super) terms: Vec<(String, String)>,
    meta: BTreeMap<String, String>,
    /// Comments that were shown.
    pub(super) comments: usize,
}

/// A part of the file.
pub(super) enum Part {
    /// A simple element of the channel.
    Channel(String, String),
    /// The login and the name of an author.
    Author(String, String),
    Item(Box<Item>),
}

impl Item {
    /// The text of an element; empty if there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |(text, _)| text)
    }

    pub(super) fn take(&mut self, name: &str) -> (String, usize) {
        self.fields.remove(name).unwrap_or_default()
    }

    pub(super) fn meta(&self, key: &str) -> Option<&str> {
        self.meta.get(key).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Line of its title, or 1.
    pub(super) fn line(&self) -> usize {
        self.fields.get("title").map_or(1, |(_, line)| *line)
    }
}

/// Reads a file from its beginning.
pub(super) fn read(path: &Path, each: &mut dyn FnMut(Part)) -> Result<(), Broken> {
    let broken = |at: u64, message: String| {
        Err(Broken::at(path, at, message, "export again, or mend the file there; what is before was read"))
    };
    let file = match File::open(path) {
        Ok(file) => BufReader::with_capacity(256 * 1024, file),
        Err(error) => return broken(0, error.to_string()),
    };
    let mut reader = Reader::from_reader(Lines { inner: file, line: 1 });
    // Texts outside CDATA have bare `&`.
    reader.config_mut().allow_dangling_amp = true;
    let mut state = State::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event.into_owned(),
            Err(error) => return broken(reader.error_position(), error.to_string()),
        };
        let line = reader.get_ref().line;
        match event {
            Event::Start(start) => state.start(&start),
            Event::Empty(start) => {
                state.start(&start);
                state.end(each);
            }
            Event::End(_) => state.end(each),
            Event::CData(text) => state.text(&text, line),
            Event::Text(text) => state.text(&text, line),
            Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                Ok(Some(c)) => state.text(c.encode_utf8(&mut [0; 4]), line),
                _ => state.text(named(&entity).unwrap_or(&["&", &entity, ";"].concat()), line),
            },
            Event::Eof if state.open.is_empty() => return Ok(()),
            Event::Eof => {
                let message = format!("the file ends within <{}>", state.open.join("> <"));
                return broken(reader.buffer_position(), message);
            }
            _ => {}
        }
    }
}

fn named(entity: &str) -> Option<&'static str> {
    Some(match entity {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    })
}

/// Where a reader is in the file.
#[derive(Default)]
struct State {
    open: Vec<String>,
    text: String,
    /// Line where the text begins.
    line: usize,
    item: Option<Box<Item>>,
    /// The kind of the open category.
    domain: String,
    /// The key of the open meta value, the login of the open author, whether the open comment was shown.
    key: String,
    login: String,
    shown: bool,
}

impl State {
    fn start(&mut self, start: &BytesStart<'_>) {
        let name = start.name().0.to_owned();
        match name.as_str() {
            "item" => self.item = Some(Box::default()),
            "category" => {
                let domain = start.attributes().with_checks(false).flatten().find(|one| one.key.0 == "domain");
                self.domain = domain.map(|domain| domain.value.into_owned()).unwrap_or_default();
            }
            "wp:comment" => self.shown = true,
            _ => {}
        }
        self.open.push(name);
        self.text.clear();
    }

    fn text(&mut self, text: &str, line: usize) {
        if self.text.is_empty() {
            self.line = line.saturating_sub(text.bytes().filter(|byte| *byte == b'\n').count());
        }
        // Control characters, which XML forbids and databases have.
        self.text.extend(text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')));
    }

    fn end(&mut self, each: &mut dyn FnMut(Part)) {
        let name = self.open.pop().unwrap_or_default();
        let parent = self.open.last().map(String::as_str).unwrap_or_default();
        let text = std::mem::take(&mut self.text);
        match (parent, name.as_str(), &mut self.item) {
            (_, "item", item) => each(Part::Item(item.take().unwrap_or_default())),
            ("item", "category", Some(item)) => item.terms.push((self.domain.clone(), text)),
            ("item", "wp:comment", Some(item)) => item.comments += usize::from(self.shown),
            ("item", _, Some(item)) => {
                item.fields.insert(name, (text, self.line));
            }
            ("wp:postmeta", "wp:meta_key", _) => self.key = text,
            ("wp:postmeta", "wp:meta_value", Some(item)) => {
                item.meta.insert(std::mem::take(&mut self.key), text);
            }
            ("wp:comment", "wp:comment_approved", _) => self.shown = text.trim() == "1",
            ("wp:author", "wp:author_login", _) => self.login = text,
            ("wp:author", "wp:author_display_name", _) => each(Part::Author(std::mem::take(&mut self.login), text)),
            ("channel", _, _) => each(Part::Channel(name, text)),
            _ => {}
        }
    }
}

/// Counts the lines that were read.
struct Lines<R> {
    inner: R,
    line: usize,
}

impl<R: BufRead> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let buffer = self.fill_buf()?;
        let length = buffer.len().min(out.len());
        out[..length].copy_from_slice(&buffer[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Lines<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        // In memory already.
        if let Ok(buffer) = self.inner.fill_buf() {
            self.line += buffer[..length.min(buffer.len())].iter().filter(|byte| **byte == b'\n').count();
        }
        self.inner.consume(length);
    }
}
