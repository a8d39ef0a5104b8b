//! A blog as another engine has it, in the terms of this one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::notes::Open;
use super::translate::syntax::Syntax;
use crate::bundle::Moment;
use crate::bundle::taxonomy::{Taxonomy, Terms};

/// Everything that an engine's reader found.
#[derive(Debug, Default)]
pub struct OldSite {
    /// The engine whose ids its headings have, by its name in `site.toml`.
    pub heading_ids: Option<String>,
    /// What its configuration says.
    pub settings: Settings,
    /// Authors of whom it tells more than a name. Once looked up: those that texts are by.
    pub people: Vec<Person>,
    /// The values of its configuration that texts may have written, by their paths.
    pub values: BTreeMap<String, String>,
    /// Posts and pages, in the order of their sources.
    pub texts: Vec<Text>,
    /// Files that are published whether a text shows them or not: where they are, and their path below the new `public/`.
    pub files: Vec<(PathBuf, PathBuf)>,
    /// Folders below the source whose files have an address from the root of the site. A file of them is taken over if a
    /// text shows it or links to it.
    pub roots: Vec<PathBuf>,
    /// Addresses that led to others on the old site, each with the one that it led to.
    pub redirects: Vec<(String, String)>,
    /// How many times something was passed over or changed while it was read, by kind.
    pub passed: BTreeMap<String, usize>,
    /// Keys of front matter that have no counterpart, with the number of texts that have each.
    pub keys: BTreeMap<String, usize>,
    /// What could not be read: the file, relative to the source, and what to do about it.
    pub open: Vec<(PathBuf, Open)>,
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
    /// The folders below its address that had its lists of tags and categories, such as `category/`.
    pub old_lists: Vec<(Taxonomy, String)>,
    /// Label and address of each link of its navigation or profile.
    pub links: Vec<(String, String)>,
}

/// An author of posts.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// What texts call them.
    pub id: Option<String>,
    /// The name as displayed.
    pub name: String,
    /// Full address, or path, of a page about them.
    pub url: Option<String>,
    /// One or two lines.
    pub bio: Option<String>,
}

/// One post or page.
#[derive(Debug, Default)]
pub struct Text {
    /// Where it came from: a file, relative to the source folder, or an export file.
    pub source: PathBuf,
    /// The folder, relative to the source folder, whose files other than texts belong to it.
    pub folder: Option<PathBuf>,
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
    /// Whether it is published, but in no list.
    pub unlisted: bool,
    /// Whether it is shown before others.
    pub featured: bool,
    /// Other names that links of wikis may have for it.
    pub names: Vec<String>,
    /// Tags and categories.
    pub terms: Terms<String>,
    /// Name of its series, and its number in it.
    pub series: Option<(String, Option<u64>)>,
    /// Names of its authors, or their ids.
    pub authors: Vec<String>,
    /// Description or excerpt, as plain text.
    pub description: Option<String>,
    /// Path or address of its picture, as the source has it.
    pub cover: Option<String>,
    /// Language tag, if it is not that of the site.
    pub language: Option<String>,
    /// Last part of its address.
    pub slug: Option<String>,
    /// Its old addresses, such as `/2024/05/01/hello/`; the canonical one first. They are below the path of the old
    /// site's `url`; those of an export, below the origin.
    pub addresses: Vec<String>,
    /// Its number in an export, by which links may name it: `/?p=12`.
    pub number: Option<String>,
    /// The pattern of its old address, if that is not understood.
    pub pattern: Option<String>,
    /// Whose Markdown its body is; `None` for a text of an export.
    pub syntax: Option<Syntax>,
    /// Whether a line break within a paragraph was shown as one.
    pub breaks: bool,
    /// What it says.
    pub body: Body,
}

impl Text {
    /// Adds names of a taxonomy that it does not have yet.
    pub(super) fn sort_by(&mut self, taxonomy: Taxonomy, names: impl IntoIterator<Item = String>) {
        let known = self.terms.of_mut(taxonomy);
        for name in names {
            if !known.contains(&name) {
                known.push(name);
            }
        }
    }

    /// Whether it is from an export: its addresses are below the origin, and its file has other texts too.
    pub(crate) fn is_of_export(&self) -> bool {
        self.syntax.is_none()
    }
}

/// The text itself, in the form of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Markdown, with what the engine adds to it.
    Markdown(String),
    /// HTML, as in exports of WordPress, Ghost and Medium.
    Html(String),
}

impl Default for Body {
    fn default() -> Self {
        Self::Html(String::new())
    }
}
