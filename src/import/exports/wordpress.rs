//! WordPress: turns the items of an export into texts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::Url;

use super::wxr::{self, Item, Part};
use super::{Outcome, moments};
use crate::bundle::taxonomy::{Taxonomy, Terms};
use crate::import::html::{escaped, plain};
use crate::import::site::{Body, Text};

/// What a first pass collects, because texts refer to it.
#[derive(Default)]
struct Index {
    /// Pictures and files by their ids: address, description, caption, and the id of the post they belong to.
    attachments: BTreeMap<String, [String; 4]>,
    /// Names of authors by their logins.
    authors: BTreeMap<String, String>,
    /// The HTML of reusable blocks by their ids.
    blocks: BTreeMap<String, String>,
}

/// Reads the files of an export. A first pass over all of them collects what texts refer to.
pub(super) fn read(files: &[PathBuf], each: &mut dyn FnMut(Text)) -> Outcome {
    let mut outcome = Outcome::default();
    let mut index = Index::default();
    for path in files {
        // An error is that of the second pass, too.
        let _ = wxr::read(path, &mut |part| match part {
            Part::Channel(name, text) => setting(&mut outcome, &name, &text),
            Part::Author(login, name) => {
                index.authors.insert(login, name);
            }
            Part::Item(item) => index.item(*item, &mut outcome),
        });
    }
    outcome.settings.old_lists = OLD_LISTS.map(|(taxonomy, folder)| (taxonomy, folder.to_owned())).to_vec();
    let home = outcome.settings.url.clone().unwrap_or_default();
    let mut seen = BTreeSet::new();
    for path in files {
        let read = wxr::read(path, &mut |part| {
            let Part::Item(item) = part else { return };
            let number = item.get("wp:post_id").to_owned();
            // Files of different days have the same posts.
            if files.len() > 1 && !number.is_empty() && !seen.insert(number) {
                return outcome.count("items that are in several files → taken once");
            }
            if let Some(mut text) = index.text(*item, &home, path, &mut outcome) {
                text.source = path.to_owned();
                each(text);
            }
        });
        outcome.broken.extend(read.err());
    }
    outcome
}

fn setting(outcome: &mut Outcome, name: &str, text: &str) {
    let settings = &mut outcome.settings;
    let value = Some(plain(text)).filter(|text| !text.is_empty());
    match name {
        "title" => settings.title = value,
        "description" => settings.description = value,
        "language" => settings.language = value,
        "link" => settings.url = settings.url.take().or(value),
        "wp:base_blog_url" => settings.url = value,
        _ => {}
    }
}

impl Index {
    fn item(&mut self, mut item: Item, outcome: &mut Outcome) {
        let id = item.get("wp:post_id").to_owned();
        match item.get("wp:post_type") {
            "attachment" => {
                let alt = item.meta("_wp_attachment_image_alt").unwrap_or_default().to_owned();
                let [address, caption, parent] = ["wp:attachment_url", "excerpt:encoded", "wp:post_parent"]
                    .map(|field| item.get(field).trim().to_owned());
                self.attachments.insert(id, [address, alt, caption, parent]);
            }
            "wp_block" => {
                self.blocks.insert(id, item.take("content:encoded").0);
            }
            "nav_menu_item" if item.meta("_menu_item_type") == Some("custom") => {
                let label = plain(item.get("title"));
                let url = item.meta("_menu_item_url").filter(|url| *url != "#" && !label.is_empty());
                outcome.settings.links.extend(url.map(|url| (label.clone(), url.to_owned())));
            }
            _ => {}
        }
    }

    fn text(&self, mut item: Item, home: &str, path: &Path, outcome: &mut Outcome) -> Option<Text> {
        let kind = item.get("wp:post_type").to_owned();
        let status = item.get("wp:status").to_owned();
        if !matches!(kind.as_str(), "post" | "page") {
            outcome.count(&format!("{kind} → left out"));
            let own = [
                "attachment",
                "nav_menu_item",
                "revision",
                "custom_css",
                "customize_changeset",
                "oembed_cache",
                "user_request",
            ];
            if !own.contains(&kind.as_str())
                && !kind.starts_with("wp_")
                && !item.get("content:encoded").trim().is_empty()
            {
                let message = format!("\"{}\" is of the type {kind}, and is left out", plain(item.get("title")));
                outcome.tell(path, item.line(), message, "write it as a post or a page, if readers should have it");
            }
            return None;
        }
        if matches!(status.as_str(), "trash" | "auto-draft" | "inherit") {
            outcome.count(&format!("{kind} in {status} → left out"));
            return None;
        }
        let secret = !item.get("wp:post_password").is_empty();
        let draft = secret || status != "publish";
        if draft {
            let why = if secret { "protected by a password" } else { &status };
            outcome.count(&format!("{kind} that is {why} → draft"));
        }
        outcome.comments += item.comments;
        let (body, line) = item.take("content:encoded");
        let pages = body.matches("<!--nextpage-->").count();
        Some(Text {
            line: line.max(1),
            page: kind == "page",
            title: plain(item.get("title")),
            date: moments::local(item.get("wp:post_date"), item.get("wp:post_date_gmt")),
            updated: moments::local(item.get("wp:post_modified"), item.get("wp:post_modified_gmt")),
            draft,
            terms: terms(&item),
            featured: item.get("wp:is_sticky") == "1",
            authors: self.authors(item.get("dc:creator")),
            description: Some(plain(item.get("excerpt:encoded"))).filter(|text| !text.is_empty()),
            cover: item
                .meta("_thumbnail_id")
                .and_then(|id| self.attachments.get(id))
                .map(|[address, ..]| address.clone()),
            slug: Some(decoded(item.get("wp:post_name"))).filter(|slug| !slug.is_empty()),
            addresses: addresses(item.get("link"), home, pages),
            number: Some(item.get("wp:post_id").to_owned()).filter(|number| !number.is_empty()),
            body: Body::Html(self.body(&item, &body)),
            ..Text::default()
        })
    }

    fn authors(&self, login: &str) -> Vec<String> {
        let name = self.authors.get(login).map_or(login, String::as_str);
        if name.is_empty() { Vec::new() } else { vec![name.to_owned()] }
    }

    /// The HTML with what is elsewhere in the export: pictures of galleries, reusable blocks, footnotes.
    fn body(&self, item: &Item, body: &str) -> String {
        let blocks = body.contains("<!-- wp:");
        // As WordPress marks what its classic editor wrote.
        let mut html = if blocks { String::new() } else { "<!-- wp:freeform -->".to_owned() };
        let mut rest = body;
        while let Some(at) = rest.find("[gallery").into_iter().chain(rest.find("<!-- wp:block ")).min() {
            let (before, found) = rest.split_at(at);
            html.push_str(before);
            let end = if found.starts_with('[') { "]" } else { "-->" };
            let (code, after) = found.split_at(found.find(end).map_or(found.len(), |at| at + end.len()));
            let made = if end == "]" { self.gallery(item, code) } else { self.reused(code) };
            html.push_str(made.as_deref().unwrap_or(code));
            rest = after;
        }
        html.push_str(rest);
        if let Some(Value::Array(notes)) = item.meta("footnotes").and_then(|json| serde_json::from_str(json).ok()) {
            let text = |note: &Value, key: &str| note.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let one =
                |note: &Value| format!("<li id=\"{}\">{}</li>", escaped(&text(note, "id")), text(note, "content"));
            html.push_str(&["<ol>", &notes.iter().map(one).collect::<String>(), "</ol>"].concat());
        }
        html
    }

    /// The pictures of a gallery: those it names, or all that belong to the post.
    fn gallery(&self, item: &Item, code: &str) -> Option<String> {
        let named = code.split_once("ids=").map(|(_, ids)| ids.trim_start_matches(['"', '\'']));
        let pictures: Vec<&[String; 4]> = match named {
            Some(ids) => ids
                .split(['"', '\'', ']'])
                .next()?
                .split(',')
                .filter_map(|id| self.attachments.get(id.trim()))
                .collect(),
            None => self.attachments.values().filter(|[_, _, _, parent]| parent == item.get("wp:post_id")).collect(),
        };
        let one = |[address, alt, caption, _]: &&[String; 4]| {
            let caption =
                if caption.is_empty() { String::new() } else { format!("<figcaption>{caption}</figcaption>") };
            format!("<figure><img src=\"{}\" alt=\"{}\">{caption}</figure>", escaped(address), escaped(alt))
        };
        let html: String = pictures.iter().map(one).collect();
        Some(html).filter(|html| !html.is_empty())
    }

    fn reused(&self, comment: &str) -> Option<String> {
        let id: String = comment.split_once("\"ref\":")?.1.chars().take_while(char::is_ascii_digit).collect();
        self.blocks.get(&id).map(|html| html.replace('\n', " "))
    }
}

/// Where the lists are, if nobody has changed that.
const OLD_LISTS: [(Taxonomy, &str); 2] = [(Taxonomy::Tags, "tag/"), (Taxonomy::Categories, "category/")];

/// Categories and tags, each once.
fn terms(item: &Item) -> Terms<String> {
    let mut terms = Terms::default();
    for (domain, name) in &item.terms {
        let taxonomy = match domain.as_str() {
            "category" => Taxonomy::Categories,
            "post_tag" | "tag" => Taxonomy::Tags,
            _ => continue,
        };
        let (name, known) = (plain(name), terms.of_mut(taxonomy));
        if !name.is_empty() && name != "Uncategorized" && !known.contains(&name) {
            known.push(name);
        }
    }
    terms
}

/// The path of an address and those of its further pages. Without permalinks it is a query: `/?p=12`.
fn addresses(link: &str, home: &str, pages: usize) -> Vec<String> {
    let (Ok(link), home) = (Url::parse(link.trim()), Url::parse(home).ok()) else { return Vec::new() };
    let elsewhere = home.is_some_and(|home| home.host_str() != link.host_str());
    if elsewhere {
        return Vec::new();
    }
    if let Some(query) = link.query() {
        return vec![format!("{}?{query}", link.path())];
    }
    if link.path() == "/" {
        return Vec::new();
    }
    let path = decoded(link.path());
    let slash = if path.ends_with('/') { "" } else { "/" };
    let further = (2..pages + 2).map(|page| format!("{path}{slash}{page}/"));
    std::iter::once(path.clone()).chain(further).collect()
}

fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}
