//! A page is its data, and nothing else.

use serde::{Deserialize, Serialize};

use super::{Article, List, Messages, Route, Site, Summary, Tag, TagCount};

/// The version of the data a page is made of. A program that meets another number loads the page anew.
pub const SCHEMA: u32 = 1;

/// The data of one page, as `index.json` has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Always [`SCHEMA`].
    pub schema: u32,
    /// Which page this is.
    pub route: Route,
    /// Its title; of the home page, the site's.
    pub title: String,
    /// What it is about. May be empty: then search engines and previews get the site's.
    pub description: String,
    /// Its language, where it is not the site's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The interface in it, for the labels of the text. May be none: then they are the site's.
    #[serde(default, skip_serializing_if = "Messages::are_none")]
    pub words: Messages,
    /// What it shows.
    pub content: Content,
}

impl Page {
    /// The language it is written in.
    #[must_use]
    pub fn language<'a>(&'a self, site: &'a Site) -> &'a str {
        self.language.as_ref().unwrap_or(&site.language)
    }

    /// The words of its text's labels.
    #[must_use]
    pub fn words<'a>(&'a self, site: &'a Site) -> &'a Messages {
        if self.words.are_none() { &site.words } else { &self.words }
    }
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The posts the owner pinned, and the newest.
    Home(Vec<Summary>, List),
    /// All posts by year.
    Archive(List),
    /// All tags.
    Tags(Vec<TagCount>),
    /// The posts of a tag.
    Tag(Tag, List),
    /// A post or a page.
    Article(Box<Article>),
    /// Nothing is here.
    NotFound,
    /// The page could not be loaded: the network, or the host, failed. Never written to a file.
    Unreachable,
}

/// The data inside a static page that the program hydrates it with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HydrationData {
    /// Always [`SCHEMA`].
    pub schema: u32,
    /// The site.
    pub site: Site,
    /// Which page this is. Its content is in the document already.
    pub route: Route,
}
