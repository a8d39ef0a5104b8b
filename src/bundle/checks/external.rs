//! Collects the links to other sites.

use std::path::{Path, PathBuf};

use crate::bundle::article::references;
use crate::bundle::article::resolve::place::Place;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::authors;
use crate::bundle::input::blogroll::FILE as BLOGROLL;
use crate::bundle::input::config::{Config, FILE};
use crate::bundle::library::Library;
use crate::bundle::library::sections::Section;

/// A link to another site, to check over the network.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct External {
    /// The full URL, without its fragment.
    pub url: String,
    /// The file it is in, relative to the site's folder.
    pub path: PathBuf,
    /// Where in the file.
    pub location: Location,
    /// Whether the file is a draft.
    pub draft: bool,
}

/// The links of `site.toml`, of the posts shown, in their `link` and to their authors, of the résumé and the blogroll, in the
/// order of files and lines, each once a line.
pub(crate) fn external(config: &Config, library: &Library) -> Vec<External> {
    let own = config.links.iter().filter_map(|(at, link)| to_others(library, &link.url, Path::new(FILE), *at, false));
    let in_texts = library.entries.iter().flat_map(|(post, prepared)| {
        let links = references::links(post, prepared);
        let (path, lines) = (&post.source.path, post.lines());
        links.filter_map(move |(written, span)| to_others(library, &written, path, lines.location(&span), post.draft))
    });
    let to_authors = library.entries.iter().flat_map(|(post, _)| {
        let path = &post.source.path;
        authors::links(post).filter_map(move |(at, link)| to_others(library, &link.url, path, at, post.draft))
    });
    let in_keys = library.entries.iter().filter_map(|(post, _)| {
        to_others(library, post.link.as_deref()?, &post.source.path, post.location_of("link"), post.draft)
    });
    let in_sections = library.index.sections.values().flat_map(|section| of_section(library, section));
    let mut all: Vec<External> = own.chain(in_texts).chain(to_authors).chain(in_keys).chain(in_sections).collect();
    all.sort_by(|a, b| (&a.path, a.location.line, &a.url).cmp(&(&b.path, b.location.line, &b.url)));
    all.dedup_by(|a, b| (&a.path, a.location.line, &a.url) == (&b.path, b.location.line, &b.url));
    all
}

/// The links of a page that has a file of its own.
fn of_section(library: &Library, section: &Section) -> Vec<External> {
    let others = |file: &str, at: Location, url: &str| to_others(library, url, Path::new(file), at, false);
    match section {
        Section::Resume(resume) => {
            resume.record.addresses().into_iter().filter_map(|(at, url)| others(resume.file, at, url)).collect()
        }
        Section::Blogroll(blogroll) => {
            let blogs = blogroll.groups.iter().flat_map(|group| &group.blogs);
            let urls =
                blogs.flat_map(|blog| [&blog.page, &blog.feed].into_iter().flatten().map(|url| (blog.location, url)));
            urls.filter_map(|(at, url)| others(BLOGROLL, at, url)).collect()
        }
        Section::Authors(_) | Section::Author(..) | Section::Collection(..) | Section::Terms(_) | Section::Term(..) => {
            Vec::new()
        }
    }
}

/// A link that may lead to another site. This site is resolved here, because it may not be published yet.
fn to_others(library: &Library, url: &str, path: &Path, location: Location, draft: bool) -> Option<External> {
    let url = url.split('#').next()?;
    let full = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let is_other = full && matches!(library.resolver.resolve_full(url, url), Place::Elsewhere);
    is_other.then(|| External { url: url.to_owned(), path: path.to_owned(), location, draft })
}
