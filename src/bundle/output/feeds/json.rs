//! JSON Feed 1.1.

use serde_json::{Value, json};

use super::format::Format;
use super::{Entry, Feed};
use crate::bundle::output::credits::Credit;
use crate::bundle::time::timestamps::rfc3339;

pub(super) const FORMAT: Format =
    Format { name: "JSON", media_type: "application/feed+json", file: "feed.json", write: json };

fn json(feed: &Feed<'_>) -> String {
    let site = feed.site;
    let items: Vec<Value> = feed.entries.iter().map(|entry| item(feed, entry)).collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": site.description,
        "home_page_url": feed.page,
        "feed_url": feed.address(FORMAT.file),
        "language": site.language,
        "authors": [author(&feed.author())],
        "items": items,
    });
    feed.to_string()
}

fn item(feed: &Feed<'_>, entry: &Entry<'_>) -> Value {
    let post = entry.post;
    let mut item = json!({
        "id": entry.id,
        "url": entry.url,
        "content_html": entry.html,
        "date_published": rfc3339(&entry.date),
        "date_modified": rfc3339(&entry.updated),
        "language": entry.language(feed.site),
        "tags": post.keywords(),
    });
    if !post.untitled {
        item["title"] = post.title.as_str().into();
    }
    if let Some(link) = &post.link {
        item["external_url"] = link.as_str().into();
    }
    if !post.description.is_empty() {
        item["summary"] = post.description.clone().into();
    }
    if !entry.authors.is_empty() {
        item["authors"] = entry.authors.iter().map(author).collect();
    }
    item
}

fn author(author: &Credit<'_>) -> Value {
    let mut value = json!({ "name": author.name });
    if let Some(url) = &author.url {
        value["url"] = url.as_str().into();
    }
    value
}
