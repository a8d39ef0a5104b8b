//! The head of a document: what it says of itself to browsers, feed readers, search engines and previews.

use std::fmt::Write as _;

use super::html::escape;
use super::library::Library;
use crate::content::{Content, Head, Page, Route, Site};

/// The tags of a page, in place of `<!-- head -->` in the shell.
pub(super) fn tags(site: &Site, _library: &Library, page: &Page) -> String {
    let head = Head::new(site, page);
    let mut tags = Tags(format!("<title>{}</title>", escape(&head.title)));
    tags.meta("name", "description", &head.description);
    if page.route == Route::NotFound {
        tags.meta("name", "robots", "noindex");
    } else {
        tags.link("canonical", &[("href", &head.canonical)]);
        feeds(&mut tags, site, page);
    }
    tags.0
}

/// Where feed readers find what to follow: the feed of the page first, where it has one of its own.
fn feeds(tags: &mut Tags, site: &Site, page: &Page) {
    let mut feed = |kind: &str, title: &str, address: &str| {
        tags.link("alternate", &[("type", kind), ("title", title), ("href", address)]);
    };
    if let Content::Tag(tag, _) = &page.content {
        let address = Route::Tag(tag.slug.clone(), 1).href(&site.base) + "feed.xml";
        feed("application/atom+xml", &format!("{} · {}", tag.name, site.title), &address);
    }
    for (kind, name, file) in [("atom+xml", "Atom", "feed.xml"), ("rss+xml", "RSS", "rss.xml"), ("feed+json", "JSON", "feed.json")] {
        feed(&format!("application/{kind}"), &format!("{} ({name})", site.title), &format!("{}{file}", site.base));
    }
}

/// The tags written so far.
struct Tags(String);

impl Tags {
    fn meta(&mut self, key: &str, name: &str, content: &str) {
        let _ = write!(self.0, "\n<meta {key}=\"{name}\" content=\"{}\">", escape(content));
    }

    fn link(&mut self, rel: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.0, "\n<link rel=\"{rel}\"");
        for (name, value) in attributes {
            let _ = write!(self.0, " {name}=\"{}\"", escape(value));
        }
        self.0.push('>');
    }
}
