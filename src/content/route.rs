//! The only mapping between routes and addresses.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::{ArticlePath, Slug};

/// The name of a page, converted from and to its address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Route {
    /// The newest posts; `n` counts the pages of the list from 1.
    Home(u32),
    /// All posts by year; `n` counts the pages of the list from 1.
    Archive(u32),
    /// All tags.
    Tags,
    /// The posts of one tag; `n` counts the pages of the list from 1.
    Tag(Slug, u32),
    /// A post, or a page of its own, such as About. `permalink` in `site.toml` can give both the same form, so an
    /// address does not say which of the two it is.
    Article(ArticlePath),
    /// The page with the editor. It is a document of its own with a program of its own, so links to it are page loads.
    Write,
    /// Any address without a page.
    NotFound,
}

impl Route {
    /// First segments that the engine uses.
    const RESERVED: [&'static str; 6] = ["posts", "tags", "archive", "page", "pagefind", "write"];

    /// Parses a path below the base, percent-decoded: `posts/hello/`. Slashes at either end do not matter. Only the
    /// host knows whether the site has such a page. A path whose last segment is a file name (`feed.xml`) is not a
    /// page.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let document = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let path = document.unwrap_or(path);
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let number = |n: &str| n.parse().ok().filter(|n| *n > 1);
        let is_file = |s: &str| s.contains('.') && !path.ends_with('/');
        let slug = |s: &str| if is_file(s) { None } else { Slug::new(s) };
        let route = match segments.as_slice() {
            [] => Some(Self::Home(1)),
            ["page", n] => number(n).map(Self::Home),
            ["archive"] => Some(Self::Archive(1)),
            ["archive", "page", n] => number(n).map(Self::Archive),
            ["tags"] => Some(Self::Tags),
            ["write"] => Some(Self::Write),
            ["tags", tag] => slug(tag).map(|tag| Self::Tag(tag, 1)),
            ["tags", tag, "page", n] => slug(tag).zip(number(n)).map(|(tag, n)| Self::Tag(tag, n)),
            [first, rest @ ..] if !Self::RESERVED.contains(first) || (*first == "posts" && !rest.is_empty()) => {
                let is_page = !is_file(segments[segments.len() - 1]);
                ArticlePath::new(&segments.join("/")).filter(|_| is_page).map(Self::Article)
            }
            _ => None,
        };
        route.unwrap_or(Self::NotFound)
    }

    /// The route of a post or a page at a path such as `posts/hello`. `None` if the path is another one's, such as that of
    /// a list, or cannot be an address.
    #[must_use]
    pub fn article(path: &str) -> Option<Self> {
        let whole = path.to_owned() + "/";
        Some(Self::parse(&whole)).filter(|route| matches!(route, Self::Article(_)) && route.path() == whole)
    }

    /// The path below the base, not percent-encoded, with a trailing and no leading slash; empty for the home page.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home(1) => String::new(),
            Self::Home(n) => format!("page/{n}/"),
            Self::Archive(1) => "archive/".to_owned(),
            Self::Archive(n) => format!("archive/page/{n}/"),
            Self::Tags => "tags/".to_owned(),
            Self::Tag(tag, 1) => format!("tags/{tag}/"),
            Self::Tag(tag, n) => format!("tags/{tag}/page/{n}/"),
            Self::Article(path) => format!("{path}/"),
            Self::Write => "write/".to_owned(),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// The address for an `href`: base and path, percent-encoded where a URL requires it (RFC 3986).
    #[must_use]
    pub fn href(&self, base: &str) -> String {
        let mut href = base.to_owned();
        for byte in self.path().bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b'+' => {
                    href.push(char::from(byte))
                }
                _ => {
                    let _ = write!(href, "%{byte:02X}");
                }
            }
        }
        href
    }
}

impl From<String> for Route {
    fn from(path: String) -> Self {
        Self::parse(&path)
    }
}

impl From<Route> for String {
    fn from(route: Route) -> Self {
        route.path()
    }
}
