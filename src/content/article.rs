//! An article: a post, or a page of its own.

use serde::{Deserialize, Serialize};

use super::{Date, RenderData, Route, Tag};

/// The data of a post or a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The date of publication. `None` for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The date of the last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Its tags, in the author's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// The line that names its authors, as HTML. `None` if they need not be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// What is above the title, as HTML: where the page is on the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<String>,
    /// What is below the text besides the rest here, as HTML, such as the posts that link to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<String>,
    /// Reading time in minutes. `None` for a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// The series it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
    /// The next older post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<Neighbour>,
    /// The next newer post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<Neighbour>,
    /// Related posts, the closest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Neighbour>,
    /// Its headings, in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<Heading>,
    /// Whether it is unpublished: then only `serve` shows it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// The URL where its source can be edited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edit: Option<String>,
    /// Its text.
    pub body: Body,
}

/// A link to another post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Its route.
    pub route: Route,
    /// Its title.
    pub title: String,
    /// Its language, if it is not the site's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// A series of posts, from the view of one of its parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// The number of this part, from 1.
    pub part: u32,
    /// All parts, in order.
    pub parts: Vec<Neighbour>,
}

/// An entry of the contents list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// The level, 1 to 6.
    pub level: u8,
    /// The `id` of its element, for links.
    pub id: String,
    /// Its text, without markup.
    pub text: String,
}

/// The text of an article as it travels to the browser.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Body {
    /// Markdown to render, and the data the bundler computed for it.
    Markdown {
        /// The Markdown source, without the front matter, with numeric entities in place of named ones.
        text: String,
        /// The data for rendering it.
        beside: RenderData,
    },
    /// Harmless HTML, where the author's own passes, or the text cannot travel as Markdown.
    Html(String),
}
