//! Lists of posts and tags.

use serde::{Deserialize, Serialize};

use super::{Date, Route, Slug};

/// A post in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The route of its page.
    pub route: Route,
    /// Its title.
    pub title: String,
    /// Its language, if it is not the site's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The date of publication.
    pub date: Date,
    /// What it is about, in one line. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Whether it is unpublished: then only `serve` shows it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tag {
    /// Its name, as the author wrote it.
    pub name: String,
    /// Its slug, as in its address.
    pub slug: Slug,
}

/// A tag and the number of its posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagCount {
    /// The tag.
    pub tag: Tag,
    /// The number of posts with the tag.
    pub count: u32,
}

/// One page of a long list of posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// The posts of this page, newest first.
    pub posts: Vec<Summary>,
    /// The number of this page, from 1.
    pub page: u32,
    /// The number of pages, at least 1.
    pub pages: u32,
}
