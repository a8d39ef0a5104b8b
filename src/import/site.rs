//! A blog as another engine has it, in the terms of this one.

use std::path::PathBuf;

use crate::bundle::Moment;

/// Everything that an engine's reader found.
#[derive(Debug, Default)]
pub struct OldSite {
    /// What its configuration says.
    pub settings: Settings,
    /// Posts and pages, in the order of their sources.
    pub texts: Vec<Text>,
    /// Files that texts show or link to: where they are, and their path below the new `public/` or beside a post.
    pub files: Vec<(PathBuf, PathBuf)>,
}

/// The old configuration, as far as it has a counterpart.
#[derive(Debug, Default)]
pub struct Settings {
    /// Name of the site.
    pub title: Option<String>,
    /// One sentence about it.
    pub description: Option<String>,
    /// Who writes it.
    pub author: Option<String>,
    /// Full address of the home page, with the base path.
    pub url: Option<String>,
    /// Language tag (BCP 47).
    pub language: Option<String>,
    /// IANA name of the time zone.
    pub time_zone: Option<String>,
    /// Label and address of each link of its navigation or profile.
    pub links: Vec<(String, String)>,
}

/// One post or page.
#[derive(Debug)]
pub struct Text {
    /// Where it came from: a file, or an export file.
    pub source: PathBuf,
    /// Line in it where the body begins, from 1.
    pub line: usize,
    /// Whether it is a page, outside the list of posts.
    pub page: bool,
    /// Title as plain text.
    pub title: String,
    /// Day, or moment with its offset.
    pub date: Option<Moment>,
    /// Day of the last change.
    pub updated: Option<Moment>,
    /// Whether it must not be published.
    pub draft: bool,
    /// Tags and categories.
    pub tags: Vec<String>,
    /// Name of its series, and its number in it.
    pub series: Option<(String, Option<u64>)>,
    /// Names of its authors.
    pub authors: Vec<String>,
    /// Description or excerpt, as plain text.
    pub description: Option<String>,
    /// Path or address of its picture, as the source has it.
    pub cover: Option<String>,
    /// Language tag, if it is not that of the site.
    pub language: Option<String>,
    /// Last part of its address.
    pub slug: Option<String>,
    /// Its old addresses below the origin, such as `/2024/05/01/hello/`; the canonical one first.
    pub addresses: Vec<String>,
    /// What it says.
    pub body: Body,
}

/// The text itself, in the form of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Markdown, with what the engine adds to it.
    Markdown(String),
    /// HTML, as in exports of WordPress, Ghost and Medium.
    Html(String),
}
