//! The addresses of a Jekyll site.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::tz::TimeZone;
use unicode_normalization::char::is_combining_mark;

use crate::bundle::Moment;
use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::fields::value::Value;
use crate::bundle::input::named_language::stem;
use crate::import::data::{Data, texts_of};
use crate::import::dates;
use crate::import::folder::slashed;
use crate::import::permalink::{Values, single_slashes, slug};
use crate::import::site::Text;

/// What a file is to Jekyll.
#[derive(Debug)]
pub(super) enum Kind {
    Post,
    Draft,
    Page,
    Collection(String),
}

impl Kind {
    /// Its name in `defaults`.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Post => "posts",
            Self::Draft => "drafts",
            Self::Page => "pages",
            Self::Collection(name) => name,
        }
    }
}

/// How addresses are made.
#[derive(Debug)]
pub(super) struct Addresses {
    posts: String,
    /// What pages and texts of collections have at their end.
    suffix: &'static str,
    collections: Vec<(String, String)>,
}

/// What a text says about its own address.
pub(super) struct Own {
    pub(super) permalink: Option<String>,
    categories: Vec<String>,
    date: Option<Moment>,
}

impl Addresses {
    pub(super) fn of(config: &Data) -> Self {
        let style = config.text("permalink").unwrap_or_else(|| "date".to_owned());
        let collections = config.table("collections").iter().filter_map(|entry| {
            Some((entry.key.clone(), config.text(&format!("collections.{}.permalink", entry.key))?))
        });
        let collections: Vec<(String, String)> = collections.collect();
        let posts = collections.iter().find(|(name, _)| name == "posts").map_or(&style, |(_, style)| style);
        Self { posts: pattern(posts), suffix: suffix(&style), collections }
    }

    /// What is needed of a source for its address. `folders` are the folders that are categories.
    pub(super) fn own(&self, data: &Data, path: &Path, folders: &[String], zone: Option<&TimeZone>) -> Own {
        let mut categories = folders.to_vec();
        match (data.text("category"), data.get("categories")) {
            (Some(category), _) => categories.push(category),
            (None, Some(Value::Text(words))) => categories.extend(words.split_whitespace().map(str::to_owned)),
            (None, Some(value)) => categories.extend(texts_of(value)),
            (None, None) => {}
        }
        let mut seen = BTreeSet::new();
        categories.retain(|name| seen.insert(name.to_lowercase()));
        let day = of_name(&stem(path)).0.map(Moment::of_day);
        let date = data.text("date").and_then(|words| dates::read(&words, zone)).or(day);
        Own { permalink: data.text("permalink"), categories, date }
    }

    /// The old address of a text; `None` if its pattern is not understood, or for a draft, which had none.
    pub(super) fn address(&self, text: &Text, own: &Own, path: &Path, kind: &Kind) -> Option<String> {
        let stem = stem(path);
        let name = of_name(&stem).1;
        let pattern = self.pattern(own, &stem, kind)?;
        let categories = own.categories.iter().map(|name| name.to_lowercase());
        let folder = slashed(path.parent().unwrap_or(Path::new("")));
        let below = path.iter().position(|part| part.to_string_lossy().starts_with('_')).map_or(0, |at| at + 1);
        let value = |token: &str| {
            Some(match token {
                "title" => pretty(text.slug.as_deref().unwrap_or(name)),
                "slug" => slug(text.slug.as_deref().unwrap_or(name)),
                "name" => slug(&stem),
                "categories" => categories.clone().collect::<Vec<_>>().join("/"),
                "slugified_categories" => categories.clone().map(|name| slug(&name)).collect::<Vec<_>>().join("/"),
                "output_ext" => ".html".to_owned(),
                "basename" => stem.clone(),
                "collection" => kind.name().to_owned(),
                "path" => match kind {
                    Kind::Page => folder.clone(),
                    _ => slashed(&path.iter().skip(below).collect::<std::path::PathBuf>().with_extension("")),
                },
                _ => return None,
            })
        };
        let address = Values { date: own.date, other: &value }.address(&pattern)?;
        // A file that begins with a date and is no post, and a style of posts on a page.
        (address != "/").then(|| single_slashes(&address))
    }

    /// The pattern of a text; `None` for a draft.
    fn pattern(&self, own: &Own, stem: &str, kind: &Kind) -> Option<String> {
        if let (Some(own), false) = (&own.permalink, matches!(kind, Kind::Draft)) {
            return Some(own.clone());
        }
        Some(match kind {
            Kind::Draft => return None,
            Kind::Post => self.posts.clone(),
            Kind::Page if stem == "index" => "/:path/".to_owned(),
            Kind::Page => format!("/:path/:basename{}", self.suffix),
            Kind::Collection(name) => match self.collections.iter().find(|(known, _)| known == name) {
                Some((_, own)) if !own.contains([':', '/']) => format!("/:collection/:path{}", suffix(own)),
                Some((_, own)) => own.clone(),
                None => format!("/:collection/:path{}", self.suffix),
            },
        })
    }
}

/// What a style of the site has at the end of its addresses.
fn suffix(style: &str) -> &'static str {
    match style {
        "pretty" => "/",
        "date" | "ordinal" | "weekdate" | "none" => ":output_ext",
        own if own.ends_with('/') => "/",
        own if own.ends_with(":output_ext") => ":output_ext",
        _ => "",
    }
}

/// The pattern of a style by its name.
fn pattern(style: &str) -> String {
    match style {
        "date" => "/:categories/:year/:month/:day/:title:output_ext",
        "pretty" => "/:categories/:year/:month/:day/:title/",
        "ordinal" => "/:categories/:year/:y_day/:title:output_ext",
        "weekdate" => "/:categories/:year/W:week/:short_day/:title:output_ext",
        "none" => "/:categories/:title:output_ext",
        own => own,
    }
    .to_owned()
}

/// A name as Jekyll's `:title` has it: in its case, with `-` for what an address cannot have.
fn pretty(name: &str) -> String {
    let mut title = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_alphanumeric() || is_combining_mark(c) || "._~!$&'()+,;=@".contains(c) {
            title.push(c);
        } else if !title.ends_with('-') {
            title.push('-');
        }
    }
    title.trim_matches('-').to_owned()
}
