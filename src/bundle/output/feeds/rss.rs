//! RSS 2.0.

use super::format::Format;
use super::{Entry, Feed};
use crate::bundle::escape::escape;
use crate::bundle::output::xml::Xml;
use crate::bundle::time::timestamps::rfc822;

pub(super) const FORMAT: Format =
    Format { name: "RSS", media_type: "application/rss+xml", file: "rss.xml", write: rss };

fn rss(feed: &Feed<'_>) -> String {
    let mut xml = feed.document();
    let root = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    let site = feed.site;
    xml.within("rss", &root, |xml| {
        xml.within("channel", &[], |xml| {
            xml.text("title", &feed.title);
            xml.text("link", &feed.page);
            let own = feed.address(FORMAT.file);
            xml.empty("atom:link", &[("rel", "self"), ("type", FORMAT.media_type), ("href", &own)]);
            xml.text("description", if site.description.is_empty() { &site.title } else { &site.description });
            xml.text("language", &site.language);
            if let Some(updated) = &feed.updated {
                xml.text("lastBuildDate", &rfc822(updated));
            }
            for entry in &feed.entries {
                item(xml, feed, entry);
            }
        });
    });
    xml.finish()
}

fn item(xml: &mut Xml, feed: &Feed<'_>, entry: &Entry<'_>) {
    let post = entry.post;
    xml.within("item", &[], |xml| {
        if !post.untitled {
            xml.text("title", &post.title);
        }
        xml.text("link", entry.target());
        xml.text_with("guid", &[("isPermaLink", "false")], &entry.id);
        xml.text("pubDate", &rfc822(&entry.date));
        // RSS's own `author` is a mail address, which does not belong in a feed.
        let own = entry.authors.is_empty().then(|| feed.author());
        for author in entry.authors.iter().chain(&own) {
            xml.text("dc:creator", author.name);
        }
        for word in post.keywords() {
            xml.text("category", word);
        }
        // HTML, like `content:encoded`. All else in RSS is plain text (RSS Best Practices Profile, "Character data").
        if !post.description.is_empty() {
            xml.text("description", &escape(&post.description));
        } else if post.untitled {
            // An item has a title or a description.
            xml.text("description", &entry.html);
        }
        xml.text("content:encoded", &entry.html);
    });
}
