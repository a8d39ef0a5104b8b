//! Where the references of a text lead: another post, a page, a file to copy, or nowhere.

use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::Post;
use crate::content::Route;

/// Knows every page and every file that a text may refer to.
pub(super) struct Resolver {
    root: PathBuf,
    /// The page that each source file becomes.
    sources: HashMap<PathBuf, Route>,
    routes: BTreeSet<Route>,
}

/// Where a reference leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Not a matter of this site's files: another host, or a place in the same page.
    Elsewhere,
    /// An address below the base.
    Here(String),
    /// A file beside the text, which is copied to this address below the base.
    File(PathBuf, String),
    /// The file it names is not there, or is none that may be published.
    Nowhere,
}

impl Resolver {
    pub(super) fn new(root: &Path, posts: &[Post], routes: BTreeSet<Route>) -> Self {
        let sources = posts.iter().map(|post| (post.source.path.clone(), post.route())).collect();
        Self { root: root.to_owned(), sources, routes }
    }

    /// Resolves a reference as the author wrote it in a post.
    pub(super) fn resolve(&self, post: &Post, written: &str) -> Place {
        if written.is_empty() || written.starts_with(['#', '?']) || written.starts_with("//") || has_scheme(written) {
            return Place::Elsewhere;
        }
        let end = written.find(['?', '#']).unwrap_or(written.len());
        let (path, rest) = written.split_at(end);
        let Ok(path) = percent_decode_str(path).decode_utf8() else { return Place::Nowhere };
        match path.strip_prefix('/') {
            Some(path) => self.absolute(path, rest),
            None => self.relative(post, &path, rest),
        }
    }

    fn absolute(&self, path: &str, rest: &str) -> Place {
        let route = Route::parse(path);
        if self.routes.contains(&route) {
            return Place::Here(route.href("") + rest);
        }
        // What other tools make of the site is there too, and is checked where it is made.
        match clean(Path::new(path)) {
            Some(file) if self.root.join("public").join(&file).is_file() => Place::Here(address(&file) + rest),
            _ => Place::Nowhere,
        }
    }

    fn relative(&self, post: &Post, path: &str, rest: &str) -> Place {
        let folder = post.source.path.parent().unwrap_or(Path::new(""));
        let Some(file) = clean(&folder.join(path)) else { return Place::Nowhere };
        let index = file.join("index.md");
        if let Some(route) = [&file, &index].into_iter().find_map(|source| self.sources.get(source)) {
            return Place::Here(route.href("") + rest);
        }
        let source = self.root.join(&file);
        let name = file.strip_prefix(folder).ok().or(file.file_name().map(Path::new));
        match name {
            Some(name)
                if source.is_file() && self.is_inside(&source) && file.extension().is_some_and(|e| e != "md") =>
            {
                Place::File(source, post.route().href("") + &address(name) + rest)
            }
            _ => Place::Nowhere,
        }
    }

    /// Whether a file lies in the site's folder when links are followed: nothing else may be published by accident.
    fn is_inside(&self, file: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        real(file).zip(real(&self.root)).is_some_and(|(file, root)| file.starts_with(root))
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
