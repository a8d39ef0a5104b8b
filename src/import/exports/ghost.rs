//! Ghost: turns the rows of an export into texts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Outcome, ghost_json, moments};
use crate::bundle::taxonomy::{Taxonomy, Terms};
use crate::import::site::{Body, Person, Text};

/// The tables that a first pass keeps, because posts refer to them.
const RELATIONS: [&str; 7] =
    ["tags", "users", "posts_tags", "posts_authors", "posts_meta", "settings", "custom_theme_settings"];

/// What a first pass collects.
#[derive(Default)]
struct Index {
    /// Names of tags and authors, by their ids.
    names: BTreeMap<String, String>,
    /// The ids of the tags, and of the authors, of each post, in their order.
    tags: BTreeMap<String, Vec<(i64, String)>>,
    authors: BTreeMap<String, Vec<(i64, String)>>,
    /// The description that search engines get, by the id of the post.
    descriptions: BTreeMap<String, String>,
}

pub(super) fn read(files: &[PathBuf], each: &mut dyn FnMut(Text)) -> Outcome {
    let mut outcome = Outcome::default();
    outcome.settings.old_lists = vec![(Taxonomy::Tags, "tag/".to_owned())];
    files.iter().for_each(|path| read_file(path, &mut outcome, each));
    outcome
}

fn read_file(path: &Path, outcome: &mut Outcome, each: &mut dyn FnMut(Text)) {
    let mut index = Index::default();
    // An error is that of the second pass, too.
    let _ = ghost_json::read(path, &|table| RELATIONS.contains(&table), &mut |table, row| {
        index.row(table, &row, outcome);
    });
    let read = ghost_json::read(path, &|table| table == "posts" || table == "comments", &mut |table, row| {
        if table == "comments" {
            outcome.comments += 1;
        } else {
            each(index.text(&row, path, outcome));
        }
    });
    outcome.broken.extend(read.err());
}

/// A text of a row; ids are numbers in old exports.
fn get(row: &Value, key: &str) -> String {
    match row.get(key) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn is_true(row: &Value, key: &str) -> bool {
    matches!(row.get(key), Some(Value::Bool(true))) || get(row, key) == "1"
}

fn some(text: String) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl Index {
    fn row(&mut self, table: &str, row: &Value, outcome: &mut Outcome) {
        let order = row.get("sort_order").and_then(Value::as_i64).unwrap_or_default();
        match table {
            "users" => {
                outcome.people.push(Person {
                    id: some(get(row, "slug")),
                    name: get(row, "name"),
                    url: some(get(row, "website")),
                    bio: some(get(row, "bio")),
                });
                self.names.insert(get(row, "id"), get(row, "name"));
            }
            "tags" => {
                self.names.insert(get(row, "id"), get(row, "name"));
            }
            "posts_tags" => self.tags.entry(get(row, "post_id")).or_default().push((order, get(row, "tag_id"))),
            "posts_authors" => {
                self.authors.entry(get(row, "post_id")).or_default().push((order, get(row, "author_id")))
            }
            "posts_meta" => {
                if let Some(description) = some(get(row, "meta_description")) {
                    self.descriptions.insert(get(row, "post_id"), description);
                }
            }
            "settings" => setting(&get(row, "key"), get(row, "value"), outcome),
            _ => {}
        }
    }

    fn named(&self, relation: &BTreeMap<String, Vec<(i64, String)>>, post: &str) -> Vec<String> {
        let mut ids = relation.get(post).cloned().unwrap_or_default();
        ids.sort();
        ids.iter().filter_map(|(_, id)| self.names.get(id).cloned()).collect()
    }

    fn text(&self, row: &Value, path: &Path, outcome: &mut Outcome) -> Text {
        let id = get(row, "id");
        let title = get(row, "title");
        let status = get(row, "status");
        let visibility = some(get(row, "visibility")).unwrap_or_else(|| "public".to_owned());
        let draft = status != "published" || visibility != "public";
        if draft {
            let why = if status == "published" { format!("only for {visibility}") } else { status };
            outcome.count(&format!("post that is {why} → draft"));
        }
        let (hidden, tags) = self.named(&self.tags, &id).into_iter().partition::<Vec<_>, _>(|tag| tag.starts_with('#'));
        hidden.iter().for_each(|_| outcome.count("internal tags (#name) → left out"));
        let mut authors = self.named(&self.authors, &id);
        authors.extend(self.names.get(&get(row, "author_id")).filter(|_| authors.is_empty()).cloned());
        let description = some(get(row, "custom_excerpt")).or_else(|| some(get(row, "meta_description")));
        let slug = get(row, "slug");
        let here = |text: String| text.replace("__GHOST_URL__", "");
        let page = is_true(row, "page") || get(row, "type") == "page";
        if let Some(canonical) = some(get(row, "canonical_url")) {
            let message = format!("\"{title}\" names another page as its original: {canonical}");
            let remedy = "link to it in the text: pages here have no canonical address of another site";
            outcome.tell(path, 1, message, remedy);
        }
        if ["codeinjection_head", "codeinjection_foot"].iter().any(|key| !get(row, key).trim().is_empty()) {
            let message = format!("\"{title}\" has code for its head or foot, which is left out");
            outcome.tell(path, 1, message, "write styles into public/owner.css: a text runs no scripts");
        }
        let date = ["published_at", "created_at"].iter().find_map(|key| moments::instant(&get(row, key)));
        Text {
            line: 1,
            page,
            date: date.or_else(|| moments::local(&get(row, "published_at"), &get(row, "published_at"))),
            updated: moments::instant(&get(row, "updated_at")).filter(|_| !draft),
            draft,
            terms: Terms::of_tags(tags),
            featured: is_true(row, "featured"),
            authors,
            description: description.or_else(|| self.descriptions.get(&id).cloned()),
            cover: some(get(row, "feature_image").replace("__GHOST_URL__", "")).or_else(|| some(get(row, "image"))),
            language: some(get(row, "locale")),
            addresses: if slug.is_empty() { Vec::new() } else { vec![format!("/{slug}/")] },
            slug: some(slug),
            body: body(row, &title, path, outcome, &here),
            source: path.to_owned(),
            title,
            ..Text::default()
        }
    }
}

/// The HTML, which Ghost keeps of every post that was saved; else what mobiledoc or the oldest Markdown has.
fn body(row: &Value, title: &str, path: &Path, outcome: &mut Outcome, here: &dyn Fn(String) -> String) -> Body {
    if let Some(html) = some(get(row, "html")) {
        return Body::Html(here(html));
    }
    if let Some(markdown) = some(get(row, "markdown")) {
        return Body::Markdown(here(markdown));
    }
    let source = some(get(row, "lexical")).or_else(|| some(get(row, "mobiledoc"))).unwrap_or_default();
    let mut pieces = Vec::new();
    if let Ok(document) = serde_json::from_str::<Value>(&source) {
        texts(&document, &mut pieces);
    }
    if !pieces.is_empty() {
        let message = format!("\"{title}\" has no HTML in the export: its words are kept, without marks and pictures");
        outcome.tell(path, 1, message, "open it in Ghost, save it, and export again");
    }
    let paragraph = |text: &String| ["<p>", &crate::import::html::escaped(text), "</p>"].concat();
    Body::Html(pieces.iter().map(paragraph).collect())
}

/// The words of an editor's document: values of `text`, `html` and `markdown`, and the last part of mobiledoc's markers.
fn texts(document: &Value, pieces: &mut Vec<String>) {
    let mut open = vec![document];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(map) => {
                for key in ["text", "html", "markdown", "code"] {
                    pieces.extend(map.get(key).and_then(Value::as_str).map(str::to_owned));
                }
                open.extend(map.values().rev().filter(|value| !value.is_string()));
            }
            Value::Array(list) => match list.as_slice() {
                [Value::Number(_), Value::Array(_), Value::Number(_), Value::String(text)] => pieces.push(text.clone()),
                list => open.extend(list.iter().rev()),
            },
            _ => {}
        }
    }
}

fn setting(key: &str, value: String, outcome: &mut Outcome) {
    let settings = &mut outcome.settings;
    match key {
        "title" => settings.title = some(value),
        "description" => settings.description = some(value),
        "lang" | "locale" | "default_locale" => settings.language = settings.language.take().or_else(|| some(value)),
        "timezone" | "active_timezone" | "activeTimezone" => settings.time_zone = some(value),
        "navigation" => {
            if let Ok(Value::Array(links)) = serde_json::from_str(&value) {
                let link = |link: &Value| {
                    Some((some(get(link, "label"))?, some(get(link, "url"))?.replace("__GHOST_URL__", "")))
                };
                settings.links.extend(links.iter().filter_map(link));
            }
        }
        _ => {}
    }
}
