//! The addresses of a Hexo site.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::fields::value::Value;
use crate::bundle::input::named_language::stem;
use crate::import::data::{Data, text_of, texts_of};
use crate::import::engines::scan;
use crate::import::folder::slashed;
use crate::import::permalink::{Values, single_slashes};
use crate::import::site::Text;

/// How addresses are made.
pub(super) struct Addresses<'c> {
    config: &'c Data,
    pattern: String,
    /// Whether the names of posts have a date before them.
    dated: bool,
    /// Whether the names of posts have a folder of their language before them.
    by_language: bool,
}

impl<'c> Addresses<'c> {
    pub(super) fn of(config: &'c Data) -> Self {
        let new_name = config.text("new_post_name").unwrap_or_default();
        Self {
            config,
            pattern: config.text("permalink").unwrap_or_else(|| ":year/:month/:day/:title/".to_owned()),
            dated: new_name.contains(":year"),
            by_language: new_name.contains(":lang/"),
        }
    }

    /// The pattern of a text.
    pub(super) fn pattern(&self, keys: &Data) -> String {
        keys.text("permalink").unwrap_or_else(|| self.pattern.clone())
    }

    /// The language of the folder that a text is in.
    pub(super) fn language(&self, path: &Path, config: &Data) -> Option<String> {
        let mut names = path.iter().map(|name| name.to_string_lossy().into_owned());
        let first = names.next()?;
        let (post, code) = if first == "_posts" { (true, names.next()?) } else { (false, first) };
        let languages = config.texts("language");
        let other = languages.iter().skip(1).any(|known| *known == code);
        (other && (self.by_language || !post)).then(|| code.replace('_', "-"))
    }

    /// The address of a page.
    pub(super) fn of_page(&self, keys: &Data, path: &Path) -> String {
        match (keys.text("permalink"), stem(path).as_str()) {
            (Some(own), _) => single_slashes(&format!("/{own}")),
            (None, "index") => single_slashes(&format!("/{}/", slashed(path.parent().unwrap_or(Path::new(""))))),
            (None, _) => single_slashes(&format!("/{}.html", scan::without_extension(path))),
        }
    }

    /// The addresses of a post. If it has several categories, Hexo takes one of them, in the order of its database.
    pub(super) fn of_post(&self, text: &Text, keys: &Data, path: &Path) -> Vec<String> {
        let pattern = self.pattern(keys);
        let name = scan::without_extension(path.strip_prefix("_posts").unwrap_or(path));
        let name = match name.split_once('/') {
            Some((code, rest)) if self.by_language && !code.contains('.') => rest.to_owned(),
            _ => name,
        };
        let title = match name.rsplit_once('/') {
            Some((folder, last)) if self.dated => format!("{folder}/{}", of_name(last).1),
            None if self.dated => of_name(&name).1.to_owned(),
            _ => name,
        };
        let categories = if pattern.contains(":category") { self.categories(keys) } else { vec![String::new()] };
        let address = |category: &String| {
            let value = |token: &str| self.value(token, text, keys, &title, category);
            Values { date: text.date, other: &value }.address(&pattern)
        };
        categories.iter().filter_map(address).collect()
    }

    fn value(&self, token: &str, text: &Text, keys: &Data, title: &str, category: &str) -> Option<String> {
        let default = || self.config.text(&format!("permalink_defaults.{token}"));
        match token {
            "title" => Some(title.to_owned()),
            "name" => Some(title.rsplit('/').next().unwrap_or_default().to_owned()),
            "post_title" => Some(slugize(&text.title).to_lowercase()),
            "category" => Some(category.to_owned()),
            "lang" => {
                text.language.clone().or_else(default).or_else(|| self.config.texts("language").into_iter().next())
            }
            // These are parts of the date, whatever the text says.
            "year" | "month" | "day" | "i_month" | "i_day" | "hour" | "minute" | "second" => None,
            "timestamp" => None,
            // Every key of a text is a name.
            token => keys.text(token).or_else(default),
        }
    }

    /// The paths that stand for `:category`, the likeliest first.
    fn categories(&self, keys: &Data) -> Vec<String> {
        let joined = |names: &[String]| names.iter().map(|name| self.slug(name)).collect::<Vec<_>>().join("/");
        let mut paths: Vec<String> = match keys.get("categories").or_else(|| keys.get("category")) {
            // A list of lists has several.
            Some(Value::List(items)) if items.iter().any(|item| matches!(item.value, Value::List(_))) => {
                let path = |value: &Value| match value {
                    Value::List(_) => joined(&texts_of(value)),
                    value => text_of(value).map(|name| self.slug(&name)).unwrap_or_default(),
                };
                items.iter().rev().map(|item| path(&item.value)).collect()
            }
            Some(value) => vec![joined(&texts_of(value))],
            None => Vec::new(),
        };
        paths.retain(|path| !path.is_empty());
        if paths.is_empty() {
            paths.push(self.config.text("default_category").unwrap_or_else(|| "uncategorized".to_owned()));
        }
        paths
    }

    fn slug(&self, name: &str) -> String {
        let maps = self.config.table("category_map").iter();
        let mapped = maps.clone().find(|entry| entry.key == name).and_then(|entry| text_of(&entry.value));
        let slug = slugize(&mapped.unwrap_or_else(|| name.to_owned()));
        match self.config.text("filename_case").as_deref() {
            Some("1") => slug.to_lowercase(),
            Some("2") => slug.to_uppercase(),
            _ => slug,
        }
    }
}

/// Words as Hexo puts them into addresses: without accents, with `-` for signs and spaces, in their case.
fn slugize(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.nfc().map(without_accent) {
        if c.is_whitespace() || c.is_ascii_punctuation() {
            if !slug.ends_with('-') {
                slug.push('-');
            }
        } else if !c.is_control() {
            slug.push(c);
        }
    }
    slug.trim_matches('-').to_owned()
}

/// The Latin letter below an accent; any other character itself.
fn without_accent(c: char) -> char {
    let mut parts = [c].into_iter().nfd();
    match (parts.next(), parts.next()) {
        (Some(letter), Some(mark)) if letter.is_ascii_alphabetic() && is_combining_mark(mark) => letter,
        _ => c,
    }
}
