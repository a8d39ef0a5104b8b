//! The pages of sections, as HTML: library/sections.rs says which there are.

mod authors;

use super::summaries::summaries;
use crate::bundle::library::Library;
use crate::bundle::library::sections::Section;
use crate::content::{Message, Site};

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
        }
    }
}
