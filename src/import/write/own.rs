//! What the new site is, as far as it decides what is written.

use std::path::Path;

use super::plan::addresses::below;
use super::plan::permalinks;
use crate::bundle::input::config::permalink::Permalink;
use crate::bundle::input::config::site_url::origin_and_base;
use crate::import::site::OldSite;

/// The new site: by `site.toml` if it says so, else as the old site.
pub(super) struct Own {
    /// The path of its address.
    pub(super) base: String,
    pub(super) language: String,
    /// The form of the addresses of its posts.
    pub(super) permalink: Permalink,
    /// That form, if `site.toml` has yet to say it.
    pub(super) form: Option<String>,
}

impl Own {
    /// `may_choose` the form of addresses: not if there are pages already, whose addresses must not change.
    pub(super) fn new(into: &Path, site: &OldSite, may_choose: bool, old_base: &str) -> Self {
        let text = std::fs::read_to_string(into.join("site.toml")).unwrap_or_default();
        let table: toml::Table = text.parse().unwrap_or_default();
        let key = |key: &str| table.get(key).and_then(|value| value.as_str()).map(str::to_owned);
        let url = key("url").or_else(|| site.settings.url.clone());
        let base = url.as_deref().and_then(origin_and_base).map_or_else(|| "/".to_owned(), |(_, base)| base);
        let language = key("language").or_else(|| site.settings.language.clone()).unwrap_or_else(|| "en".to_owned());
        let written = key("permalink").and_then(|form| Permalink::new(&form).ok());
        let may_choose = may_choose && !table.contains_key("permalink");
        let old = may_choose.then(|| {
            permalinks::most_common(&site.texts, |text| below(text, text.addresses.first()?, old_base, &base))
        });
        let form = old.flatten();
        let chosen = form.as_deref().and_then(|form| Permalink::new(form).ok());
        let permalink = written.or(chosen).unwrap_or_default();
        let form = form.filter(|_| permalink != Permalink::default());
        Self { base, language, permalink, form }
    }
}
