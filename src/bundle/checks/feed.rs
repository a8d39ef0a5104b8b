//! Checks the Atom feed as feed readers get it: each post needs an id of its own, dates and full URLs.

use std::collections::BTreeSet;
use std::path::Path;

use lol_html::{RewriteStrSettings, element, rewrite_str};
use roxmltree::{Document, Node};

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::config::{Config, FILE};
use crate::bundle::library::Library;
use crate::bundle::output::feeds::{Feed, MAIN_FORMAT};
use crate::content::Site;
use crate::markdown::destination::{Destination, Kind};

pub(super) fn check(config: &Config, site: &Site, library: &Library, findings: &mut Diagnostics) {
    let host = site.origin.split_once("://").map_or("", |(_, host)| host);
    let host = host.split(':').next().unwrap_or_default();
    if host == "localhost" || host.starts_with("127.") {
        let message = format!("the address \"{}\" is valid on this machine only", site.origin);
        let remedy = "write the address the site is published at: feeds and link previews are read on other machines";
        findings.warning(Path::new(FILE), config.location_of("url"), message, remedy);
    }
    let feed = (MAIN_FORMAT.write)(&Feed::of_site(site, library));
    for problem in problems(&feed) {
        findings.warning(
            Path::new(MAIN_FORMAT.file),
            0,
            problem,
            "feed readers may omit the post: correct its title, date or links",
        );
    }
}

/// What feed readers cannot handle in an Atom feed.
fn problems(feed: &str) -> Vec<String> {
    let document = match Document::parse(feed) {
        Ok(document) => document,
        Err(error) => return vec![format!("the feed cannot be read: {error}")],
    };
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    for entry in document.root_element().children().filter(|node| node.has_tag_name((ATOM, "entry"))) {
        let text = |name: &str| child(entry, name).and_then(|node| node.text()).unwrap_or_default();
        let title = text("title");
        if text("id").is_empty() || !ids.insert(text("id")) {
            problems.push(format!("\"{title}\" has no id, or that of another post"));
        }
        if ["published", "updated"].iter().any(|name| !is_moment(text(name))) {
            problems.push(format!("\"{title}\" has no valid date"));
        }
        let link = child(entry, "link").and_then(|link| link.attribute("href")).unwrap_or_default();
        for address in [link.to_owned()].into_iter().chain(addresses(text("content"))).filter(|it| !is_full(it)) {
            problems.push(format!("\"{title}\" has an address that is not a full URL: \"{address}\""));
        }
    }
    problems
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn child<'a, 'd>(node: Node<'a, 'd>, name: &str) -> Option<Node<'a, 'd>> {
    node.children().find(|child| child.has_tag_name((ATOM, name)))
}

/// Whether a text is a day and a time (RFC 3339).
fn is_moment(text: &str) -> bool {
    text.parse::<jiff::Timestamp>().is_ok()
}

fn is_full(address: &str) -> bool {
    matches!(Destination::new(address).kind, Kind::Web | Kind::Program)
}

/// The URLs of links and pictures in HTML.
fn addresses(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let handler = element!("[href], [src]", |element| {
        found.extend(["href", "src"].iter().filter_map(|name| element.get_attribute(name)));
        Ok(())
    });
    // URLs in HTML that cannot be parsed are not reported.
    let _ = rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(handler));
    found
}

#[cfg(test)]
mod tests {
    use super::problems;

    #[test]
    fn a_feed_reader_misses_an_id_a_day_and_a_full_address() {
        let entry = |id: &str, day: &str, html: &str| {
            format!(
                "<entry><title>Rye</title><id>{id}</id><link href=\"https://crumb.example/posts/rye/\"/>\
                 <published>{day}</published><updated>{day}</updated><content type=\"html\">{html}</content></entry>"
            )
        };
        let feed = |entries: [String; 2]| format!("<feed xmlns=\"{}\">{}</feed>", super::ATOM, entries.concat());
        let (day, link) = ("2025-04-13T00:00:00Z", "&lt;a href=\"https://mill.example/\"&gt;mill&lt;/a&gt;");
        let right = entry("tag:crumb.example,2025:/rye/", day, link);
        assert_eq!(problems(&feed([right.clone(), entry("tag:crumb.example,2025:/ash/", day, "")])), [""; 0]);
        assert_eq!(problems(&feed([right.clone(), right.clone()])), ["\"Rye\" has no id, or that of another post"]);
        assert_eq!(problems(&feed([right.clone(), entry("tag:x", "13 April", "")])), ["\"Rye\" has no valid date"]);
        let relative = entry("tag:x", day, "&lt;img src=\"loaf.png\"&gt;");
        assert_eq!(problems(&feed([right, relative])), ["\"Rye\" has an address that is not a full URL: \"loaf.png\""]);
        assert!(problems("<feed>")[0].starts_with("the feed cannot be read"));
    }
}
