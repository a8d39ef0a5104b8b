//! The pages besides texts and lists of posts, such as those of authors: which there are, and their addresses.
//!
//! The bundler writes them as HTML ([`Content::Html`](crate::content::Content::Html)): output/sections/.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::lists::{Lists, TermList, pages_of};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::blogroll::{self, Blogroll};
use crate::bundle::input::config::collections::Collection;
use crate::bundle::input::config::settings::Settings;
use crate::bundle::input::config::{Config, FILE};
use crate::bundle::input::person::{AUTHORS, Person};
use crate::bundle::input::post::Post;
use crate::bundle::input::resume::{self, Resume};
use crate::bundle::taxonomy::Taxonomy;
use crate::content::Route;

/// A page of a section.
#[derive(Clone, Debug)]
pub(crate) enum Section {
    /// The list of all authors.
    Authors(Vec<Arc<Author>>),
    /// The posts of an author; the number is that of the page, from 1.
    Author(Arc<Author>, u32),
    /// The texts of a collection; the number is that of the page, from 1.
    Collection(Arc<Collected>, u32),
    /// All names of a taxonomy.
    Terms(Taxonomy),
    /// The texts with one of them; the number is that of the page, from 1.
    Term(Arc<TermList>, u32),
    /// The résumé of the owner.
    Resume(Arc<Resume>),
    /// The blogs that the owner reads.
    Blogroll(Arc<Blogroll>),
}

impl Section {
    /// The posts that the page is made from: indices of listed posts.
    pub(crate) fn posts(&self) -> &[usize] {
        match self {
            Self::Authors(_) | Self::Terms(_) | Self::Resume(_) | Self::Blogroll(_) => &[],
            Self::Author(author, _) => &author.posts,
            Self::Collection(collected, _) => &collected.texts,
            Self::Term(list, _) => &list.posts,
        }
    }

    /// What the page is made from, for a message.
    fn origin(&self) -> String {
        match self {
            Self::Authors(_) | Self::Author(..) => "[authors] in site.toml".to_owned(),
            Self::Collection(collected, _) => format!("[collections.{}] in site.toml", collected.collection.folder),
            Self::Terms(taxonomy) => format!("the list of {}", taxonomy.key()),
            Self::Term(list, _) => format!("the {} \"{}\"", list.taxonomy.name(), list.term.name),
            Self::Resume(resume) => resume.file.to_owned(),
            Self::Blogroll(_) => blogroll::FILE.to_owned(),
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

/// A collection with its texts.
#[derive(Clone, Debug)]
pub(crate) struct Collected {
    pub(crate) collection: Collection,
    /// Indices of its listed texts, in its order.
    pub(crate) texts: Vec<usize>,
}

pub(crate) type Sections = BTreeMap<Route, Section>;

/// The sections of a site. `posts` are in the order of the library. A text at the address of a section is an error.
pub(crate) fn find(settings: Settings<'_>, posts: &[Post], lists: &Lists, findings: &mut Diagnostics) -> Sections {
    let Settings { options, config, .. } = settings;
    let mut sections = authors(config, posts, lists);
    sections.extend(terms(lists));
    for (folder, collection) in &config.collections {
        if let Some(other) = collection.page(1).and_then(|route| sections.get(&route)) {
            let message = format!("the collection has the address /{folder}/, which is that of {}", other.origin());
            let at = config.location_of(&format!("collections.{folder}"));
            findings.error(Path::new(FILE), at, message, "name the folder and the table otherwise");
            continue;
        }
        let texts = lists.collections.get(folder).cloned().unwrap_or_default();
        let pages = 1..=pages_of(texts.len(), lists.per_page);
        let collected = Arc::new(Collected { collection: collection.clone(), texts });
        let page = |n| Some((collection.page(n)?, Section::Collection(Arc::clone(&collected), n)));
        sections.extend(pages.filter_map(page));
    }
    let resume = resume::read(&options.root, findings).map(|resume| (resume::PAGE, Section::Resume(Arc::new(resume))));
    let blogroll =
        blogroll::read(&options.root, findings).map(|roll| (blogroll::PAGE, Section::Blogroll(Arc::new(roll))));
    for (path, section) in resume.into_iter().chain(blogroll) {
        sections.extend(Route::article(path).map(|route| (route, section)));
    }
    apart_from_texts(&mut sections, posts, lists, findings);
    sections
}

/// Reports the texts that have the address of a section, which is then left out.
fn apart_from_texts(sections: &mut Sections, posts: &[Post], lists: &Lists, findings: &mut Diagnostics) {
    sections.retain(|route, section| {
        let Some(post) = lists.places.get(route).and_then(|index| posts.get(*index)) else { return true };
        let message = format!("has the address /{}, which is that of {}", route.path(), section.origin());
        findings.error(&post.source.path, post.location_of("slug"), message, "give it another slug");
        false
    });
}

/// The pages of taxonomies besides tags, whose routes are their own. None for a taxonomy without names.
fn terms(lists: &Lists) -> Sections {
    let mut sections = Sections::new();
    for taxonomy in Taxonomy::of_sections() {
        for list in lists.terms_of(taxonomy) {
            sections.insert(taxonomy.index(), Section::Terms(taxonomy));
            sections.extend(lists.pages_of_term(list).map(|n| (list.route(n), Section::Term(Arc::clone(list), n))));
        }
    }
    sections
}

fn authors(config: &Config, posts: &[Post], lists: &Lists) -> Sections {
    let is_by = |post: &Post, person: &Person| {
        let named = post.authors.iter().any(|author| author.name == person.name);
        named || (post.authors.is_empty() && person.name == config.site.author.name)
    };
    let of = |person: &Person| {
        let posts = lists.listed.iter().copied().filter(|index| is_by(&posts[*index], person));
        Arc::new(Author { person: person.clone(), posts: posts.collect() })
    };
    let authors: Vec<Arc<Author>> = config.authors.values().filter(|person| person.id.is_some()).map(of).collect();
    let mut sections = Sections::new();
    for author in &authors {
        let pages = 1..=pages_of(author.posts.len(), lists.per_page);
        let page = |n| Some((author.person.posts(n)?, Section::Author(Arc::clone(author), n)));
        sections.extend(pages.filter_map(page));
    }
    if !authors.is_empty() {
        sections.extend(Route::article(AUTHORS).map(|route| (route, Section::Authors(authors))));
    }
    sections
}
