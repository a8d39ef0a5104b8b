//! The data of a page.

use serde::{Deserialize, Serialize};

use super::{Article, List, Messages, Route, Site, Summary, Tag, TagCount};

/// The version of the data format. If the program meets another one, it loads the whole document.
pub const SCHEMA: u32 = 4;

/// The data of one page, as in `index.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Always [`SCHEMA`].
    pub schema: u32,
    /// The route of this page.
    pub route: Route,
    /// Its title; the site's for the home page.
    pub title: String,
    /// What it is about. May be empty: then search engines and previews get the site's description.
    pub description: String,
    /// Its language, if it is not the site's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The messages in its language, for labels of its text. May be empty: then the site's are used.
    #[serde(default, skip_serializing_if = "Messages::are_none")]
    pub words: Messages,
    /// What it shows.
    pub content: Content,
}

impl Page {
    /// The language of the page.
    #[must_use]
    pub fn language<'a>(&'a self, site: &'a Site) -> &'a str {
        self.language.as_ref().unwrap_or(&site.language)
    }

    /// The messages for the labels of its text.
    #[must_use]
    pub fn words<'a>(&'a self, site: &'a Site) -> &'a Messages {
        if self.words.are_none() { &site.words } else { &self.words }
    }
}

/// The content of a page, by its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The pinned posts, and the newest ones.
    Home(Vec<Summary>, List),
    /// All posts by year.
    Archive(List),
    /// All tags.
    Tags(Vec<TagCount>),
    /// The posts of a tag.
    Tag(Tag, List),
    /// A post or a page.
    Article(Box<Article>),
    /// A page that the bundler writes as HTML, such as that of an author. So its view is not in the readers' program.
    Html(String),
    /// There is no such page.
    NotFound,
}

/// The data for the hydration of every page. Their content is already in the documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HydrationData {
    /// Always [`SCHEMA`].
    pub schema: u32,
    /// The site.
    pub site: Site,
}
