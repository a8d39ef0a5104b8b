//! Taxonomies: the names by which texts are sorted, such as tags.
//!
//! Each is a key of the front matter, a page of all its names, and a list and a feed for each name. The first has routes
//! of its own, and a view in the readers' program. The bundler writes the pages of the others as HTML, only if a text has
//! a name of theirs: library/sections.rs.

use serde::{Deserialize, Serialize};

use crate::content::{Message, Route, Slug};

/// A kind of names by which texts are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Taxonomy {
    /// What a text is about. It may have many.
    Tags,
    /// The part of the site that a text belongs to.
    Categories,
}

/// What distinguishes the taxonomies from each other.
struct Properties {
    key: &'static str,
    name: &'static str,
    title: Message,
    above: Message,
}

const PROPERTIES: [Properties; 2] = [
    Properties { key: "tags", name: "tag", title: Message::Tags, above: Message::Tagged },
    Properties { key: "categories", name: "category", title: Message::Categories, above: Message::Category },
];

impl Taxonomy {
    /// Every taxonomy. The lists, feeds, checks and pages derive from this.
    pub const ALL: [Self; PROPERTIES.len()] = [Self::Tags, Self::Categories];

    /// Those whose pages are sections: only tags have routes of their own.
    pub(crate) fn of_sections() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|taxonomy| *taxonomy != Self::Tags)
    }

    const fn properties(self) -> &'static Properties {
        &PROPERTIES[self as usize]
    }

    /// Its key in a front matter, which is the first segment of its addresses, too.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.properties().key
    }

    /// What one of its names is, for a message.
    pub(crate) const fn name(self) -> &'static str {
        self.properties().name
    }

    /// The title of the page of all names.
    pub(crate) const fn title(self) -> Message {
        self.properties().title
    }

    /// Stands above a name, on the page of its texts.
    pub(crate) const fn above(self) -> Message {
        self.properties().above
    }

    /// The page of all names.
    pub(crate) fn index(self) -> Route {
        if self == Self::Tags { Route::Tags } else { address(self.key()) }
    }

    /// A page of the texts with a name; `n` counts from 1.
    pub(crate) fn route(self, slug: &Slug, n: u32) -> Route {
        match (self, n) {
            (Self::Tags, n) => Route::Tag(slug.clone(), n),
            (_, 1) => address(&format!("{}/{slug}", self.key())),
            (_, n) => address(&format!("{}/{slug}/page/{n}", self.key())),
        }
    }
}

fn address(path: &str) -> Route {
    Route::article(path).unwrap_or(Route::NotFound)
}

/// The names that a text has, by taxonomy, in the author's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Terms<T>([Vec<T>; PROPERTIES.len()]);

impl<T> Default for Terms<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Vec::new()))
    }
}

impl<T> Terms<T> {
    /// Tags, and nothing else.
    pub(crate) fn of_tags(tags: Vec<T>) -> Self {
        let mut terms = Self::default();
        *terms.of_mut(Taxonomy::Tags) = tags;
        terms
    }

    /// Those of a taxonomy.
    #[must_use]
    pub fn of(&self, taxonomy: Taxonomy) -> &[T] {
        &self.0[taxonomy as usize]
    }

    /// The same, to be changed.
    pub(crate) fn of_mut(&mut self, taxonomy: Taxonomy) -> &mut Vec<T> {
        &mut self.0[taxonomy as usize]
    }

    /// All, each with its taxonomy.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Taxonomy, &T)> {
        Taxonomy::ALL.into_iter().flat_map(move |taxonomy| self.of(taxonomy).iter().map(move |term| (taxonomy, term)))
    }

    /// Whether there are none.
    pub(crate) fn are_none(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }
}
