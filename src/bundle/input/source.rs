//! Finds the files of posts.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::own_files;
use crate::bundle::diagnostics::Diagnostics;

/// The folder the posts are in.
const POSTS: &str = "posts";

/// The files of a post. All paths are relative to the site's folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// The file: `posts/hello.md`, `posts/2024/hello.md` or `posts/hello/index.md`.
    pub path: PathBuf,
    /// Its own folder, if it has one, whose other files belong to it: `posts/hello`.
    pub folder: Option<PathBuf>,
}

impl Source {
    /// The name of its folder, else of the file without its extension.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.folder.as_deref().map_or(self.path.file_stem(), Path::file_name);
        name.unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The posts of a site, in the order of their paths. A site without the folder has none. Folders may group them, by
/// year or by subject: only that of an `index.md` is a post's own.
pub(crate) fn find(root: &Path, findings: &mut Diagnostics) -> Vec<Source> {
    let files: Vec<PathBuf> = own_files::files(root, POSTS, findings)
        .iter()
        .map(|entry| entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned())
        .collect();
    let index = |path: &&PathBuf| is_markdown(path) && path.file_stem() == Some(OsStr::new("index"));
    let own: BTreeSet<PathBuf> = files.iter().filter(index).filter_map(|path| own_folder(path)).collect();
    let is_beside = |path: &Path| path.ancestors().skip(1).any(|folder| own.contains(folder));
    let mut sources = Vec::new();
    let mut others = Unread::default();
    for path in files {
        let folder = own_folder(&path).filter(|folder| own.contains(folder));
        let is_index = path.file_stem() == Some(OsStr::new("index"));
        if !is_markdown(&path) {
            others.foreign.extend((is_foreign(&path) && !is_beside(&path)).then_some(path));
        } else if folder.is_some() && is_index {
            sources.push(Source { path, folder });
        } else if is_beside(&path) {
            // It belongs to the post of that folder.
        } else if is_about_a_folder(&path) {
            others.about.push(path);
        } else {
            sources.push(Source { path, folder: None });
        }
    }
    others.report(findings);
    sources.sort();
    sources
}

/// The folder of a file, unless it is that of all posts.
fn own_folder(path: &Path) -> Option<PathBuf> {
    path.parent().filter(|folder| *folder != Path::new(POSTS)).map(Path::to_owned)
}

/// The files below `posts/` that are no posts, and may be meant as some.
#[derive(Default)]
struct Unread {
    /// `_index.md` of Hugo and Zola, and `README.md`.
    about: Vec<PathBuf>,
    /// Texts in other formats.
    foreign: Vec<PathBuf>,
}

impl Unread {
    /// Adds one warning for each kind of file.
    fn report(&self, findings: &mut Diagnostics) {
        let of = |files: &[PathBuf]| match files.len() {
            0 | 1 => String::new(),
            2 => ", as is 1 more of its kind".to_owned(),
            all => format!(", as are {} more of its kind", all - 1),
        };
        if let Some(first) = self.about.first() {
            let message = format!("is passed over, because it is about a folder{}", of(&self.about));
            findings.warning(first, 0, message, "delete it, or rename it if it is a post");
        }
        if let Some(first) = self.foreign.first() {
            let message = format!("is not read, because posts are Markdown{}", of(&self.foreign));
            let remedy = "turn it into Markdown with the ending .md, or move it out of posts/";
            findings.warning(first, 0, message, remedy);
        }
    }
}

/// Whether a Markdown file describes the folder it is in.
fn is_about_a_folder(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    name == "_index" || name.starts_with("_index.") || name == "readme"
}

/// Whether a file is a text that another engine would publish, by its extension.
fn is_foreign(path: &Path) -> bool {
    const ENDINGS: [&str; 9] = ["mdx", "dj", "html", "htm", "adoc", "org", "rst", "textile", "ipynb"];
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a file is Markdown by its extension.
pub(crate) fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
