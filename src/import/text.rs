//! From a source to a text in the terms of this site: what all engines have in common.

use std::path::Path;

use jiff::tz::TimeZone;

use super::authors::named;
use super::data::{Data, find, text_of, texts_of};
use super::folder::is_html;
use super::keys::{self, Names};
use super::notes::Open;
use super::site::{Body, Text};
use super::source::Source;
use super::translate::inline_tags;
use super::translate::syntax::Syntax;
use super::{dates, excerpt};
use crate::bundle::Moment;
use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::bundle::input::front_matter::hiding;
use crate::bundle::input::named_language::stem;
use crate::bundle::taxonomy::{Taxonomy, Terms};
use crate::content::Date;

/// What an engine says about all its texts.
#[derive(Debug)]
pub(super) struct Reading<'z> {
    pub(super) syntax: Syntax,
    /// The time zone of times without an offset.
    pub(super) zone: Option<&'z TimeZone>,
    /// Whether a single text of tags is separated by spaces.
    pub(super) tags_by_spaces: bool,
    /// The keys, as paths, that leave a text out of lists, and publish it.
    pub(super) unlisting: &'static [&'static str],
}

impl Reading<'_> {
    /// The text of a source. Its addresses, and whether it is a page, are for the engine to say.
    pub(super) fn text(&self, mut source: Source, open: &mut Vec<(std::path::PathBuf, Open)>) -> Text {
        let left_out = self.left_out_of_lists(&mut source.data);
        let data = &source.data;
        let (day, name) = name(&source.path);
        let mut told = |message: String, remedy: &str| {
            open.push((source.path.clone(), Open { line: 1, message, remedy: remedy.to_owned() }));
        };
        let (title, body) = title(data, &source.body, &name);
        let elsewhere = keys::ELSEWHERE.iter().find_map(|key| data.text(key)).filter(|url| url.contains("://"));
        let body = match elsewhere.filter(|_| body.trim().is_empty()) {
            Some(url) => format!("[{title}]({url})\n"),
            None => body.trim_end().to_owned() + "\n" + &photos(data),
        };
        let first = |names: &Names| names.values(data).find_map(text_of);
        let series = keys::SERIES.values(data).find_map(|value| texts_of(value).into_iter().next());
        let number = keys::SERIES_ORDER.values(data).find_map(|value| text_of(value)?.parse().ok());
        let number = number.filter(|number| *number > 0);
        if let Some(key) = &left_out {
            told(
                format!("\"{key}\" leaves the text out of lists, so it is unlisted"),
                "delete unlisted = true if lists should have it",
            );
        }
        let draft = hidden(data);
        if let Some(key) = draft.as_deref().filter(|key| !is_own_draft(key)) {
            told(
                format!("\"{key}\" may mean that the text is not shown, so it is a draft"),
                "delete draft = true if it is public",
            );
        }
        Text {
            line: source.line,
            date: self.date(data, &mut told).or(day.map(Moment::of_day)),
            updated: keys::UPDATED.values(data).find_map(|value| dates::read(&text_of(value)?, self.zone)),
            draft: draft.is_some(),
            unlisted: left_out.is_some() || data.flag("unlisted").unwrap_or_default(),
            featured: keys::FEATURED.values(data).any(is_yes),
            terms: self.terms(data, &body),
            series: series.map(|series| (series, number)),
            authors: named::names(data),
            description: first(&keys::DESCRIPTION).filter(|text| text != "true").or_else(|| excerpt::read(&body)),
            cover: keys::COVER.values(data).find_map(cover),
            language: first(&keys::LANGUAGE),
            slug: data.text("slug"),
            addresses: keys::ALIASES.values(data).flat_map(texts_of).collect(),
            title,
            body: if is_html(&source.path) { Body::Html(body) } else { Body::Markdown(body) },
            syntax: Some(self.syntax),
            source: source.path,
            ..Text::default()
        }
    }

    /// Takes the keys that leave a text out of lists, so that none is read as hiding it. The first one that does.
    fn left_out_of_lists(&self, data: &mut Data) -> Option<String> {
        let taken = self.unlisting.iter().filter_map(|path| data.take(path));
        let hides = |entry: &Entry| entry.value.flag() == Some(true) || hiding::find(entry).is_some();
        taken.collect::<Vec<_>>().into_iter().find(hides).map(|entry| entry.key)
    }

    fn date(&self, data: &Data, told: &mut dyn FnMut(String, &str)) -> Option<Moment> {
        let mut unread = None;
        let mut read = |key: &'static str| {
            let entry = data.entry(key)?;
            let words = text_of(&entry.value).filter(|words| words.len() > 4)?;
            let moment = dates::read(&words, self.zone);
            if moment.is_none() {
                unread = unread.take().or(Some((&entry.key, words)));
            }
            moment
        };
        let date = keys::DATE.all().find_map(&mut read);
        let start = keys::STARTING.iter().copied().find_map(&mut read);
        let later = match (date, start) {
            (Some(date), Some(start)) if date.is_before(&start) => Some(start),
            (date, start) => date.or(start),
        };
        if let (None, Some((key, words))) = (later, unread) {
            told(
                format!("\"{key}\" is no date that can be read: {words}"),
                "write date = 2025-03-01 into the new file",
            );
        }
        later
    }

    fn terms(&self, data: &Data, body: &str) -> Terms<String> {
        let mut terms = Terms::default();
        for taxonomy in Taxonomy::ALL {
            *terms.of_mut(taxonomy) = self.terms_of(taxonomy, data, body);
        }
        terms
    }

    fn terms_of(&self, taxonomy: Taxonomy, data: &Data, body: &str) -> Vec<String> {
        let mut terms: Vec<String> = Vec::new();
        for key in keys::of_taxonomy(taxonomy).all() {
            let Some(value) = data.named(key) else { continue };
            let texts = match value {
                Value::List(_) | Value::Table(_) => texts_of(value),
                single => split(&text_of(single).unwrap_or_default(), self.tags_by_spaces && !key.ends_with("y")),
            };
            // Obsidian also has `#tag`, and `area/topic`.
            terms.extend(texts.iter().map(|tag| tag.trim().trim_start_matches('#').to_owned()));
        }
        if taxonomy == Taxonomy::Tags && self.syntax.is_wiki() {
            terms.extend(inline_tags::of(body));
        }
        let mut seen = std::collections::BTreeSet::new();
        terms.retain(|term| !term.is_empty() && seen.insert(term.to_lowercase()));
        terms
    }
}

/// The name of a text by its path: of its folder if the file is an index, without a date before it.
pub(super) fn name(path: &Path) -> (Option<Date>, String) {
    let stem = stem(path);
    let index = matches!(stem.as_str(), "index" | "_index" | "README" | "readme");
    let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let name = folder.filter(|_| index).unwrap_or(stem);
    // Notes have a space behind the day.
    let (day, rest) = match name.split_at_checked(10).and_then(|(day, rest)| Some((day, rest.strip_prefix(' ')?))) {
        Some((day, rest)) if of_name(day).0.is_some() && !rest.trim().is_empty() => (of_name(day).0, rest.trim()),
        _ => of_name(&name),
    };
    (day, rest.to_owned())
}

/// The title by its key, else by the first heading, which is then no longer in the text, else by the name. And the text.
fn title(data: &Data, body: &str, name: &str) -> (String, String) {
    if let Some(title) = keys::TITLE.values(data).find_map(text_of) {
        let body = super::translate::title::without_title(body, &title).unwrap_or_else(|| body.to_owned());
        return (title, body);
    }
    let heading = body.trim_start().lines().next().and_then(|line| line.strip_prefix("# "));
    let heading =
        heading.map(|words| plain(words.split(" {#").next().unwrap_or(words).trim().trim_end_matches('#').trim()));
    match heading.filter(|words| !words.is_empty()) {
        Some(title) => {
            let body = super::translate::title::without_title(body, &title).unwrap_or_else(|| body.to_owned());
            (title, body)
        }
        // A note of a day is named by it.
        None if of_name(name).0.is_some() => (name.to_owned(), body.to_owned()),
        None => (name.replace(['-', '_'], " ").trim().to_owned(), body.to_owned()),
    }
}

/// A heading without the signs of emphasis and code.
fn plain(words: &str) -> String {
    words.chars().filter(|c| !matches!(c, '*' | '`' | '\\')).collect()
}

/// The key that may mean that a text is not to be shown.
fn hidden(data: &Data) -> Option<String> {
    let published = data.0.iter().find(|entry| entry.key == "published" && entry.value.flag() == Some(false));
    published.or_else(|| data.0.iter().find_map(hiding::find)).map(|entry: &Entry| entry.key.clone())
}

fn is_own_draft(key: &str) -> bool {
    ["draft", "isDraft", "is_draft", "published", "publish", "drafts"].contains(&key)
}

fn is_yes(value: &Value) -> bool {
    value.flag().unwrap_or_else(|| value.words().and_then(|words| words.parse::<i64>().ok()).is_some_and(|n| n > 0))
}

/// The pictures that are shown with a text, as a list has them, to be put below it.
fn photos(data: &Data) -> String {
    let lists = keys::PHOTOS.iter().filter(|key| matches!(data.get(key), Some(Value::List(_))));
    let paths = lists.flat_map(|key| data.texts(key)).filter(|path| path.contains('.') && !path.contains(['\n', '>']));
    paths.map(|path| format!("\n![](<{path}>)\n")).collect()
}

/// The path or address of a picture, from a text, a list of texts or a table.
fn cover(value: &Value) -> Option<String> {
    match value {
        Value::Text(_) => text_of(value),
        Value::List(items) => items.iter().find_map(|item| cover_of(&item.value)),
        Value::Table(_) => cover_of(value),
        _ => None,
    }
}

/// Of a value in a list, or of a table.
fn cover_of(value: &Value) -> Option<String> {
    match value {
        Value::Text(_) => text_of(value),
        Value::Table(entries) => keys::IN_COVER.iter().find_map(|key| match find(entries, key)? {
            path @ Value::Text(_) => text_of(path),
            _ => None,
        }),
        _ => None,
    }
}

fn split(text: &str, by_spaces: bool) -> Vec<String> {
    if text.contains(',') {
        text.split(',').map(str::to_owned).collect()
    } else if by_spaces {
        text.split_whitespace().map(str::to_owned).collect()
    } else {
        vec![text.to_owned()]
    }
}
