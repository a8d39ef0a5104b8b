//! A text to read: a post, or a page of its own.

use serde::{Deserialize, Serialize};

use super::{Beside, Date, Tag};

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
    /// Its headings, in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<Heading>,
    /// Not published: shown only under `serve`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// The text.
    pub body: Body,
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
        #[serde(flatten)]
        beside: Beside,
    },
    /// HTML that the bundler sanitised, where the owner allows HTML and the author wrote some.
    Html(String),
}
