//! The two forms of a place on the site: the path of its file, decoded, and its address, percent-encoded.

use std::borrow::Borrow;
use std::fmt;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use super::composed;
use crate::content::Route;

/// The path of a file below the output folder: decoded, without a slash at its start, `/` between its names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OutputPath(String);

/// The address of a page or a file below the base of the site: percent-encoded, with query and fragment if it has them.
/// The renderer puts the base before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Href(String);

impl OutputPath {
    /// A file at the root of the site, or in the folders that the path names.
    pub(crate) fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// A file in the folder of a page.
    pub(crate) fn beside(route: &Route, name: &str) -> Self {
        Self(route.path() + name)
    }

    /// A file at a relative path of this system.
    pub(crate) fn of(path: &Path) -> Self {
        Self(path.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/"))
    }

    /// The file that a static host serves at a decoded path.
    pub(crate) fn served_at(path: &str) -> Self {
        Self(match path {
            "" => "index.html".to_owned(),
            _ if path.ends_with(".html") || path.ends_with(".htm") => path.to_owned(),
            _ => format!("{}/index.html", path.trim_end_matches('/')),
        })
    }

    /// Whether it is another path, but only by the case of its letters. Most hosts tell the two apart.
    pub(crate) fn is_spelling_of(&self, other: &Self) -> bool {
        self != other && self.0.to_lowercase() == other.0.to_lowercase()
    }

    /// Another file in the same folder.
    pub(crate) fn sibling(&self, name: &str) -> Self {
        let folder = self.0.rfind('/').map_or("", |slash| &self.0[..=slash]);
        Self(folder.to_owned() + name)
    }

    /// The address of the file. The characters that are not `unreserved` (RFC 3986, 2.3) are encoded.
    pub(crate) fn href(&self) -> Href {
        Href(self.0.split('/').map(composed::encode).collect::<Vec<_>>().join("/"))
    }

    /// The file in an output folder.
    pub(crate) fn within(&self, folder: &Path) -> PathBuf {
        folder.join(&self.0)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Href {
    /// An address that is percent-encoded already.
    pub(crate) fn new(encoded: &str) -> Self {
        Self(encoded.to_owned())
    }

    /// The address of a page.
    pub(crate) fn page(route: &Route) -> Self {
        Self(route.href(""))
    }

    /// The address with something behind it, which is encoded already: a slash, a query, a fragment.
    pub(crate) fn then(mut self, rest: &str) -> Self {
        self.0.push_str(rest);
        self
    }

    /// The file at the address.
    pub(crate) fn file(&self) -> OutputPath {
        OutputPath(self.decoded())
    }

    /// The page at the address.
    pub(crate) fn route(&self) -> Route {
        Route::parse(&self.decoded())
    }

    /// The path, without query and fragment.
    fn decoded(&self) -> String {
        let path = self.0.split(['?', '#']).next().unwrap_or_default();
        percent_decode_str(path).decode_utf8_lossy().into_owned()
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for OutputPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Href> for String {
    fn from(href: Href) -> Self {
        href.0
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Href, OutputPath};
    use crate::content::Route;

    #[test]
    fn a_file_and_its_address_lead_to_each_other() {
        for (path, href) in [
            ("posts/hello/my cat.png", "posts/hello/my%20cat.png"),
            ("größe/a+b%20.svg", "gr%C3%B6%C3%9Fe/a%2Bb%2520.svg"),
        ] {
            let file = OutputPath::of(Path::new(path));
            assert_eq!(file.href().as_str(), href);
            assert_eq!(file.href().then("?a=b#c").file(), file);
        }
    }

    #[test]
    fn an_address_leads_to_a_page() {
        let route = Route::parse("posts/größe/");
        assert_eq!(Href::page(&route).then("#top").route(), route);
    }

    #[test]
    fn a_host_serves_a_file_at_a_path() {
        for (path, file) in [("", "index.html"), ("old/", "old/index.html"), ("old/a.html", "old/a.html")] {
            assert_eq!(OutputPath::served_at(path).as_str(), file);
        }
    }
}
