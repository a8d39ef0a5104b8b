//! The HTML of posts for feeds: it is read outside of its page, so all URLs are full, and nothing is for the app.

use std::sync::OnceLock;

use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::content::{Body, Messages, Site};
use crate::markdown::{self, Render};

/// The texts of all entries of the library, each rendered once, and only if a feed needs it.
pub(crate) struct FeedTexts(Vec<OnceLock<String>>);

impl FeedTexts {
    pub(crate) fn new(entries: usize) -> Self {
        Self((0..entries).map(|_| OnceLock::new()).collect())
    }

    /// The text of an entry, whose page has the full URL `url`.
    pub(crate) fn of(&self, index: usize, site: &Site, words: &Messages, url: &str, body: &Body) -> &str {
        self.0.get(index).map_or("", |text| text.get_or_init(|| render(site, words, url, body)))
    }
}

fn render(site: &Site, words: &Messages, url: &str, body: &Body) -> String {
    let base = site.origin.clone() + &site.base;
    let html = markdown::article(body, Render { base: &base, words, html: &[], sidenotes: false });
    alone(&html, &site.origin, url).unwrap_or(html)
}

/// The HTML with full URLs, and without what is only useful in the page. `None` if it cannot be parsed.
fn alone(html: &str, origin: &str, url: &str) -> Option<String> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(
            "a.anchor, button.copy, .sidenote, .for-dark, .embed details > a, .embed iframe",
            |element| {
                element.remove();
                Ok(())
            }
        ))
        // No frame is loaded in a feed: its picture and its title stay, and the link to the page.
        .append_element_content_handler(element!(".embed details, .embed summary", |element| {
            element.remove_and_keep_content();
            Ok(())
        }))
        // Feed readers remove drawings, and show what is folded: the source.
        .append_element_content_handler(element!(".diagram > .drawing, .diagram > details > summary", |element| {
            element.remove();
            Ok(())
        }))
        .append_element_content_handler(element!(".diagram > details", |element| {
            element.remove_and_keep_content();
            Ok(())
        }))
        .append_element_content_handler(element!("[tabindex]", |element| {
            element.remove_attribute("tabindex");
            Ok(())
        }))
        .append_element_content_handler(element!("[href], [src], [poster], [srcset]", |element| {
            for attribute in ["href", "src", "poster"] {
                change(element, attribute, |address| full(address, origin, url))?;
            }
            change(element, "srcset", |list| {
                let each = list.split(", ").map(|address| full(address.trim(), origin, url));
                each.collect::<Vec<_>>().join(", ")
            })
        }));
    rewrite_str(html, settings).ok()
}

fn change(element: &mut Element<'_, '_>, attribute: &str, to: impl FnOnce(&str) -> String) -> lol_html::HandlerResult {
    if let Some(value) = element.get_attribute(attribute) {
        element.set_attribute(attribute, &to(&value))?;
    }
    Ok(())
}

/// The full URL of an address in the page at `url`.
fn full(address: &str, origin: &str, url: &str) -> String {
    let path = address.find(['/', '?', '#']).unwrap_or(address.len());
    match address {
        _ if address.starts_with("//") || address[..path].contains(':') => address.to_owned(),
        _ if address.starts_with('/') => origin.to_owned() + address,
        _ => url.to_owned() + address,
    }
}
