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
        match self {
            Self::Authors(authors) => SectionPage {
                title: site.words.get(Message::Authors).to_owned(),
                description: String::new(),
                html: authors::index(site, authors).into_string(),
            },
            Self::Author(author, n) => {
                let posts = summaries(library, &author.posts, *n, library.index.lists.per_page);
                SectionPage {
                    title: author.person.name.clone(),
                    description: author.person.bio.clone(),
                    html: authors::page(site, author, &posts).into_string(),
                }
            }
            Self::Collection(collected, n) => SectionPage {
                title: collected.collection.name.clone(),
                description: String::new(),
                html: collection::page(site, library, collected, *n).into_string(),
            },
            Self::Terms(taxonomy) => SectionPage {
                title: site.words.get(taxonomy.title()).to_owned(),
                description: String::new(),
                html: terms::index(site, library, *taxonomy).into_string(),
            },
            Self::Term(list, n) => SectionPage {
                title: list.term.name.clone(),
                description: String::new(),
                html: terms::page(site, library, list, *n).into_string(),
            },
            Self::Resume(resume) => SectionPage {
                title: site.words.get(Message::ResumeTitle).to_owned(),
                description: resume.record.part("basics").text("summary").to_owned(),
                html: resume::page(site, resume).into_string(),
            },
            Self::Blogroll(blogroll) => SectionPage {
                title: site.words.get(Message::Blogroll).to_owned(),
                description: String::new(),
                html: blogroll::page(site, blogroll).into_string(),
            },
        }
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
