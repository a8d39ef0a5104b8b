//! Short files for programs: crawlers, language models, and browsers that install a page.

use serde_json::{Value, json};

use crate::bundle::input::post::Post;
use crate::bundle::library::Library;
use crate::bundle::library::lists::group;
use crate::bundle::theme_colors::ThemeColors;
use crate::content::{Message, Route, Site, direction};

/// `robots.txt`: crawlers may read everything. `signal`: what they may use it for (contentsignals.org).
pub(crate) fn robots(site: &Site, signal: Option<&str>) -> String {
    let signal = signal.map(|signal| format!("Content-Signal: {signal}\n")).unwrap_or_default();
    format!("User-agent: *\n{signal}Allow: /\n\nSitemap: {}{}sitemap.xml\n", site.origin, site.base)
}

/// `llms.txt` (llmstxt.org): what the site is, and links to the Markdown of its texts.
pub(crate) fn llms(site: &Site, library: &Library) -> String {
    let mut text = format!("# {}\n", site.title);
    if !site.description.is_empty() {
        text += &format!("\n> {}\n", site.description);
    }
    let listed = library.entries.iter().map(|(post, _)| post).filter(|post| !post.unlisted);
    let listed: Vec<&Post> = listed.collect();
    for posts in listed.chunk_by(|a, b| group(a) == group(b)) {
        text += &format!("\n## {}\n\n", heading(site, posts[0]));
        for post in posts {
            let title = post.title.replace('[', "\\[").replace(']', "\\]");
            let about = if post.description.is_empty() { String::new() } else { format!(": {}", post.description) };
            let address = post.route().href(&site.base);
            text += &format!("- [{title}]({}{address}index.md){about}\n", site.origin);
        }
    }
    text
}

/// The heading of the list with a text.
fn heading<'a>(site: &'a Site, post: &'a Post) -> &'a str {
    let message = if post.is_page() { Message::OwnPages } else { Message::Posts };
    post.collection.as_ref().map_or(site.words.get(message), |collection| &collection.name)
}

/// The Markdown of a text, with its title if it has one.
pub(crate) fn source(library: &Library, route: &Route) -> String {
    library.entry(route).map_or_else(String::new, |(post, _)| {
        let title = if post.untitled { String::new() } else { format!("# {}\n\n", post.title) };
        title + post.media.plain(&post.body).trim_start()
    })
}

/// The name of a web app manifest.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";
/// The owner's icon, in `public/`.
pub(crate) const FAVICON: &str = "favicon.svg";

/// The icons of a web app manifest. `icon`: whether the owner has one.
pub(crate) fn icons(site: &Site, icon: bool) -> Value {
    let favicon = || json!({ "src": format!("{}{FAVICON}", site.base), "type": "image/svg+xml", "sizes": "any" });
    icon.then(favicon).into_iter().collect()
}

/// The web app manifest: the name and look of the installed site.
pub(crate) fn manifest(site: &Site, colors: &ThemeColors, icon: bool) -> String {
    let manifest = json!({
        "name": site.title,
        "description": site.description,
        "lang": site.language,
        "dir": direction(&site.language),
        "start_url": site.base,
        "scope": site.base,
        "display": "minimal-ui",
        "background_color": colors.light(),
        "theme_color": colors.light(),
        "icons": icons(site, icon),
    });
    manifest.to_string()
}
