//! The name of the site and the like: in `astro.config`, and where themes have them.

use crate::import::folder::Folder;
use crate::import::literals::Literals;
use crate::import::permalink::single_slashes;
use crate::import::site::Settings;

/// Files of themes.
const SETTINGS: [&str; 14] = [
    "src/config.ts",
    "src/config.js",
    "src/config.mjs",
    "src/consts.ts",
    "src/consts.js",
    "src/site.config.ts",
    "src/constants.ts",
    "src/constants.js",
    "src/data/site.ts",
    "src/site-config.ts",
    "src/config/site.ts",
    "src/config/index.ts",
    "site.config.ts",
    "astro-paper.config.ts",
];

pub(super) fn read(folder: &Folder, config: &Literals) -> Settings {
    let theme = folder.all_literals(&SETTINGS);
    let text = |keys: &[&str]| theme.text(keys).or_else(|| config.text(keys));
    let url =
        config.text(&["site"]).or_else(|| text(&["SITE.website", "website", "SITE_URL", "siteUrl", "site.url", "url"]));
    let base = config.text(&["base"]).unwrap_or_default();
    Settings {
        title: theme.text(&["SITE.title", "siteConfig.title", "SITE_TITLE", "site.title", "title", "siteName"]),
        description: theme.text(&[
            "SITE.desc",
            "SITE_DESCRIPTION",
            "SITE.description",
            "siteConfig.description",
            "description",
            "siteConfig.subtitle",
            "desc",
        ]),
        author: theme.text(&["SITE.author", "profileConfig.name", "AUTHOR", "author.name", "author"]),
        url: url
            .filter(|url| url.contains("://"))
            .map(|url| format!("{}{}", url.trim_end_matches('/'), single_slashes(&format!("{base}/")))),
        language: text(&["SITE.lang", "siteConfig.lang", "lang", "locale", "defaultLocale"])
            .map(|tag| tag.replace('_', "-")),
        time_zone: theme.text(&["SITE.timezone", "timezone"]),
        links: links(&theme),
        ..Settings::default()
    }
}

/// The links of the navigation and the profile. What shares a page of another site is none, nor is the licence.
fn links(theme: &Literals) -> Vec<(String, String)> {
    let mut seen = std::collections::BTreeSet::new();
    let mut links = theme.links(&["name", "label", "linkTitle"], &["url", "href"]);
    links.retain(|(_, url)| {
        let is_address = url.starts_with('/') || url.contains("://") || url.starts_with("mailto:");
        let is_other = url.ends_with('=') || url.contains("creativecommons.org/licenses");
        is_address && !is_other && seen.insert(url.clone())
    });
    links
}
