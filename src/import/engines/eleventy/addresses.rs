//! The addresses of an Eleventy site.

use std::path::Path;

use super::slugs::{slugged, slugified};
use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::named_language::stem;
use crate::bundle::time::moment::civil_date;
use crate::import::data::Data;
use crate::import::engines::scan;
use crate::import::folder::slashed;
use crate::import::permalink::single_slashes;
use crate::import::site::Text;

/// The permalink of a text: one that is computed counts before others.
pub(super) fn permalink(keys: &Data) -> Option<String> {
    ["eleventyComputed.permalink", "permalink.build", "permalink"].iter().find_map(|key| keys.text(key))
}

/// The address of a text; `None` if its permalink is code that is not understood.
pub(super) fn of(text: &Text, path: &Path, keys: &Data) -> Option<String> {
    let stem = stem(path);
    let folder = slashed(path.parent().unwrap_or(Path::new("")));
    let own = of_name(&stem).1;
    let last = folder.rsplit('/').next().unwrap_or_default();
    let Some(pattern) = permalink(keys) else {
        let own = if own == last || own == "index" { "" } else { own };
        return Some(single_slashes(&format!("/{folder}/{own}/")));
    };
    let page = Page {
        text,
        keys,
        file_slug: if own == "index" { of_name(last).1 } else { own },
        path_stem: scan::without_extension(&path.with_file_name(own)),
    };
    let mut address = String::new();
    let mut rest = pattern.as_str();
    while let Some((before, after)) = rest.split_once("{{") {
        let (code, after) = after.split_once("}}")?;
        address.push_str(before);
        address.push_str(&page.value(code.trim_matches('-'))?);
        rest = after;
    }
    address.push_str(rest);
    (!address.contains("{%")).then(|| single_slashes(&format!("/{}", address.trim().trim_end_matches("index.html"))))
}

/// A text as its permalink sees it.
struct Page<'p> {
    text: &'p Text,
    keys: &'p Data,
    file_slug: &'p str,
    path_stem: String,
}

impl Page<'_> {
    /// The value of an output: a name or a text, and filters that make slugs or write dates.
    fn value(&self, code: &str) -> Option<String> {
        let mut parts = code.split('|').map(str::trim);
        let name = parts.next()?;
        let filters: Vec<&str> = parts.collect();
        let value = match name {
            "page.fileSlug" | "fileSlug" => self.file_slug.to_owned(),
            "page.filePathStem" => format!("/{}", self.path_stem),
            "page.outputFileExtension" => "html".to_owned(),
            "title" => self.text.title.clone(),
            "page.lang" | "lang" => self.text.language.clone().or_else(|| self.keys.text("lang"))?,
            "page.date" | "date" => return self.date(&filters),
            "page.date.getFullYear()" | "page.date.getUTCFullYear()" => self.text.date?.day.year().to_string(),
            quoted if quoted.starts_with(['"', '\'']) => quoted.trim_matches(['"', '\'']).to_owned(),
            key => self.keys.text(key)?,
        };
        filters.into_iter().try_fold(value, |value, filter| {
            let name = filter.split(['(', ':']).next().unwrap_or(filter).trim();
            Some(match name {
                "slugify" => slugified(&value),
                "slug" => slugged(&value),
                "lower" | "downcase" => value.to_lowercase(),
                "safe" | "url" | "trim" | "strip" => value,
                _ => return None,
            })
        })
    }

    /// The date in the form that the argument of a filter says, in that of Liquid or of Luxon.
    fn date(&self, filters: &[&str]) -> Option<String> {
        let form = filters.iter().find_map(|filter| filter.split(['"', '\'']).nth(1))?;
        let names = [
            ("yyyy", "%Y"),
            ("YYYY", "%Y"),
            ("LLLL", "%B"),
            ("MMMM", "%B"),
            ("LLL", "%b"),
            ("MMM", "%b"),
            ("MM", "%m"),
            ("LL", "%m"),
            ("dd", "%d"),
            ("DD", "%d"),
        ];
        let form = if form.contains('%') {
            form.to_owned()
        } else {
            names.iter().fold(form.to_owned(), |form, (name, part)| form.replace(name, part))
        };
        let known = |c: char| "YymdBbeje-".contains(c);
        let plain = form.split('%').skip(1).all(|part| part.starts_with(known));
        plain.then(|| civil_date(self.text.date?.day).strftime(&form).to_string().into()).flatten()
    }
}
