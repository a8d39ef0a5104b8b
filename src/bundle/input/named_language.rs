//! The language that the name of a file or of its folder states: `hello.fr.md`, `index.fr.md`, `fr/hello.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::config::languages::LanguageFile;

/// The languages of ISO 639-1.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is \
    it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na \
    nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr \
    ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The name of a file without an extension, as the name of the text and the language it ends in: `hello` and `fr`.
pub(super) fn split_language(stem: &str) -> Option<(&str, &str)> {
    let (name, tag) = stem.rsplit_once('.')?;
    (!name.is_empty() && is_tag(tag)).then_some((name, tag))
}

/// Whether words are a language of ISO 639-1, with or without a script and a region: `fr`, `pt-BR`, `zh-Hans`.
fn is_tag(words: &str) -> bool {
    let mut parts = words.split('-');
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_known = language.len() == 2 && CODES.split_whitespace().any(|code| code == language);
    is_known
        && parts.all(|part| match part.len() {
            2 | 4 => part.bytes().all(|byte| byte.is_ascii_alphabetic()),
            3 => part.bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        })
}

/// The languages that names of a site state for sure. `socket.io.md` and `posts/it/` state none: `io` and `it` are
/// languages, but nothing else tells that they are meant.
pub(super) struct NamedLanguages<'a> {
    root: &'a Path,
    /// The texts that are there in several languages, by their path without language and extension.
    translated: BTreeSet<PathBuf>,
    /// The folders of a language's texts.
    folders: BTreeSet<PathBuf>,
}

impl<'a> NamedLanguages<'a> {
    /// Looks at the Markdown files in `posts`. A folder is a language's if its name is that of a language with a file in
    /// `languages/`, and another such folder is beside it.
    pub(super) fn of(root: &'a Path, posts: &Path, files: &[PathBuf]) -> Self {
        let mut texts: BTreeMap<PathBuf, usize> = BTreeMap::new();
        let mut beside: BTreeMap<&Path, BTreeSet<&Path>> = BTreeMap::new();
        for path in files {
            let stem = stem(path);
            let name = split_language(&stem).map_or(&*stem, |(name, _)| name);
            *texts.entry(path.with_file_name(name)).or_default() += 1;
            for folder in path.ancestors().skip(1).take_while(|folder| *folder != posts) {
                let Some(parent) = folder.parent() else { continue };
                beside.entry(parent).or_default().insert(folder);
            }
        }
        let mut folders = BTreeSet::new();
        for siblings in beside.into_values() {
            let of_languages: Vec<&Path> = siblings.into_iter().filter(|folder| is_of_language(root, folder)).collect();
            if of_languages.len() > 1 {
                folders.extend(of_languages.into_iter().map(Path::to_owned));
            }
        }
        let translated = texts.into_iter().filter(|(_, count)| *count > 1).map(|(path, _)| path).collect();
        Self { root, translated, folders }
    }

    /// The language that a path states. The name of the file decides before that of a folder.
    pub(super) fn stated_by(&self, path: &Path) -> Option<String> {
        let stem = stem(path);
        let named = split_language(&stem).filter(|(name, tag)| {
            let is_translated = *name == "index" || self.translated.contains(&path.with_file_name(name));
            is_translated || LanguageFile::of(self.root, tag).is_some()
        });
        let folder = || path.ancestors().skip(1).find(|folder| self.folders.contains(*folder)).map(name_of);
        named.map(|(_, tag)| tag.to_owned()).or_else(folder)
    }
}

fn is_of_language(root: &Path, folder: &Path) -> bool {
    let name = name_of(folder);
    is_tag(&name) && LanguageFile::of(root, &name).is_some()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The name of a file without its extension.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
