//! Converts values to the types they should have, and reports those that do not fit.

use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use super::date::{self, Unreadable};
use super::syntax::Syntax;
use super::unknown_keys::Ignored;
use super::value::{Entry, Item, Value};
use super::{date_remedy, unknown_keys};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::time::moment::Moment;
use crate::content::Date;

/// The reader of one file: its path, its syntax, and what was found in it.
#[derive(Clone)]
pub(crate) struct FieldReader {
    pub(crate) path: PathBuf,
    pub(crate) syntax: Syntax,
    /// The site's time zone, if known.
    pub(crate) time_zone: Option<TimeZone>,
    /// The current day, if it matters which posts are shown.
    pub(crate) today: Option<Date>,
    pub(crate) findings: Diagnostics,
    pub(crate) ignored: Ignored,
    /// Whether the file says that it is a draft.
    pub(crate) draft: bool,
    /// The day of publication that the file states.
    pub(crate) day: Option<Date>,
}

impl FieldReader {
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            syntax: Syntax::Toml,
            time_zone: None,
            today: None,
            findings: Diagnostics::default(),
            ignored: Ignored::default(),
            draft: false,
            day: None,
        }
    }

    /// Whether the file is of a draft on a day: it says so, or its day of publication is in the future.
    pub(crate) fn is_draft(&self, today: Date) -> bool {
        self.draft || self.day.is_some_and(|day| day > today)
    }

    #[track_caller]
    pub(crate) fn error(&mut self, at: impl Into<Location>, message: impl Into<String>, remedy: impl Into<String>) {
        self.findings.error(&self.path, at, message, remedy);
    }

    #[track_caller]
    pub(crate) fn warning(&mut self, at: impl Into<Location>, message: impl Into<String>, remedy: impl Into<String>) {
        self.findings.warning(&self.path, at, message, remedy);
    }

    /// Reports values that contain or repeat one another beyond the limits of the parser.
    #[track_caller]
    pub(crate) fn too_deep(&mut self, at: impl Into<Location>) {
        self.error(at, "the values are nested too deeply", "write a text, or a list of texts");
    }

    /// Reports an unknown key: as an error if it looks like a misspelling of a known one, else with [`Ignored`].
    pub(crate) fn unknown(&mut self, entry: &Entry, within: &str, known: &[&str]) {
        let key = format!("{within}{}", entry.key);
        // A table of another engine's has keys of its own.
        match unknown_keys::meant(&entry.key, known).filter(|_| within != "extra.") {
            Some(meant) => {
                self.error(entry.key_at, format!("unknown key \"{key}\""), format!("did you mean \"{meant}\"?"))
            }
            None => self.ignored.note(&key, &self.path, entry.key_at),
        }
    }

    /// Reports a key of another engine that may hide a text.
    pub(crate) fn hiding(&mut self, entry: &Entry) {
        let [draft, unlisted] = ["draft", "unlisted"].map(|key| self.syntax.line(key, "true"));
        let remedy = format!(
            "write {draft} instead to leave it unpublished, {unlisted} to keep it out of all lists, or delete the key"
        );
        self.error(
            entry.key_at,
            format!("\"{}\" may be meant to hide this text, but is not a key here", entry.key),
            remedy,
        );
    }

    /// Reports a key of another engine that delays a text.
    pub(crate) fn too_early(&mut self, entry: &Entry) {
        let words = entry.value.words().unwrap_or_default();
        // It is valid already, in TOML and in YAML.
        let fine = words.len() > 9 && !words.contains([' ', '/']) && date::read(words, None).is_ok();
        let day = if fine { words.to_owned() } else { date_remedy::nearest(words) };
        let [date, draft] = [("date", &*day), ("draft", "true")].map(|(key, value)| self.syntax.line(key, value));
        let remedy = format!("write {date}: it is shown from that day on; or {draft}");
        let message = format!("\"{}\" may be meant to hold this text back, but is not a key here", entry.key);
        self.error(entry.key_at, message, remedy);
    }

    /// A text on one line. An empty one is an error.
    pub(crate) fn text(&mut self, entry: &Entry) -> Option<String> {
        let words = entry.value.words().map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
        match words {
            Some(words) if !words.is_empty() => Some(words),
            _ => self.wrong(entry, "a text", "\"Some words\""),
        }
    }

    /// A text on one line, which may be empty.
    pub(crate) fn phrase(&mut self, entry: &Entry) -> String {
        match entry.value.words() {
            Some("") => String::new(),
            _ => self.text(entry).unwrap_or_default(),
        }
    }

    /// A boolean.
    pub(crate) fn flag(&mut self, entry: &Entry) -> Option<bool> {
        entry.value.flag().or_else(|| self.wrong(entry, "true or false", "true"))
    }

    /// A whole number from 1.
    pub(crate) fn number(&mut self, entry: &Entry) -> Option<u32> {
        let number = entry.value.words().and_then(|words| words.parse().ok()).filter(|number| *number > 0);
        number.or_else(|| self.wrong(entry, "a whole number from 1", "1"))
    }

    /// A day, with or without a time.
    pub(crate) fn moment(&mut self, entry: &Entry) -> Option<Moment> {
        let words = entry.value.words().unwrap_or_default();
        let message = match date::read(words, self.time_zone.as_ref()) {
            Ok(moment) => return Some(moment),
            Err(Unreadable::Day) => "is not a day of the calendar",
            Err(Unreadable::Time) => "has a time that cannot be read",
        };
        let written = if words.is_empty() { String::new() } else { format!(": {words}") };
        let line = self.syntax.line(&entry.key, &date_remedy::nearest(words));
        let remedy = format!("write {line}{}", date_remedy::note(words));
        self.error(entry.at, format!("\"{}\" {message}{written}", entry.key), remedy);
        None
    }

    /// The texts of a list, each with its location. `apart` splits a single text.
    pub(crate) fn texts(&mut self, entry: &Entry, apart: fn(&str) -> Vec<String>) -> Vec<(String, Location)> {
        let texts: Vec<_> = match &entry.value {
            Value::List(items) => items.iter().filter_map(|item| self.item(item, &entry.key)).collect(),
            single => match single.words() {
                Some(words) => apart(words).into_iter().map(|text| (text, entry.at)).collect(),
                None => self.wrong(entry, "a list of texts", "[\"one\", \"two\"]").unwrap_or_default(),
            },
        };
        let plain = |(text, at): (String, _)| (text.split_whitespace().collect::<Vec<_>>().join(" "), at);
        texts.into_iter().map(plain).filter(|(text, _)| !text.is_empty()).collect()
    }

    /// A text in the list of a key.
    fn item(&mut self, item: &Item, key: &str) -> Option<(String, Location)> {
        let written = &item.written;
        let remedy = match &item.value {
            Value::Text(words) | Value::Number(words) => return Some((words.clone(), item.at)),
            Value::Flag(flag) => format!("put it in quotes: \"{flag}\""),
            Value::Nothing => "delete it, or write a text in quotes".to_owned(),
            Value::List(_) | Value::Table(_) => {
                format!("write only texts: {}", self.syntax.line(key, "[\"one\", \"two\"]"))
            }
        };
        let message = match (&item.value, written.is_empty()) {
            (Value::Nothing, true) => format!("an item of \"{key}\" is empty"),
            (_, true) => format!("an item of \"{key}\" is not a text"),
            (_, false) => format!("\"{written}\" in \"{key}\" is not a text"),
        };
        self.error(item.at, message, remedy);
        None
    }

    /// The entries of a table. Anything else is an error.
    pub(crate) fn table<'e>(&mut self, entry: &'e Entry) -> &'e [Entry] {
        if let Value::Table(entries) = &entry.value {
            return entries;
        }
        let key = &entry.key;
        self.error(entry.at, format!("\"{key}\" is not a table"), format!("write [{key}] and its keys on lines below"));
        &[]
    }

    /// Reports what a value should have been. Returns `None`.
    #[track_caller]
    pub(crate) fn wrong<T>(&mut self, entry: &Entry, what: &str, example: &str) -> Option<T> {
        let remedy = format!("write {}", self.syntax.line(&entry.key, example));
        self.error(entry.at, format!("\"{}\" is not {what}", entry.key), remedy);
        None
    }
}
