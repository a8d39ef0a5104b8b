//! Where the references of a text lead: another post, a page, a file to copy, or nowhere.

use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::nowhere::{Nowhere, missing, no_page, outside};
use super::{Policy, Post, source};
use crate::content::Route;

/// Knows every page and every file that a text may refer to.
#[derive(Default)]
pub(super) struct Resolver {
    root: PathBuf,
    /// The page that each source file, and each folder of a post's own, becomes.
    sources: HashMap<PathBuf, Route>,
    routes: BTreeSet<Route>,
    /// The paths of the files that the bundler makes beside the pages.
    made: BTreeSet<String>,
    /// What pages may show of other hosts.
    pub(super) policy: Policy,
}

/// Where a reference leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Not a matter of this site's files: another host, or a place in the same page.
    Elsewhere,
    /// An address below the base.
    Here(String),
    /// A file that is copied to this address below the base.
    File(PathBuf, String),
    /// A file of `public/`, which is copied anyway, to this address below the base.
    Public(PathBuf, String),
    /// To nothing that is published.
    Nowhere(Nowhere),
}

impl Resolver {
    pub(super) fn new(
        root: &Path,
        posts: &[Post],
        routes: BTreeSet<Route>,
        made: BTreeSet<String>,
        policy: &Policy,
    ) -> Self {
        let mut sources = HashMap::new();
        for post in posts {
            let paths = [Some(&post.source.path), post.source.folder.as_ref()];
            sources.extend(paths.into_iter().flatten().map(|path| (path.clone(), post.route())));
        }
        Self { root: root.to_owned(), sources, routes, made, policy: policy.clone() }
    }

    /// Resolves a reference as the author wrote it in a post.
    pub(super) fn resolve(&self, post: &Post, written: &str) -> Place {
        if written.is_empty() || written.starts_with(['#', '?']) || written.starts_with("//") || has_scheme(written) {
            return Place::Elsewhere;
        }
        self.way(Some(post), written)
    }

    /// Resolves a path from the root, with its slash, as `site.toml` has it.
    pub(super) fn resolve_from_root(&self, written: &str) -> Place {
        self.way(None, written)
    }

    fn way(&self, post: Option<&Post>, written: &str) -> Place {
        let end = written.find(['?', '#']).unwrap_or(written.len());
        let (path, rest) = written.split_at(end);
        let Ok(path) = percent_decode_str(path).decode_utf8() else {
            return Place::Nowhere(missing(written, &self.routes));
        };
        match (path.strip_prefix('/'), post) {
            (Some(path), _) => self.absolute(path, rest),
            (None, Some(post)) => self.relative(post, &path, rest),
            (None, None) => None,
        }
        .unwrap_or_else(|| Place::Nowhere(missing(written, &self.routes)))
    }

    /// Whether a page can show what is on another host.
    pub(super) fn shows(&self, kind: &str, address: &str) -> bool {
        self.policy.allows(kind, address)
    }

    fn absolute(&self, path: &str, rest: &str) -> Option<Place> {
        let route = Route::parse(path);
        if self.routes.contains(&route) {
            return Some(Place::Here(route.href("") + rest));
        }
        if self.made.contains(path) {
            return Some(Place::Here(address(Path::new(path)) + rest));
        }
        match clean(Path::new(path)) {
            Some(file) => self.public(&file, rest),
            None => Some(Place::Nowhere(outside())),
        }
    }

    /// `public/` becomes the root of the site, and a folder in it is read at its `index.html`.
    fn public(&self, path: &Path, rest: &str) -> Option<Place> {
        let source = self.root.join("public").join(path);
        match source.is_file() {
            true => Some(Place::Public(source, address(path) + rest)),
            false => source.join("index.html").is_file().then(|| Place::Here(address(path) + "/" + rest)),
        }
    }

    fn relative(&self, post: &Post, path: &str, rest: &str) -> Option<Place> {
        let folder = post.source.path.parent().unwrap_or(Path::new(""));
        let Some(file) = clean(&folder.join(path)) else { return Some(Place::Nowhere(outside())) };
        if let Some(route) = self.sources.get(&file) {
            return Some(Place::Here(route.href("") + rest));
        }
        if let Ok(path) = file.strip_prefix("public") {
            return self.public(path, rest);
        }
        let source = self.root.join(&file);
        source.is_file().then(|| match () {
            () if source::is_markdown(&file) => Place::Nowhere(no_page()),
            () if !self.is_inside(&source) => Place::Nowhere(outside()),
            () => Place::File(source, self.copy_of(&file) + rest),
        })
    }

    /// Where a file is copied: beside the page whose folder it is in, else where it is in the site's folder.
    /// It depends on the file alone, so that all texts that refer to it share one copy, and no two files a place.
    fn copy_of(&self, file: &Path) -> String {
        let beside = |folder| Some(self.sources.get(folder)?.href("") + &address(file.strip_prefix(folder).ok()?));
        file.ancestors().skip(1).find_map(beside).unwrap_or_else(|| address(file))
    }

    /// Whether a file is the site's own when links are followed: nothing else may be published by accident.
    fn is_inside(&self, file: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        real(file).zip(real(&self.root)).is_some_and(|(file, root)| source::is_own(&file, &root))
    }
}

/// Whether a reference begins with a scheme (RFC 3986, 3.1).
fn has_scheme(reference: &str) -> bool {
    reference.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}

/// The path without `.` and `..`; `None` where it would leave the site.
fn clean(path: &Path) -> Option<PathBuf> {
    let mut clean = PathBuf::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => clean.push(name),
            Component::CurDir => {}
            Component::ParentDir => clean.pop().then_some(())?,
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(clean)
}

/// A relative path as it stands in an address (RFC 3986, `pchar`).
pub(super) fn address(path: &Path) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    let segments = path.iter().map(|segment| utf8_percent_encode(&segment.to_string_lossy(), UNRESERVED).to_string());
    segments.collect::<Vec<_>>().join("/")
}
