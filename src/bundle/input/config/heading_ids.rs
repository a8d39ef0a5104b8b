//! How ids are derived from headings: as this engine does, or as another, so that old links to headings hold.

use serde::{Deserialize, Serialize};

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;

/// The engine whose ids headings have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeadingIds {
    /// This one.
    #[default]
    Own,
    /// GitHub, and all that use `github-slugger`: Docusaurus, Astro, Quartz.
    GitHub,
    /// Hugo, with Goldmark and its default `autoIDType`.
    Hugo,
    /// Jekyll, with its default parser: kramdown for GitHub's dialect.
    Jekyll,
    /// kramdown by itself: Jekyll with `input: kramdown`.
    Kramdown,
    /// VitePress, with `@mdit-vue/shared`.
    VitePress,
    /// Zola, with `slugify.anchors = "on"`, its default.
    Zola,
}

impl HeadingIds {
    /// Each by its name in `site.toml`.
    const NAMED: [(&str, Self); 9] = [
        ("astro", Self::GitHub),
        ("docusaurus", Self::GitHub),
        ("github", Self::GitHub),
        ("hugo", Self::Hugo),
        ("jekyll", Self::Jekyll),
        ("kramdown", Self::Kramdown),
        ("quartz", Self::GitHub),
        ("vitepress", Self::VitePress),
        ("zola", Self::Zola),
    ];

    /// The ids of an engine, by its name in `site.toml`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, ids)| *ids)
    }

    /// Reads `heading_ids`. An unknown engine is an error.
    pub(crate) fn read(entry: &Entry, reader: &mut FieldReader) -> Self {
        let Some(ids) = entry.value.words().and_then(Self::named) else {
            let message = match entry.value.words() {
                Some(name) => format!("\"{name}\" is no engine whose heading ids are known"),
                None => "\"heading_ids\" is not the name of an engine".to_owned(),
            };
            let names = Self::NAMED.map(|(name, _)| format!("\"{name}\"")).join(", ");
            reader.error(entry.at, message, format!("write heading_ids = \"github\", or another of {names}"));
            return Self::default();
        };
        ids
    }
}
