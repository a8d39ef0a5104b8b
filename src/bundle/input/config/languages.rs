//! The files of languages: the owner's before ours.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::bundle::input::fields::from_toml::entries as toml_entries;
use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;
use crate::bundle::input::text_file;

pub(super) const ENGLISH: &str = include_str!("../../../../languages/en.toml");

/// The built-in languages, each with its file.
pub const SHIPPED: [(&str, &str); 12] = [
    ("ar", include_str!("../../../../languages/ar.toml")),
    ("de", include_str!("../../../../languages/de.toml")),
    ("en", ENGLISH),
    ("es", include_str!("../../../../languages/es.toml")),
    ("fr", include_str!("../../../../languages/fr.toml")),
    ("it", include_str!("../../../../languages/it.toml")),
    ("ja", include_str!("../../../../languages/ja.toml")),
    ("nl", include_str!("../../../../languages/nl.toml")),
    ("pl", include_str!("../../../../languages/pl.toml")),
    ("pt", include_str!("../../../../languages/pt.toml")),
    ("ru", include_str!("../../../../languages/ru.toml")),
    ("zh", include_str!("../../../../languages/zh.toml")),
];

/// The file of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LanguageFile {
    pub(super) path: PathBuf,
    /// The text of a built-in file; `None` for a file of the owner's.
    text: Option<&'static str>,
    root: PathBuf,
}

impl LanguageFile {
    /// The file that fits a language best: for `pt-BR` that of `pt-br`, else that of `pt`. `None` if there is none.
    pub(crate) fn of(root: &Path, language: &str) -> Option<Self> {
        fitting(language, |tag| {
            let path = Path::new("languages").join(format!("{tag}.toml"));
            let text = if root.join(&path).is_file() {
                None
            } else {
                Some(SHIPPED.iter().find(|(shipped, _)| *shipped == tag)?.1)
            };
            Some(Self { path, text, root: root.to_owned() })
        })
    }

    /// The tag in the name of the file.
    pub(super) fn tag(&self) -> Cow<'_, str> {
        self.path.file_stem().unwrap_or_default().to_string_lossy()
    }

    /// What is in the file. `None`, and errors, where it cannot be read.
    pub(super) fn entries(&self, reader: &mut FieldReader) -> Option<Vec<Entry>> {
        let text = self.text.map(str::to_owned).or_else(|| text_file::read(&self.root, reader))?;
        toml_entries(&text, 1, reader)
    }
}

/// What is known of the language that fits a language best: for `pt-BR` that of `pt-br`, else that of `pt`.
pub(crate) fn fitting<T>(language: &str, known: impl FnMut(&str) -> Option<T>) -> Option<T> {
    let tag = language.to_ascii_lowercase();
    let ends: Vec<usize> = tag.match_indices('-').map(|(end, _)| end).chain([tag.len()]).collect();
    ends.into_iter().rev().map(|end| &tag[..end]).find_map(known)
}
