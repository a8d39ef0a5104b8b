//! The front matter of a new text, in TOML.

use toml::Value;

use super::plan::Place;
use crate::bundle::input::fields::date::of_name;
use crate::bundle::slugify;
use crate::bundle::taxonomy::Taxonomy;
use crate::import::site::Text;

/// Writes the front matter of a text, with its fences.
pub(super) fn write(text: &Text, place: &Place, cover: Option<&str>, language: Option<&str>) -> String {
    let mut head = String::from("+++\n");
    let mut line = |key: &str, value: String| {
        head.push_str(&format!("{key} = {value}\n"));
    };
    line("title", string(&text.title));
    if let Some(date) = text.date {
        line("date", date.to_string());
    }
    if let Some(updated) = text.updated.filter(|updated| text.date.is_none_or(|date| !updated.is_before(&date))) {
        line("updated", updated.to_string());
    }
    if let Some(description) = &text.description {
        line("description", string(description));
    }
    for taxonomy in Taxonomy::ALL {
        let names = text.terms.of(taxonomy);
        if !names.is_empty() {
            line(taxonomy.key(), list(names));
        }
    }
    for (key, flag) in
        [("page", text.page), ("draft", text.draft), ("unlisted", text.unlisted), ("featured", text.featured)]
    {
        if flag {
            line(key, "true".to_owned());
        }
    }
    let slug = &place.slug;
    // A name that begins with a date is not the slug.
    if slugify(of_name(place.file.as_str()).1).as_ref() != Some(slug) {
        line("slug", string(slug.as_str()));
    }
    if let Some(language) = language {
        line("lang", string(language));
    }
    if let Some((series, order)) = &text.series {
        line("series", string(series));
        if let Some(order) = order {
            line("series_order", order.to_string());
        }
    }
    if let Some(cover) = cover {
        line("cover", string(cover));
    }
    match text.authors.as_slice() {
        [] => {}
        [only] => line("author", string(only)),
        several => line("authors", list(several)),
    }
    if !place.aliases.is_empty() {
        line("aliases", list(&place.aliases));
    }
    head + "+++\n"
}

fn string(text: &str) -> String {
    Value::String(text.split_whitespace().collect::<Vec<_>>().join(" ")).to_string()
}

fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| string(text)).collect::<Vec<_>>().join(", "))
}
