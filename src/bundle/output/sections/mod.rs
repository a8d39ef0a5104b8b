//! The pages of sections, as HTML: library/sections.rs says which there are.

mod authors;
mod blogroll;
pub(crate) mod collection;
pub(crate) mod resume;
mod terms;
mod whole;

use super::feeds::{Feed, MAIN_FORMAT};
use super::summaries::summaries;
use crate::bundle::address::OutputPath;
use crate::bundle::input::blogroll::FILE;
use crate::bundle::library::Library;
use crate::bundle::library::sections::Section;
use crate::content::{Message, Route, Site};

pub(crate) use resume::FILE as RESUME;

/// The page of a section: its title, its description, and the HTML of `<main>`.
pub(crate) struct SectionPage {
    pub(crate) title: String,
    /// Empty for that of the site.
    pub(crate) description: String,
    pub(crate) html: String,
}

impl Section {
    /// Renders the page.
    pub(crate) fn page(&self, site: &Site, library: &Library) -> SectionPage {
        let words = |message| site.words.get(message);
        let per_page = library.index.lists.per_page;
        let (title, description, html) = match self {
            Self::Authors(authors) => (words(Message::Authors), "", authors::index(site, authors)),
            Self::Author(author, n) => {
                let posts = summaries(library, &author.posts, *n, per_page);
                (&*author.person.name, &*author.person.bio, authors::page(site, author, &posts))
            }
            Self::Collection(collected, n) => {
                (&*collected.collection.name, "", collection::page(site, library, collected, *n))
            }
            Self::Terms(taxonomy) => (words(taxonomy.title()), "", terms::index(site, library, *taxonomy)),
            Self::Term(list, n) => (&*list.term.name, "", terms::page(site, library, list, *n)),
            Self::Resume(resume) => {
                (words(Message::ResumeTitle), resume.record.part("basics").text("summary"), resume::page(site, resume))
            }
            Self::Blogroll(blogroll) => (words(Message::Blogroll), "", blogroll::page(site, blogroll)),
        };
        SectionPage { title: title.to_owned(), description: description.to_owned(), html: html.into_string() }
    }

    /// The path of the file that is published with the page at `route`, if it has one.
    pub(crate) fn file(&self, route: &Route) -> Option<OutputPath> {
        match self {
            Self::Collection(collected, 1) if collected.collection.feed => {
                Some(OutputPath::beside(route, MAIN_FORMAT.file))
            }
            Self::Resume(_) => Some(OutputPath::new(RESUME)),
            Self::Blogroll(_) => Some(OutputPath::new(FILE)),
            Self::Authors(_) | Self::Author(..) | Self::Collection(..) | Self::Terms(_) | Self::Term(..) => None,
        }
    }

    /// The content of that file.
    pub(crate) fn bytes(&self, site: &Site, library: &Library) -> String {
        match self {
            Self::Collection(collected, _) => (MAIN_FORMAT.write)(&Feed::of_collection(site, library, collected)),
            Self::Resume(resume) => resume.json.clone(),
            Self::Blogroll(blogroll) => blogroll.opml.clone(),
            Self::Authors(_) | Self::Author(..) | Self::Terms(_) | Self::Term(..) => String::new(),
        }
    }
}
