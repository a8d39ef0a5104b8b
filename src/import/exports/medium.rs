//! Medium: a folder of HTML files, one a post.

use std::path::{Path, PathBuf};

use url::Url;

use super::{Outcome, moments};
use crate::import::html::Document;
use crate::import::site::{Body, Text};

/// The posts of an export in the order of their names.
pub(super) fn files(export: &Path) -> Vec<PathBuf> {
    let posts = export.join("posts");
    let folder = if posts.is_dir() { &posts } else { export };
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    files.sort();
    files
}

/// Whether HTML is a post of Medium's.
pub(super) fn is_post(html: &str) -> bool {
    html.contains("h-entry") && html.contains("p-name") && html.contains("e-content")
}

pub(super) fn read(path: &Path, each: &mut dyn FnMut(Text)) -> Outcome {
    let mut outcome = Outcome::default();
    for file in files(path) {
        let html = match std::fs::read(&file) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => {
                outcome.tell(&file, 1, error.to_string(), "make the file readable, and import again");
                continue;
            }
        };
        if is_post(&html) {
            let text = post(&file, &html);
            outcome.settings.author = outcome.settings.author.or_else(|| text.authors.first().cloned());
            each(text);
        } else {
            outcome.count("files that are no posts → left out");
        }
    }
    outcome
}

fn post(file: &Path, html: &str) -> Text {
    let document = Document::parse(html);
    let words = |class: &str| document.words_of(class).filter(|words| !words.is_empty());
    let title = words("p-name").unwrap_or_default();
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let canonical = document.attribute_of("p-canonical", "href");
    let date = document.attribute_of("dt-published", "datetime").and_then(|date| moments::instant(&date));
    let address = canonical.as_deref().and_then(|address| Url::parse(address).ok());
    let own = address.as_ref().filter(|url| url.path() != "/").map(|url| url.path().to_owned());
    let slug = own.as_deref().and_then(|path| path.trim_end_matches('/').rsplit('/').next());
    Text {
        source: file.to_owned(),
        line: 1,
        draft: stem.starts_with("draft") || date.is_none(),
        date,
        authors: words("p-author").into_iter().collect(),
        description: words("p-summary").filter(|summary| *summary != title),
        slug: slug.map(without_id),
        addresses: own.into_iter().collect(),
        body: Body::Html(document.content_of("e-content", &title)),
        title,
        ..Text::default()
    }
}

/// The last part of an address without the number that Medium puts behind it: `hello-world-3f2a9c81b04d`.
fn without_id(slug: &str) -> String {
    let is_id = |id: &str| id.len() >= 10 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    match slug.rsplit_once('-') {
        Some((name, id)) if is_id(id) && !name.is_empty() => name.to_owned(),
        _ => slug.to_owned(),
    }
}
