//! Finds the files of posts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::named_language::{NamedLanguages, split_language, stem};
use super::own_files;
use crate::bundle::diagnostics::Diagnostics;

/// The folder the posts are in.
pub const POSTS: &str = "posts";

/// The name of the text of a folder.
const INDEX: &str = "index";

/// The files of a post. All paths are relative to the site's folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Source {
    /// The file: `posts/hello.md`, `posts/2024/hello.md` or `posts/hello/index.md`.
    pub path: PathBuf,
    /// Its own folder, if it has one, whose other files belong to it: `posts/hello`.
    pub folder: Option<PathBuf>,
    /// The language that its name or its folder states: `posts/hello.fr.md`, `posts/fr/hello.md`.
    pub language: Option<String>,
}

impl Source {
    /// The files of a post that is not on the disk yet. `is_language`: whether the site has texts in a language.
    pub(crate) fn new(path: &Path, is_language: impl Fn(&str) -> bool) -> Self {
        let stem = stem(path);
        let language = split_language(&stem).map(|(_, tag)| tag).filter(|tag| is_index(path) || is_language(tag));
        let folder = own_folder(path).filter(|_| is_index(path));
        Self { path: path.to_owned(), folder, language: language.map(str::to_owned) }
    }

    /// The folder of the site that it is in: `posts`, or that of a collection.
    pub(crate) fn top(&self) -> &str {
        self.path.iter().next().and_then(|name| name.to_str()).unwrap_or_default()
    }

    /// The name of the file without its extension; of an `index.md` that of its folder, and of an `index.fr.md` the
    /// folder's with the language: `hello.fr`.
    #[must_use]
    pub fn name(&self) -> String {
        let stem = stem(&self.path);
        let folder = own_folder(&self.path).filter(|_| is_index(&self.path));
        let Some(folder) = folder else { return stem };
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        split_language(&stem).map_or(name.clone(), |(_, tag)| format!("{name}.{tag}"))
    }
}

/// The texts in a folder of the site, in the order of their paths. A site without the folder has none. Folders may group
/// them, by year or by subject: only that of an `index.md` is a text's own. An `index.fr.md` beside it is another text.
pub(crate) fn find(root: &Path, top: &str, findings: &mut Diagnostics) -> Vec<Source> {
    let files: Vec<PathBuf> = own_files::files(root, top, findings)
        .iter()
        .map(|entry| entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned())
        .collect();
    let own = own_folders(&files);
    let markdown: Vec<PathBuf> = files.iter().filter(|path| is_markdown(path)).cloned().collect();
    let languages = NamedLanguages::of(root, Path::new(top), &markdown);
    let is_beside = |path: &Path| path.ancestors().skip(1).any(|folder| own.contains_key(folder));
    let mut sources = Vec::new();
    let mut others = Unread::default();
    for path in files {
        let is_own = is_index(&path) && own_folder(&path).is_some();
        if !is_markdown(&path) {
            others.foreign.extend((is_foreign(&path) && !is_beside(&path)).then_some(path));
        } else if is_own {
            let folder = own_folder(&path).filter(|folder| own.get(folder) == Some(&path));
            sources.push(Source { language: languages.stated_by(&path), path, folder });
        } else if is_beside(&path) {
            // It belongs to the post of that folder.
        } else if is_about_a_folder(&path) {
            others.about.push(path);
        } else {
            sources.push(Source { language: languages.stated_by(&path), path, folder: None });
        }
    }
    others.report(top, findings);
    sources.sort();
    sources
}

/// The folders that are a post's own, each with its `index.md`. If that is there in other languages only, it is the
/// first of these.
fn own_folders(files: &[PathBuf]) -> BTreeMap<PathBuf, PathBuf> {
    let mut folders = BTreeMap::new();
    let mut indexes: Vec<&PathBuf> = files.iter().filter(|path| is_markdown(path) && is_index(path)).collect();
    indexes.sort_by_key(|path| (stem(path) != INDEX, *path));
    for path in indexes {
        if let Some(folder) = own_folder(path) {
            folders.entry(folder).or_insert_with(|| path.clone());
        }
    }
    folders
}

/// Whether a file is the text of its folder: `index.md`, or `index.fr.md` in another language.
pub(crate) fn is_index(path: &Path) -> bool {
    let stem = stem(path);
    split_language(&stem).map_or(&*stem, |(name, _)| name) == INDEX
}

/// The folder of a file, unless it is that of all posts, or of a whole collection.
fn own_folder(path: &Path) -> Option<PathBuf> {
    path.parent().filter(|folder| folder.iter().count() > 1).map(Path::to_owned)
}

/// The files below the folder of texts that are none, and may be meant as some.
#[derive(Default)]
struct Unread {
    /// `_index.md` of Hugo and Zola, and `README.md`.
    about: Vec<PathBuf>,
    /// Texts in other formats.
    foreign: Vec<PathBuf>,
}

impl Unread {
    /// Adds one warning for each kind of file.
    fn report(&self, top: &str, findings: &mut Diagnostics) {
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
            let remedy = format!("turn it into Markdown with the ending .md, or move it out of {top}/");
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
