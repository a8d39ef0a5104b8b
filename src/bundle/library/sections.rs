//! The pages besides texts and lists, such as those of authors: which there are, and their addresses.
//!
//! The bundler writes them as HTML ([`Content::Html`](crate::content::Content::Html)): output/sections/.

use std::collections::BTreeMap;

use super::lists::{Lists, pages_of};
use crate::bundle::input::config::Config;
use crate::bundle::input::person::{AUTHORS, Person};
use crate::bundle::input::post::Post;
use crate::content::Route;

/// A page of a section.
#[derive(Clone, Debug)]
pub(crate) enum Section {
    /// The list of all authors.
    Authors(Vec<Author>),
    /// The posts of an author; the number is that of the page, from 1.
    Author(Author, u32),
}

impl Section {
    /// The posts that the page is made from: indices of listed posts.
    pub(crate) fn posts(&self) -> &[usize] {
        match self {
            Self::Authors(_) => &[],
            Self::Author(author, _) => &author.posts,
        }
    }
}

/// An author with a page.
#[derive(Clone, Debug)]
pub(crate) struct Author {
    pub(crate) person: Person,
    /// Their posts: indices of listed posts, newest first.
    pub(crate) posts: Vec<usize>,
}

pub(crate) type Sections = BTreeMap<Route, Section>;

/// The sections of a site. `posts` are in the order of the library.
pub(crate) fn find(config: &Config, posts: &[Post], lists: &Lists) -> Sections {
    let is_by = |post: &Post, person: &Person| {
        let named = post.authors.iter().any(|author| author.name == person.name);
        named || (post.authors.is_empty() && person.name == config.site.author.name)
    };
    let of = |person: &Person| {
        let posts = lists.listed.iter().copied().filter(|index| is_by(&posts[*index], person));
        Author { person: person.clone(), posts: posts.collect() }
    };
    let authors: Vec<Author> = config.authors.values().filter(|person| person.id.is_some()).map(of).collect();
    let mut sections = Sections::new();
    for author in &authors {
        let pages = 1..=pages_of(author.posts.len(), lists.per_page);
        let page = |n| Some((author.person.posts(n)?, Section::Author(author.clone(), n)));
        sections.extend(pages.filter_map(page));
    }
    if !authors.is_empty() {
        sections.extend(Route::article(AUTHORS).map(|route| (route, Section::Authors(authors))));
    }
    sections
}
