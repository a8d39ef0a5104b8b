//! Atom (RFC 4287).

use super::format::Format;
use super::{Entry, Feed};
use crate::bundle::output::credits::Credit;
use crate::bundle::output::xml::Xml;
use crate::bundle::time::timestamps::rfc3339;
use crate::content::FEED;

pub(super) const FORMAT: Format = Format { name: "Atom", media_type: FEED.1, file: FEED.0, write: atom };

/// When a feed without posts changed: Atom requires a date, and no clock is read.
const NEVER: &str = "1970-01-01T00:00:00Z";

fn atom(feed: &Feed<'_>) -> String {
    let mut xml = feed.document();
    let site = feed.site;
    let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", site.language.as_str())];
    xml.within("feed", &root, |xml| {
        xml.text("title", &feed.title);
        if !site.description.is_empty() {
            xml.text("subtitle", &site.description);
        }
        xml.text("id", &feed.page);
        xml.text("updated", &feed.updated.as_ref().map_or_else(|| NEVER.to_owned(), rfc3339));
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &feed.page)]);
        let own = feed.address(FORMAT.file);
        xml.empty("link", &[("rel", "self"), ("type", FORMAT.media_type), ("href", &own)]);
        author(xml, &feed.author());
        for post in &feed.entries {
            entry(xml, feed, post);
        }
    });
    xml.finish()
}

fn author(xml: &mut Xml, author: &Credit<'_>) {
    xml.within("author", &[], |xml| {
        xml.text("name", author.name);
        if let Some(url) = &author.url {
            xml.text("uri", url);
        }
    });
}

fn entry(xml: &mut Xml, feed: &Feed<'_>, entry: &Entry<'_>) {
    let post = entry.post;
    xml.within("entry", &[("xml:lang", entry.language(feed.site))], |xml| {
        xml.text("title", &post.title);
        xml.text("id", &entry.id);
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", entry.target())]);
        if post.link.is_some() {
            xml.empty("link", &[("rel", "related"), ("type", "text/html"), ("href", &entry.url)]);
        }
        xml.text("published", &rfc3339(&entry.date));
        xml.text("updated", &rfc3339(&entry.updated));
        // Without one, an entry is by the author of the feed.
        for credit in &entry.authors {
            author(xml, credit);
        }
        for word in post.keywords() {
            xml.empty("category", &[("term", word)]);
        }
        if !post.description.is_empty() {
            xml.text("summary", &post.description);
        }
        xml.text_with("content", &[("type", "html")], &entry.html);
    });
}
