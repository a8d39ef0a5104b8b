//! The languages of a Hugo site: by the name of a file, `post.fr.md`, or by a folder for each.

use std::path::{Path, PathBuf};

use crate::bundle::input::fields::value::Value;
use crate::bundle::input::named_language::stem;
use crate::import::data::{Data, text_in};

/// The languages, and how the default one is written.
#[derive(Debug, Default)]
pub(super) struct Languages {
    /// The code of each, and the folder of its texts below that of all texts, if it has one.
    codes: Vec<(String, Option<String>)>,
    default: String,
    in_folder: bool,
}

impl Languages {
    pub(super) fn of(config: &Data) -> Self {
        let codes = config.table("languages").iter().filter_map(|entry| match &entry.value {
            Value::Table(keys) => {
                let folder = text_in(keys, "contentDir");
                let folder = folder.map(|path| path.rsplit('/').next().unwrap_or_default().to_owned());
                Some((entry.key.clone(), folder))
            }
            _ => None,
        });
        let default = config.text("defaultContentLanguage").unwrap_or_else(|| "en".to_owned());
        let in_folder = config.flag("defaultContentLanguageInSubdir").unwrap_or_default();
        Self { codes: codes.collect(), default, in_folder }
    }

    /// The language of a file if it is not the default one, and its path below the texts of its language, without the
    /// language in its name. `None` if the file is of no language of the site.
    pub(super) fn of_file(&self, path: &Path) -> Option<(Option<String>, PathBuf)> {
        let other = |code: &str| (code != self.default).then(|| code.to_owned());
        let first = path.iter().next().unwrap_or_default();
        let folder = self.codes.iter().find(|(_, folder)| folder.as_deref().is_some_and(|folder| first == folder));
        if let Some((code, _)) = folder {
            return Some((other(code), path.iter().skip(1).collect()));
        }
        let stem = stem(path);
        let code = stem.rsplit_once('.').and_then(|(rest, code)| {
            let known = self.codes.iter().find(|(known, _)| known.eq_ignore_ascii_case(code));
            Some((rest, &known?.0))
        });
        Some(match code {
            Some((rest, code)) => {
                let ending = path.extension().unwrap_or_default().to_string_lossy();
                (other(code), path.with_file_name(format!("{rest}.{ending}")))
            }
            None => (None, path.to_owned()),
        })
    }

    /// What is before the path of a page in a language: `/fr`, or nothing.
    pub(super) fn prefix(&self, language: Option<&str>) -> String {
        match language {
            Some(code) => format!("/{}", code.to_lowercase()),
            None if self.in_folder => format!("/{}", self.default.to_lowercase()),
            None => String::new(),
        }
    }
}
