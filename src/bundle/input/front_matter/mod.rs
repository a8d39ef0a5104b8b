//! The front matter of a post: TOML, YAML or JSON, read into one type, every mistake with its line.

mod authors;
mod cover;
pub(crate) mod hiding;
pub(crate) mod keys;
pub(crate) mod locations;
mod old_address;
pub(crate) mod split;
mod threads;

use super::at_uri::Record;
use super::fields::reader::FieldReader;
use super::fields::syntax::Syntax;
use super::fields::value::{Entry, Value};
use super::fields::{date, from_toml, from_yaml};
use super::thread::Thread;
use crate::bundle::composed;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::taxonomy::{Taxonomy, Terms};
use crate::bundle::time::moment::Moment;
use crate::markdown::destination::{Destination, Kind};
pub(crate) use authors::Named;
use authors::authors;
use cover::file_of;
use hiding::plain;
use keys::Key;
use locations::Locations;
use old_address::{from_root, permalink};
use threads::threads;

/// In bytes: hundreds of lines. Parsers are built for settings, and some compare each key with all others.
const LONGEST: usize = 64 * 1024;

/// The keys of a post as their author wrote them: typed, but not yet checked against each other.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    pub(crate) title: Option<String>,
    pub(crate) date: Option<Moment>,
    pub(crate) description: Option<String>,
    pub(crate) updated: Option<Moment>,
    pub(crate) terms: Terms<String>,
    pub(crate) draft: Option<bool>,
    pub(crate) slug: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) page: Option<bool>,
    pub(crate) series: Option<String>,
    pub(crate) series_order: Option<u32>,
    pub(crate) featured: Option<bool>,
    pub(crate) link: Option<String>,
    pub(crate) state: Option<String>,
    pub(crate) order: Option<u32>,
    pub(crate) cover: Option<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) unlisted: Option<bool>,
    pub(crate) authors: Vec<Named>,
    pub(crate) threads: Vec<Thread>,
    pub(crate) at_uri: Option<String>,
    /// Its address in another engine, as a path with a slash at its start.
    pub(crate) permalink: Option<String>,
    /// The locations of the values.
    pub(crate) locations: Locations,
}

impl FrontMatter {
    /// Reads the text between the fences, whose first line is line `first` of the file. `None`, and an error, if it is
    /// invalid.
    pub(crate) fn read(head: &str, first: usize, reader: &mut FieldReader) -> Option<Self> {
        if head.len() > LONGEST {
            reader.error(first - 1, "the front matter is longer than 64 kB", "write the text below its closing line");
            return None;
        }
        let mut entries = match reader.syntax {
            Syntax::Toml => from_toml::entries(head, first, reader),
            // JSON is YAML, too.
            Syntax::Json => from_yaml::entries(head, first - 1, reader),
            Syntax::Yaml => from_yaml::entries(head, first, reader),
        }?;
        // Our own name of a key takes precedence over another engine's, and `published` is read before keys that may
        // hide the text.
        entries.sort_by_key(|entry| (!Key::is_name(&entry.key), plain(&entry.key) != "published"));
        let mut front = Self::default();
        for entry in &entries {
            front.take(entry, "", reader);
        }
        Some(front)
    }

    /// Takes over the value of an entry. `within` is the table that it is in, with a dot.
    fn take(&mut self, entry: &Entry, within: &str, reader: &mut FieldReader) {
        match (plain(&entry.key).as_str(), &entry.value) {
            (_, Value::Nothing) => {}
            // Zola has tags and categories in a table of their own, and the keys of a theme in another.
            (table @ ("taxonomies" | "extra"), Value::Table(entries)) if within.is_empty() => {
                entries.iter().for_each(|entry| self.take(entry, &format!("{table}."), reader));
            }
            ("published", value) => match (value.flag(), self.moment_of(entry, reader)) {
                // If it contradicts `draft`, the text stays hidden.
                (Some(published), _) => self.draft = Some(self.draft.unwrap_or_default() || !published),
                (None, Some(moment)) if self.date.is_none() => self.set_date(moment, entry),
                (None, Some(_)) if self.draft == Some(true) || !self.is_early(entry, reader) => {}
                (None, Some(_)) => reader.too_early(entry),
                (None, None) => reader.hiding(entry),
            },
            _ if hiding::is_draft(entry).is_some() => {
                self.draft = Some(self.draft.unwrap_or_default() || hiding::is_draft(entry).unwrap_or_default());
            }
            (name, _) => match Key::of(name).filter(|key| key.may_be_in(within)) {
                Some(key) if self.is_settled(key, entry, reader) => self.report_unknown(entry, within, reader),
                Some(key) => self.fill(key, entry, reader),
                None => self.report_unknown(entry, within, reader),
            },
        }
    }

    /// Whether the value of another engine's key is left to [`Self::report_unknown`]: a date beside ours, which may
    /// hold the text back, an address that is none, or no path; or that of a key that may hide the text.
    fn is_settled(&self, key: Key, entry: &Entry, reader: &FieldReader) -> bool {
        match key {
            Key::Date => !Key::is_name(&entry.key) && (self.date.is_some() || self.moment_of(entry, reader).is_none()),
            Key::Permalink => permalink(entry).is_none(),
            // In other engines, the state of a text, such as a draft.
            Key::State => hiding::find(entry).is_some(),
            _ => false,
        }
    }

    /// The moment that a value is, if it is one.
    fn moment_of(&self, entry: &Entry, reader: &FieldReader) -> Option<Moment> {
        date::read(entry.value.words()?, reader.time_zone.as_ref()).ok()
    }

    fn set_date(&mut self, moment: Moment, entry: &Entry) {
        self.locations.note(Key::Date.name(), entry.at);
        self.date = Some(moment);
    }

    /// Reports a key that nothing reads. One by which the author may mean to hide the text is an error, unless the text
    /// is hidden anyway.
    fn report_unknown(&self, entry: &Entry, within: &str, reader: &mut FieldReader) {
        let shown = self.draft != Some(true);
        if shown && let Some(entry) = hiding::find(entry) {
            reader.hiding(entry);
        } else if shown
            && let Some(entry) = hiding::start(entry)
            && self.is_early(entry, reader)
        {
            reader.too_early(entry);
        } else {
            reader.unknown(entry, within, &Key::names());
        }
    }

    /// Sets the field of a key, unless an entry before has set it.
    fn fill(&mut self, key: Key, entry: &Entry, reader: &mut FieldReader) {
        if !Key::is_name(&entry.key) || matches!(entry.value, Value::Table(_)) {
            self.locations.note_foreign(key.name());
        }
        self.locations.note(key.name(), entry.at);
        match key {
            Key::Title => fill(&mut self.title, reader.text(entry)),
            Key::Date => fill(&mut self.date, reader.moment(entry)),
            Key::Description => fill(&mut self.description, optional(entry, reader)),
            Key::Updated => fill(&mut self.updated, reader.moment(entry)),
            Key::Draft => fill(&mut self.draft, reader.flag(entry)),
            Key::Tags => self.sort(Taxonomy::Tags, entry, reader),
            Key::Categories => self.sort(Taxonomy::Categories, entry, reader),
            Key::Slug => fill(&mut self.slug, reader.text(entry)),
            Key::Lang => fill(&mut self.lang, language(entry, reader)),
            Key::Page => fill(&mut self.page, reader.flag(entry)),
            Key::Series => {
                fill(&mut self.series, reader.texts(entry, whole).into_iter().next().map(|series| alike(series).0))
            }
            Key::SeriesOrder => fill(&mut self.series_order, reader.number(entry)),
            Key::Featured => fill(&mut self.featured, reader.flag(entry)),
            Key::Link => fill(&mut self.link, link(entry, reader)),
            Key::State => fill(&mut self.state, optional(entry, reader)),
            Key::Order => fill(&mut self.order, reader.number(entry)),
            Key::Cover => fill(&mut self.cover, optional(file_of(entry), reader)),
            Key::Aliases => {
                let aliases = reader.texts(entry, whole).into_iter().map(from_root).collect();
                self.aliases.extend(self.locations.note_items(key.name(), aliases));
            }
            Key::Permalink => {
                if let Some(path) = permalink(entry) {
                    self.locations.note_items(Key::Aliases.name(), vec![(path.clone(), entry.at)]);
                    fill(&mut self.permalink, Some(path));
                }
            }
            Key::Unlisted => fill(&mut self.unlisted, reader.flag(entry)),
            Key::Authors => self.authors.extend(authors(entry, reader)),
            Key::Thread => self.threads = threads(entry, reader),
            Key::AtUri => fill(&mut self.at_uri, Record::Document.read(entry, reader)),
        }
    }

    /// Adds names of a taxonomy.
    fn sort(&mut self, taxonomy: Taxonomy, entry: &Entry, reader: &mut FieldReader) {
        let names = reader.texts(entry, apart(&entry.key)).into_iter().map(alike).collect();
        self.terms.of_mut(taxonomy).extend(self.locations.note_items(taxonomy.key(), names));
    }

    /// Whether it is that of a page of its own.
    pub(crate) fn is_page(&self) -> bool {
        self.page.unwrap_or_default()
    }

    /// Whether the day of an entry is invalid, or in the future and after the text's date, from which it is shown
    /// here.
    fn is_early(&self, entry: &Entry, reader: &FieldReader) -> bool {
        let words = entry.value.words().unwrap_or_default();
        let Ok(Moment { day, .. }) = date::read(words, reader.time_zone.as_ref()) else { return true };
        let has_come = reader.today.is_some_and(|today| day <= today);
        !has_come && self.date.is_none_or(|date| date.day < day)
    }

    /// Whether a line says that this is a draft, for keys that cannot be parsed.
    pub(crate) fn says_draft(head: &str) -> bool {
        let value =
            |text: &str| text.split(" #").next().unwrap_or_default().trim().trim_end_matches(',').to_ascii_lowercase();
        let says = |(key, text): (&str, &str)| match key.trim().trim_matches('"') {
            "draft" | "Draft" | "isDraft" | "hidden" | "private" => matches!(value(text).as_str(), "true" | "yes"),
            "published" => matches!(value(text).as_str(), "false" | "no"),
            _ => false,
        };
        head.lines().filter_map(|line| line.split_once(['=', ':'])).any(says)
    }
}

fn fill<T>(slot: &mut Option<T>, value: Option<T>) {
    if slot.is_none() {
        *slot = value;
    }
}

/// A text that may be empty.
fn optional(entry: &Entry, reader: &mut FieldReader) -> Option<String> {
    match entry.value.words() {
        Some(words) if words.trim().is_empty() => None,
        _ => reader.text(entry),
    }
}

/// The address of a page elsewhere.
fn link(entry: &Entry, reader: &mut FieldReader) -> Option<String> {
    let words = entry.value.words().unwrap_or_default().trim();
    let is_full = words.starts_with("https://") || words.starts_with("http://");
    let is_plain = !words.contains(|c: char| c.is_whitespace() || c.is_control());
    let link = (is_full && is_plain && Destination::new(words).kind == Kind::Web).then(|| words.to_owned());
    link.or_else(|| reader.wrong(entry, "the full address of a page", "\"https://example.org/page/\""))
}

/// A language tag (BCP 47), of which only the form is checked.
pub(crate) fn language(entry: &Entry, reader: &mut FieldReader) -> Option<String> {
    let subtag = |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let tag = entry.value.words().unwrap_or_default();
    let primary =
        tag.split('-').next().is_some_and(|part| part.len() > 1 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    if primary && tag.split('-').all(subtag) {
        Some(tag.to_owned())
    } else {
        reader.wrong(entry, "a language tag such as en or pt-BR", "\"en\"")
    }
}

/// How the names of a taxonomy in a single text are separated: by commas if it has any, else by spaces as in Jekyll, but
/// not in `category`.
fn apart(key: &str) -> fn(&str) -> Vec<String> {
    match key {
        "category" => by_commas,
        _ => |text| {
            if text.contains(',') { by_commas(text) } else { text.split_whitespace().map(str::to_owned).collect() }
        },
    }
}

fn by_commas(text: &str) -> Vec<String> {
    text.split(',').map(str::to_owned).collect()
}

/// A name in Unicode NFC, so that names that look the same are equal.
fn alike((name, at): (String, Location)) -> (String, Location) {
    (composed::text(&name), at)
}

fn whole(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}
