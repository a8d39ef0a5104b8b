//! Broken references: why a reference cannot be resolved, and a suggested correction.

use super::page_names::PageNames;
use crate::bundle::diagnostics::kind::Kind;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::slugify::slugify;
use crate::content::Route;

/// A reference that leads nowhere. The message continues its destination.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BrokenLink {
    pub(crate) problem: Problem,
    /// Whether it may be right, because another site may be on the same host. Then it is a warning.
    pub(crate) doubtful: bool,
    pub(crate) kind: Kind,
}

impl BrokenLink {
    #[track_caller]
    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { problem: Problem::new(what, remedy), doubtful: false, kind: Kind::here() }
    }

    /// The message about the reference, as it is `written`.
    pub(crate) fn message(&self, written: &str) -> String {
        let what = &self.problem.message;
        if written.trim().is_empty() { format!("the destination {what}") } else { format!("\"{written}\" {what}") }
    }

    /// Whether the site can still be built.
    pub(crate) fn is_warning(&self, lenient: bool) -> bool {
        lenient || self.doubtful
    }
}

/// A path at which there is nothing.
pub(crate) fn missing(written: &str, names: &PageNames) -> BrokenLink {
    let remedy = match meant(written, names) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => "write the path of a file from here (../other.md, ./picture.png), or of a page from the root (/about/)"
            .to_owned(),
    };
    BrokenLink::new("leads nowhere", remedy)
}

/// A full URL of this site at which there is nothing.
pub(crate) fn not_here(written: &str, names: &PageNames) -> BrokenLink {
    let BrokenLink { problem, kind, .. } = missing(written, names);
    BrokenLink { problem: Problem::new("leads nowhere on this site", problem.remedy), doubtful: true, kind }
}

/// An empty destination.
pub(crate) fn empty() -> BrokenLink {
    BrokenLink::new("is empty", "write its address, [text](https://…), or delete the brackets")
}

/// Whether a path is similar to that of a page.
pub(crate) fn is_near(written: &str, names: &PageNames) -> bool {
    meant(written, names).is_some()
}

/// A path outside the site's folder, or a file that may not be published.
pub(crate) fn outside() -> BrokenLink {
    BrokenLink::new("leads out of the site's folder", "put a copy of the file beside the post")
}

/// A file that an editor or the system left, which is never published.
pub(crate) fn leftover() -> BrokenLink {
    BrokenLink::new("has the name of a temporary file, which is not published", "give the file another name")
}

/// An image whose URL another program opens, such as `mailto:`.
pub(crate) fn no_picture() -> BrokenLink {
    BrokenLink::new(
        "is not a picture",
        "put the picture beside the post, ![its content](./picture.png), or make it a link: delete the !",
    )
}

/// A Markdown file that has no page.
pub(crate) fn no_page() -> BrokenLink {
    BrokenLink::new("has no page", "it is a draft, has errors, or is not a post: correct it, or remove the link")
}

/// The likely correction: `mailto:` for a mail address, else the page of that name. Other engines write its path in
/// other forms (`@/blog/hello/index.md`, `/2025/03/01/hello.html`).
fn meant(written: &str, names: &PageNames) -> Option<String> {
    let end = written.find(['?', '#']).unwrap_or(written.len());
    let (path, rest) = written.split_at(end);
    if path.contains('@') && !path.contains('/') {
        return Some(format!("mailto:{written}"));
    }
    let mut segments = path.split('/').map(|segment| segment.rsplit_once('.').map_or(segment, |(name, _)| name));
    let name = segments.rfind(|name| !matches!(*name, "" | "index"))?;
    let slug = [name, of_name(name).1].into_iter().filter_map(slugify);
    let meant = slug.filter_map(|slug| names.page(slug.as_str())).next().or_else(|| nearest(name, path, names));
    meant.map(|route| route.href("/") + rest)
}

/// The post or page of a similar name. A path with the extension of another file means that file.
fn nearest<'n>(name: &str, path: &str, names: &'n PageNames) -> Option<&'n Route> {
    let file = path.rsplit_once('.').map(|(_, ending)| ending);
    let is_page = file.is_none_or(|ending| ENDINGS.contains(&ending) || ending.contains('/'));
    if is_page { names.nearest(name) } else { None }
}

/// Extensions of pages. A path with any other is a file.
const ENDINGS: [&str; 3] = ["md", "markdown", "html"];
