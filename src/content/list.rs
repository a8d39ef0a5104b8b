//! What a list of posts says of each.

use serde::{Deserialize, Serialize};

use super::{Date, Slug};

/// A post as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The last segment of its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its language, where it is not the site's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The day it was published.
    pub date: Date,
    /// What it is about, in one line. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Not published: shown only under `serve`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
}

/// A tag: its name as the author wrote it, and the slug in its address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tag {
    /// As the author wrote it.
    pub name: String,
    /// As its address has it.
    pub slug: Slug,
}

/// A tag and the number of its posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagCount {
    /// The tag.
    pub tag: Tag,
    /// How many posts carry it.
    pub count: u32,
}

/// One page of a long list of posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// The posts of this page, newest first.
    pub posts: Vec<Summary>,
    /// Which page of the list this is, from 1.
    pub page: u32,
    /// How many pages the list has, at least 1.
    pub pages: u32,
}
