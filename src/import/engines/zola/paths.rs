//! The addresses of a Zola site.

use std::path::Path;

use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::named_language::stem;
use crate::import::data::Data;
use crate::import::folder::slashed;
use crate::import::permalink::single_slashes;

/// `[slugify]` of the configuration.
#[derive(Debug)]
pub(super) struct Paths {
    strategy: Strategy,
    keep_dates: bool,
}

#[derive(Clone, Copy, Debug)]
enum Strategy {
    /// ASCII letters in lower case, digits and hyphens.
    On,
    /// Without the characters that a file name cannot have on some system.
    Safe,
    Off,
}

impl Paths {
    pub(super) fn of(config: &Data) -> Self {
        // Until 0.11 it was a flag.
        let whole = config.flag("slugify").map(|on| if on { "on" } else { "off" }.to_owned());
        let word = config.text("slugify.paths").or(whole);
        let strategy = match word.as_deref() {
            Some("off" | "false") => Strategy::Off,
            Some("safe") => Strategy::Safe,
            _ => Strategy::On,
        };
        Self { strategy, keep_dates: config.flag("slugify.paths_keep_dates").unwrap_or_default() }
    }

    /// The address of a text at a path below the texts. Versions of Zola differ in whether the names of folders are
    /// changed as those of files: then there are two.
    pub(super) fn addresses(&self, data: &Data, path: &Path, language: Option<&str>) -> Vec<String> {
        let prefix = language.map(|code| format!("/{code}")).unwrap_or_default();
        if let Some(path) = data.text("path") {
            return vec![single_slashes(&format!("{prefix}/{path}/"))];
        }
        let index = matches!(stem(path).as_str(), "index" | "_index");
        let file = if index { path.parent().unwrap_or(Path::new("")) } else { path };
        let folder = slashed(file.parent().unwrap_or(Path::new("")));
        let name = if index { file.file_name().unwrap_or_default().to_string_lossy().into_owned() } else { stem(file) };
        let name = if self.keep_dates { &name } else { of_name(&name).1 };
        let own = self.slug(data.text("slug").as_deref().unwrap_or(name));
        let folders = folder.split('/').map(|name| self.slug(name)).collect::<Vec<_>>().join("/");
        let mut addresses: Vec<String> =
            [folders, folder].iter().map(|folder| single_slashes(&format!("{prefix}/{folder}/{own}/"))).collect();
        addresses.dedup();
        addresses
    }

    fn slug(&self, words: &str) -> String {
        match self.strategy {
            Strategy::On => slug::slugify(words),
            Strategy::Safe => {
                let plain = |c: &char| !matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*');
                words.trim_end_matches([' ', '.']).chars().filter(plain).collect()
            }
            Strategy::Off => words.to_owned(),
        }
    }
}
