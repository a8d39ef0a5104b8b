//! What the index of a site has of a post or a page.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::bundle::address::OutputPath;
use crate::bundle::input::post::Post;
use crate::bundle::input::source::Source;
use crate::bundle::relations::Relative;
use crate::bundle::taxonomy::Terms;
use crate::content::{Date, Route, Tag};

/// A post or a page of the site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageEntry {
    /// The path of its file below the site's folder: `posts/hello.md`.
    pub source: String,
    /// Its address.
    pub route: Route,
    /// Its title.
    pub title: String,
    /// The day of its publication; only a page may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Whether it is not published yet.
    #[serde(default, skip_serializing_if = "is_false")]
    pub draft: bool,
    /// Whether it is in no list.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unlisted: bool,
    /// Whether it is a page of its own, and no post.
    #[serde(default, skip_serializing_if = "is_false")]
    pub page: bool,
    /// Its tags and categories.
    #[serde(default, skip_serializing_if = "Terms::are_none")]
    pub terms: Terms<Tag>,
    /// Its language, where it is not the site's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The series it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) series_order: Option<u32>,
    /// Its own folder, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) folder: Option<String>,
    /// The language that the name of its file or folder states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) stated: Option<String>,
    /// What the bundler puts below its text, as HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) below: Option<String>,
    /// The ids of its headings, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) headings: Vec<String>,
    /// The other ids of its text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) ids: Vec<String>,
}

impl PageEntry {
    /// That of a post. `ids`: those that are not in `headings`.
    pub(super) fn new(post: &Post, headings: Vec<String>, ids: Vec<String>) -> Self {
        let path = |path: &Path| OutputPath::of(path).as_str().to_owned();
        Self {
            source: path(&post.source.path),
            route: post.route(),
            title: post.title.clone(),
            date: post.date().map(|date| date.day),
            draft: post.draft,
            unlisted: post.unlisted,
            page: post.is_page(),
            terms: post.terms.clone(),
            language: post.language.clone(),
            series: post.series.clone(),
            series_order: post.series_order,
            folder: post.source.folder.as_deref().map(path),
            stated: post.source.language.clone(),
            below: None,
            headings,
            ids,
        }
    }

    /// Its files.
    pub(super) fn files(&self) -> Source {
        let (path, folder) = (PathBuf::from(&self.source), self.folder.as_ref().map(PathBuf::from));
        Source { path, folder, language: self.stated.clone() }
    }

    /// The folder of the site that it is in.
    pub(super) fn top(&self) -> &str {
        self.source.split('/').next().unwrap_or_default()
    }

    /// Whether it is in the lists of posts, or in that of its collection.
    pub(super) fn is_listed(&self) -> bool {
        !self.page && !self.unlisted
    }

    pub(super) fn relative(&self) -> Relative<'_> {
        Relative {
            route: &self.route,
            title: &self.title,
            language: self.language.as_deref(),
            terms: &self.terms,
            series: self.series.as_deref(),
            series_order: self.series_order,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}
