//! A text to read: a post, or a page of its own.

use serde::{Deserialize, Serialize};

use super::{Date, RenderData, Route, Tag};

/// A post or a page with all it shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The day it was published; a page has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The day it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Its tags, in the author's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// How long it takes to read, in minutes; a page has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// The series it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
    /// The post published before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<Neighbour>,
    /// The post published after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<Neighbour>,
    /// Posts on the same matters, the nearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Neighbour>,
    /// Its headings, in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<Heading>,
    /// Not published: shown only under `serve`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// Where its source can be edited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edit: Option<String>,
    /// The text.
    pub body: Body,
}

/// A post that another leads to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Where it is.
    pub route: Route,
    /// Its title.
    pub title: String,
    /// Its language, where it is not the site's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// A series of posts, as one of its parts shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Which part this is, from 1.
    pub part: u32,
    /// All parts, in their order.
    pub parts: Vec<Neighbour>,
}

/// An entry of the contents list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// What a link to it needs.
    pub id: String,
    /// Its words, without markup.
    pub text: String,
}

/// The text of an article on its way to a reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Body {
    /// Markdown to render, and what the bundler worked out for it.
    Markdown {
        /// The text as the author wrote it, without the front matter.
        text: String,
        /// What goes into it.
        beside: RenderData,
    },
    /// HTML that the bundler sanitised, where the owner allows HTML and the author wrote some.
    Html(String),
}
