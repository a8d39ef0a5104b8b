//! The addresses of a Jekyll site.

use std::path::Path;

use jiff::tz::TimeZone;

use crate::bundle::Moment;
use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
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
    /// Of pages: whether they end with a slash.
    pretty: bool,
    collections: Vec<(String, String)>,
}

/// What a text says about its own address.
pub(super) struct Own {
    permalink: Option<String>,
    categories: Vec<String>,
    date: Option<Moment>,
}

impl Addresses {
    pub(super) fn of(config: &Data) -> Self {
        let style = config.text("permalink").unwrap_or_else(|| "date".to_owned());
        let collections = config.table("collections").iter().filter_map(|entry| {
            Some((entry.key.clone(), config.text(&format!("collections.{}.permalink", entry.key))?))
        });
        Self {
            pretty: style == "pretty" || style.ends_with('/'),
            collections: collections.collect(),
            posts: pattern(&style),
        }
    }

    /// What is needed of a source for its address.
    pub(super) fn own(&self, data: &Data, path: &Path, kind: &Kind, zone: Option<&TimeZone>) -> Own {
        let mut categories: Vec<String> = Vec::new();
        if matches!(kind, Kind::Post | Kind::Draft) {
            let folders = path.iter().map(|name| name.to_string_lossy().into_owned());
            categories.extend(folders.take_while(|name| !name.starts_with('_')));
        }
        match data.texts("categories") {
            list if list.len() > 1 => categories.extend(list),
            list => categories.extend(list.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned)),
        }
        categories.extend(data.text("category"));
        let day = of_name(&stem(path)).0.map(Moment::of_day);
        let date = data.text("date").and_then(|words| dates::read(&words, zone)).or(day);
        Own { permalink: data.text("permalink").map(|style| pattern(&style)), categories, date }
    }

    /// The old address of a text; `None` if its pattern is not understood, or for a draft, which had none.
    pub(super) fn address(&self, text: &Text, own: &Own, path: &Path, kind: &Kind) -> Option<String> {
        let folder = slashed(path.parent().unwrap_or(Path::new("")));
        let stem = stem(path);
        let name = of_name(&stem).1;
        let default = match kind {
            Kind::Draft => return None,
            Kind::Post => self.posts.clone(),
            Kind::Page => match (stem.as_str(), self.pretty) {
                ("index", _) => "/:path/".to_owned(),
                (_, true) => "/:path/:basename/".to_owned(),
                (_, false) => "/:path/:basename.html".to_owned(),
            },
            Kind::Collection(name) => {
                let own = self.collections.iter().find(|(known, _)| known == name).map(|(_, pattern)| pattern.clone());
                own.unwrap_or_else(|| {
                    if self.pretty { "/:collection/:path/" } else { "/:collection/:path.html" }.to_owned()
                })
            }
        };
        let pattern = own.permalink.as_ref().unwrap_or(&default);
        let categories = own.categories.iter().map(|name| name.to_lowercase());
        let below = path.iter().position(|part| part.to_string_lossy().starts_with('_')).map_or(0, |at| at + 1);
        let value = |token: &str| {
            Some(match token {
                "title" | "slug" | "name" => match (&text.slug, token) {
                    (Some(slug), _) => slug.clone(),
                    (None, "slug") => slug(name),
                    (None, _) => name.to_owned(),
                },
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
        let address = Values { date: own.date, other: &value }.address(pattern)?;
        // A file that begins with a date and is no post, and a style of posts on a page.
        (address != "/").then(|| single_slashes(&address))
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
