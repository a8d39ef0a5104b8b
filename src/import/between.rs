//! The links between the texts of a folder, which show at what addresses the texts were.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::folder::slashed;
use super::permalink::{Values, single_slashes};
use super::site::{Body, OldSite, Text};
use super::text::name;
use super::write::addresses::{below, key};
use super::write::destinations;
use crate::bundle::input::config::site_url::origin_and_base;

/// What the part of an address may be that tells its text. `:path` is the path of the file without its ending.
const FORMS: [&str; 5] = ["/:path", "/:year/:month/:day/:name", "/:year/:month/:name", "/:year/:name", "/:name"];

/// The texts that have to be linked to under one pattern: a single link may be to another site's copy.
const MIN_TEXTS: usize = 2;

/// Gives each text the address of the pattern that most links between the texts have. Returns the pattern, and how many
/// texts these links lead to.
pub(super) fn apply(site: &mut OldSite) -> Option<(String, usize)> {
    let url = site.settings.url.clone().unwrap_or_default();
    let (origin, base) = origin_and_base(&url).unwrap_or_else(|| (String::new(), "/".to_owned()));
    let endings = endings(&site.texts);
    let linked: Vec<String> = site.texts.par_iter().flat_map_iter(|text| paths(text, &origin, &base)).collect();
    let mut patterns: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for path in &linked {
        for (pattern, index) in patterns_of(path, &endings) {
            patterns.entry(pattern).or_default().insert(index);
        }
    }
    // Of two that are as common, the first one by its letters: `max_by_key` takes the last.
    let (pattern, texts) = patterns.into_iter().rev().max_by_key(|(_, texts)| texts.len())?;
    if texts.len() < MIN_TEXTS {
        return None;
    }
    for text in &mut site.texts {
        let address = address(text, &pattern);
        text.addresses.extend(address);
    }
    Some((pattern, texts.len()))
}

/// The paths, below the address of the old site, that a text links to.
fn paths(text: &Text, origin: &str, base: &str) -> Vec<String> {
    let (Body::Markdown(body) | Body::Html(body)) = &text.body;
    let path = |written: String| {
        let path = match written.strip_prefix("@/") {
            Some(file) => format!("/{}/", file.split('#').next()?.strip_suffix(".md")?.trim_end_matches("/index")),
            None if written.starts_with('/') && !written.starts_with("//") => written,
            None => below(&written, origin, base)?,
        };
        Some(path.split(['?', '#']).next().unwrap_or_default().to_owned())
    };
    destinations::find(body).into_iter().filter_map(|link| path(link.written)).collect()
}

/// The texts by what each form makes of them; what several texts have tells none of them.
fn endings(texts: &[Text]) -> Vec<HashMap<String, Option<usize>>> {
    let of_form = |form: &&str| {
        let mut endings = HashMap::new();
        for (index, text) in texts.iter().enumerate() {
            if let Some(address) = address(text, form) {
                endings.entry(key(&address)).and_modify(|other| *other = None).or_insert(Some(index));
            }
        }
        endings
    };
    FORMS.iter().map(of_form).collect()
}

/// The patterns that a path may be of, each with the text.
fn patterns_of(path: &str, endings: &[HashMap<String, Option<usize>>]) -> Vec<(String, usize)> {
    let close = ["/", ".html"].into_iter().find(|end| path.ends_with(end)).unwrap_or("/");
    let whole = key(path.strip_suffix(close).unwrap_or(path));
    let mut patterns = Vec::new();
    for (at, _) in whole.match_indices('/').chain([(usize::MAX, "")]) {
        let start = if at == usize::MAX { 0 } else { at + 1 };
        for (form, endings) in FORMS.iter().zip(endings) {
            if let Some(Some(index)) = endings.get(&whole[start..]) {
                patterns.push((single_slashes(&format!("/{}{form}{close}", &whole[..start])), *index));
            }
        }
    }
    patterns
}

/// The address of a text by a pattern.
fn address(text: &Text, pattern: &str) -> Option<String> {
    let other = |part: &str| match part {
        "path" => {
            let path = slashed(&text.source.with_extension(""));
            Some(path.strip_suffix("/index").unwrap_or(&path).to_owned())
        }
        "name" => Some(name(&text.source).1),
        _ => None,
    };
    Values { date: text.date, other: &other }.address(pattern)
}
