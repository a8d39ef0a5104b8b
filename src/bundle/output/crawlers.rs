//! Short files for programs: crawlers, language models, and browsers that install a page.

use serde_json::json;

use crate::bundle::input::post::Post;
use crate::bundle::library::Library;
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
    let (posts, pages): (Vec<&Post>, Vec<&Post>) =
        library.entries.iter().map(|(post, _)| post).filter(|post| !post.unlisted).partition(|post| !post.is_page());
    for (title, posts) in [(Message::Posts, posts), (Message::OwnPages, pages)] {
        if !posts.is_empty() {
            text += &format!("\n## {}\n\n", site.words.get(title));
        }
        for post in posts {
            let title = post.title.replace('[', "\\[").replace(']', "\\]");
            let about = if post.description.is_empty() { String::new() } else { format!(": {}", post.description) };
            let address = post.route().href(&site.base);
            text += &format!("- [{title}]({}{address}index.md){about}\n", site.origin);
        }
    }
    text
}

/// The Markdown of a text, with its title.
pub(crate) fn source(library: &Library, route: &Route) -> String {
    library.entry(route).map_or_else(String::new, |(post, _)| format!("# {}\n\n{}", post.title, post.body.trim_start()))
}

/// The web app manifest: the name and look of the installed site.
pub(crate) fn manifest(site: &Site, colors: &ThemeColors, icon: bool) -> String {
    let favicon = || json!({ "src": format!("{}favicon.svg", site.base), "type": "image/svg+xml", "sizes": "any" });
    let icons = Vec::from_iter(icon.then(favicon));
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
        "icons": icons,
    });
    manifest.to_string()
}
