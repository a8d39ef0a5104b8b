//! What a reference of an old text means: another text, or a file.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::addresses::key;
use super::plan::Plan;
use crate::bundle::article::resolve::clean;
use crate::import::folder::{Folder, is_public, is_text, slashed};
use crate::import::site::{OldSite, Text};
use crate::import::translate::syntax::Syntax;

/// The texts and files of the old site, by their paths and addresses.
pub(super) struct Index<'a> {
    pub(super) folder: &'a Folder,
    pub(super) site: &'a OldSite,
    pub(super) plan: &'a Plan,
    /// The texts by the ends of their paths, without extension, in lower case.
    by_path: HashMap<String, Vec<usize>>,
    /// Files by their names in lower case, for wiki links.
    by_name: HashMap<String, &'a Path>,
    /// Files that are published anyway, by their keys.
    published: HashMap<String, usize>,
    /// The published files by where they are.
    by_file: HashMap<&'a Path, usize>,
    /// Origin and path of the old site.
    pub(super) origin: &'a str,
    pub(super) base: &'a str,
}

impl<'a> Index<'a> {
    pub(super) fn new(folder: &'a Folder, site: &'a OldSite, plan: &'a Plan, origin: &'a str, base: &'a str) -> Self {
        let mut by_path = HashMap::<String, Vec<usize>>::new();
        let mut by_name = HashMap::new();
        // The whole path of a text counts before the end of another's.
        for whole in [true, false] {
            for (index, text) in site.texts.iter().enumerate() {
                for names in [ends(&text.source), without_language(text).map(|path| ends(&path)).unwrap_or_default()] {
                    for name in
                        names.into_iter().enumerate().filter(|(at, _)| (*at == 0) == whole).map(|(_, name)| name)
                    {
                        by_path.entry(name).or_default().push(index);
                    }
                }
            }
        }
        for (index, text) in site.texts.iter().enumerate() {
            for name in &text.names {
                by_path.entry(name.to_lowercase()).or_default().push(index);
            }
        }
        for file in folder.files.iter().filter(|file| !is_text(file) && is_public(file)) {
            let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            by_name.entry(name).or_insert(file.as_path());
        }
        let published = site.files.iter().enumerate().map(|(index, (_, to))| (key(&slashed(to)), index)).collect();
        let by_file = site.files.iter().enumerate().map(|(index, (from, _))| (from.as_path(), index)).collect();
        Self { folder, site, plan, by_path, by_name, published, by_file, origin, base }
    }

    /// The text at a path relative to another, or at the end of a path, as `ref`, `post_url` and wiki links have it. Of
    /// several, that in a language, which is that of the other text if none is named.
    pub(super) fn text_at(&self, from: &Text, path: &str, language: Option<&str>) -> Option<usize> {
        let language = self.language(from, language);
        let relative = from.source.parent().and_then(|folder| clean(&folder.join(path)));
        let whole = relative.and_then(|path| self.first_in(language, ends(&path).first()?));
        whole.or_else(|| self.first_in(language, ends(Path::new(path.trim_matches('/'))).first()?))
    }

    /// The language of the text that a reference means: the one it names, else that of the text it is in. Texts in the
    /// language of the site have none.
    fn language<'l>(&self, from: &'l Text, named: Option<&'l str>) -> Option<&'l str> {
        let own = self.site.settings.language.as_deref().unwrap_or("en");
        let is_other = |code: &&str| !own.split('-').next().unwrap_or(own).eq_ignore_ascii_case(code);
        named.map_or(from.language.as_deref(), |code| Some(code).filter(is_other))
    }

    /// The text at the end of a path, in a language if there is one in it.
    fn first_in(&self, language: Option<&str>, end: &str) -> Option<usize> {
        let found = self.by_path.get(end)?;
        let same = found.iter().find(|index| self.site.texts[**index].language.as_deref() == language);
        same.or(found.first()).copied()
    }

    /// The text at a path from the folder of all texts. In a folder whose place in the old site is not known, the path may
    /// begin with folders around it.
    pub(super) fn text_at_root(&self, from: &Text, path: &str, language: Option<&str>) -> Option<usize> {
        let ends = ends(Path::new(path.trim_matches('/')));
        let whole = self.first_in(self.language(from, language), ends.first()?);
        whole.or_else(|| ends.iter().skip(1).find_map(|end| self.text_of_fragment(end)))
    }

    /// The text whose whole path this is, in a folder of unknown origin.
    fn text_of_fragment(&self, path: &str) -> Option<usize> {
        let index = *self.by_path.get(path)?.first()?;
        let text = &self.site.texts[index];
        (text.syntax == Some(Syntax::Plain) && ends(&text.source).first()? == path).then_some(index)
    }

    /// The text in the file or folder at a path relative to another.
    pub(super) fn text_beside(&self, from: &Text, path: &str) -> Option<usize> {
        let relative = clean(&from.source.parent()?.join(path))?;
        let index = self.first_in(from.language.as_deref(), ends(&relative).first()?)?;
        let source = &self.site.texts[index].source;
        let whole = ends(source).into_iter().next()?;
        let plain = without_language(&self.site.texts[index]).and_then(|path| ends(&path).into_iter().next());
        let wanted = ends(&relative).into_iter().next();
        (Some(whole) == wanted || plain.is_some() && plain == wanted).then_some(index)
    }

    /// The text at an old or a new address.
    pub(super) fn text_of_address(&self, address: &str) -> Option<usize> {
        let key = key(address);
        let found = self.plan.by_address.get(&key);
        // Servers of files answer an address with and without its ending.
        found.or_else(|| self.plan.by_address.get(key.strip_suffix(".html")?)).copied()
    }

    /// The text of an export whose number is in a query: `/?p=12`.
    pub(super) fn text_of_query(&self, query: &str) -> Option<usize> {
        let number = query.strip_prefix("?p=").or_else(|| query.strip_prefix("?page_id="))?;
        let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        self.plan.by_number.get(&number[..end]).copied()
    }

    /// Whether the source has a file that may be published.
    pub(super) fn has(&self, file: &Path) -> bool {
        is_public(file) && self.folder.has(file)
    }

    /// The file, relative to the source, at a path relative to a text.
    pub(super) fn file_beside(&self, from: &Text, path: &str) -> Option<PathBuf> {
        let relative = clean(&from.source.parent()?.join(path))?;
        self.has(&relative).then_some(relative).filter(|path| !is_text(path))
    }

    /// The file of a name anywhere in the source.
    pub(super) fn file_named(&self, path: &str) -> Option<&'a Path> {
        let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
        self.by_name.get(&name).copied()
    }

    /// The file that is published at an address, and its path below `public/`.
    pub(super) fn published_at(&self, address: &str) -> Option<&'a Path> {
        self.published.get(&key(address)).map(|index| self.site.files[*index].1.as_path())
    }

    /// Where a file is published, if it is anyway.
    pub(super) fn published_file(&self, file: &Path) -> Option<&'a Path> {
        self.by_file.get(self.folder.root.join(file).as_path()).map(|index| self.site.files[*index].1.as_path())
    }

    /// A file, relative to the source, that has an address from the root.
    pub(super) fn file_of_root(&self, address: &str) -> Option<PathBuf> {
        let path = clean(Path::new(address.trim_start_matches('/')))?;
        let found = self.site.roots.iter().map(|root| root.join(&path)).find(|file| self.has(file));
        found.filter(|path| !is_text(path))
    }
}

/// The path of a text without its language: `post.fr.md` is `post.md` in French.
fn without_language(text: &Text) -> Option<PathBuf> {
    let language = text.language.as_deref()?;
    let stem = text.source.file_stem()?.to_str()?;
    let (rest, code) = stem.rsplit_once('.')?;
    let ending = text.source.extension()?.to_str()?;
    code.eq_ignore_ascii_case(language).then(|| text.source.with_file_name(format!("{rest}.{ending}")))
}

/// A path in lower case without extension and `index`, and each of its ends: `a/b/c`, `b/c`, `c`.
fn ends(path: &Path) -> Vec<String> {
    let stem = if is_text(path) { path.with_extension("") } else { path.to_owned() };
    let path = slashed(&stem).to_lowercase();
    let path = path.strip_suffix("/index").or(path.strip_suffix("/_index")).unwrap_or(&path);
    let starts = [0].into_iter().chain(path.match_indices('/').map(|(at, _)| at + 1));
    starts.map(|start| path[start..].to_owned()).collect()
}
