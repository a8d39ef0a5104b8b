//! The text of an article in a page with other texts, whose ids may be the same.

use lol_html::{RewriteStrSettings, element, rewrite_str};

/// The HTML without ids. What leads to one of them leads to the page of the text, which is at `href`.
pub(super) fn below(html: &str, href: &str) -> String {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[id], [aria-labelledby], [aria-describedby]", |element| {
            for name in ["id", "aria-labelledby", "aria-describedby"] {
                element.remove_attribute(name);
            }
            Ok(())
        }))
        .append_element_content_handler(element!("a[href^='#']", |element| {
            let fragment = element.get_attribute("href").unwrap_or_default();
            element.set_attribute("href", &format!("{href}{fragment}"))?;
            Ok(())
        }));
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}
