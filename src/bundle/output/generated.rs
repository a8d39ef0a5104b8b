//! Generated files besides the pages: for feed readers, search engines and other programs.

use std::borrow::Cow;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::face::{self, FaceFile};
use super::feeds::format::Format;
use super::feeds::{self, FORMATS, Feed, MAIN_FORMAT};
use super::sitemap::sitemap;
use super::{crawlers, redirects, vcard};
use crate::bundle::address::OutputPath;
use crate::bundle::article::cover;
use crate::bundle::input::at_uri::Record;
use crate::bundle::input::boundary::is_owned;
use crate::bundle::library::Library;
use crate::bundle::library::index::Index;
use crate::bundle::library::lists::TermList;
use crate::bundle::library::sections::Section;
use crate::bundle::taxonomy::Taxonomy;
use crate::content::{Route, Site, Slug};

#[derive(Clone, Debug)]
pub(crate) enum GeneratedFile {
    Feed(Format),
    FeedOfTerm(Taxonomy, Slug),
    FeedStyle,
    Sitemap,
    Robots,
    Llms,
    /// Without this file, GitHub Pages leaves out names that begin with an underscore.
    NoJekyll,
    /// A file of the typeface.
    Face(FaceFile),
    /// The author, for address books.
    Vcard,
    Manifest {
        icon: bool,
    },
    /// By it, apps of the AT Protocol verify that the site is its record's.
    Publication,
    /// The file of the section at a route.
    OfSection(Route),
    /// The markdown of a page.
    Source(Route),
    /// The generated picture for link previews of a page.
    Preview(Route),
    /// The redirect at a former address of a page.
    Alias(Route),
}

/// Every such file, by its path on the site. The owner's `robots.txt` and `.nojekyll` take precedence.
pub(crate) fn files(root: &Path, index: &Index) -> Vec<(OutputPath, GeneratedFile)> {
    let owns = |name: &str| is_owned(root, name);
    let once = [
        (feeds::STYLE_FILE, GeneratedFile::FeedStyle),
        ("sitemap.xml", GeneratedFile::Sitemap),
        ("llms.txt", GeneratedFile::Llms),
        (crawlers::MANIFEST, GeneratedFile::Manifest { icon: owns(crawlers::FAVICON) }),
    ];
    let unless_owned = [("robots.txt", GeneratedFile::Robots), (".nojekyll", GeneratedFile::NoJekyll)];
    let record = index
        .publication
        .is_some()
        .then(|| (OutputPath::new(format!(".well-known/{}", Record::Publication.name())), GeneratedFile::Publication));
    let vcard = index.has_profile().then_some((vcard::FILE, GeneratedFile::Vcard));
    let unless_owned = unless_owned.into_iter().chain(vcard).filter(|(name, _)| !owns(name));
    let of_term = |((taxonomy, slug), list): (&(Taxonomy, Slug), &Arc<TermList>)| {
        (OutputPath::beside(&list.route(1), MAIN_FORMAT.file), GeneratedFile::FeedOfTerm(*taxonomy, slug.clone()))
    };
    let source = |route: &Route| (OutputPath::beside(route, "index.md"), GeneratedFile::Source(route.clone()));
    let preview = |route: &Route| (OutputPath::beside(route, cover::NAME), GeneratedFile::Preview(route.clone()));
    let alias = |(path, route): (&OutputPath, &Route)| (path.clone(), GeneratedFile::Alias(route.clone()));
    let feeds = FORMATS.map(|format| (format.file, GeneratedFile::Feed(format)));
    let once = feeds.into_iter().chain(once).chain(unless_owned).map(|(path, side)| (OutputPath::new(path), side));
    let many = index.lists.terms.iter().map(of_term).chain(index.lists.places.keys().map(source));
    let many = many.chain(index.previews.routes().map(preview));
    let of_section =
        |(route, section): (&Route, &Section)| Some((section.file(route)?, GeneratedFile::OfSection(route.clone())));
    let many = many.chain(index.sections.iter().filter_map(of_section));
    let faces = face::files().filter(|_| index.face).map(|(path, file)| (path, GeneratedFile::Face(file)));
    once.chain(record).chain(many).chain(faces).chain(index.aliases.iter().map(alias)).collect()
}

impl GeneratedFile {
    pub(crate) fn bytes<'a>(&self, site: &Site, library: &'a Library) -> io::Result<Cow<'a, [u8]>> {
        let text = match self {
            Self::Feed(format) => (format.write)(&Feed::of_site(site, library)),
            Self::FeedOfTerm(taxonomy, slug) => library
                .term(*taxonomy, slug)
                .map_or_else(String::new, |list| (MAIN_FORMAT.write)(&Feed::of_term(site, library, list))),
            Self::OfSection(route) => {
                library.index.sections.get(route).map_or_else(String::new, |section| section.bytes(site, library))
            }
            Self::FeedStyle => feeds::style(site, &library.index.colors),
            Self::Sitemap => sitemap(site, library),
            Self::Robots => crawlers::robots(site, library.index.content_signal.as_deref()),
            Self::Llms => crawlers::llms(site, library),
            Self::NoJekyll => String::new(),
            Self::Face(file) => return Ok(file.bytes().into()),
            Self::Vcard => vcard::vcard(site, library),
            Self::Manifest { icon } => crawlers::manifest(site, &library.index.colors, *icon),
            Self::Source(route) => crawlers::source(library, route),
            Self::Preview(route) => return Ok(library.index.previews.of(route).into()),
            Self::Publication => library.index.publication.clone().unwrap_or_default(),
            Self::Alias(route) => redirects::page(site, library, route),
        };
        Ok(text.into_bytes().into())
    }
}
