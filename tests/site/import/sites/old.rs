//! An old site in a folder, and the new one that an import makes of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use personal_page::bundle::{Diagnostics, Options, check};
use personal_page::content::Date;
use personal_page::import::report::Report;
use personal_page::import::run::{Import, import};
use walkdir::WalkDir;

use crate::common::folder::Folder;

/// The smallest picture: a PNG of one pixel.
pub(crate) const PICTURE: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82";

/// The sources of an old site.
pub(crate) struct Old(Folder);

impl Old {
    pub(crate) fn new() -> Self {
        Self(Folder::new())
    }

    /// Adds a file to the old site.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.0.write(format!("old/{path}"), content);
        self
    }

    /// Adds a file to the new site, before the import.
    pub(crate) fn own(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.0.write(format!("new/{path}"), content);
        self
    }

    /// Imports it into another folder than usual, which may be refused.
    pub(crate) fn import_into(self, into: &str) -> anyhow::Result<Report> {
        import(&Import { what: self.0.path("old"), into: self.0.path(into), url: None, sitemap: None }, &|_| {})
    }

    /// Imports it.
    pub(crate) fn import(self) -> New {
        self.import_with(None)
    }

    /// Imports an export file of it.
    pub(crate) fn import_export(self, file: &str) -> New {
        let what = self.0.path("old").join(file);
        let order = Import { what, into: self.0.path("new"), url: None, sitemap: None };
        let report = import(&order, &|_| {}).expect("an import").whole(&Diagnostics::default());
        New { folder: self.0, order, report }
    }

    /// Imports it, with the text of a sitemap or a feed.
    pub(crate) fn import_with(self, sitemap: Option<&str>) -> New {
        let sitemap = sitemap.map(|text| {
            self.0.write("sitemap.xml", text);
            self.0.path("sitemap.xml")
        });
        let order = Import { what: self.0.path("old"), into: self.0.path("new"), url: None, sitemap };
        let before = files(&self.0.path("old"));
        let report = import(&order, &|_| {}).expect("an import").whole(&Diagnostics::default());
        assert_eq!(files(&self.0.path("old")), before, "the source is as it was");
        New { folder: self.0, order, report }
    }
}

/// A site that was imported.
pub(crate) struct New {
    folder: Folder,
    order: Import,
    /// The report, before the site is checked.
    pub(crate) report: String,
}

impl New {
    /// A file of the new site as text.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}: {:?}", self.files().keys()))
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// The values of the front matter of a post.
    #[track_caller]
    pub(crate) fn keys(&self, path: &str) -> toml::Table {
        let text = self.text(path);
        let head = text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n")).expect("front matter").0;
        head.parse().expect("TOML")
    }

    /// The texts in the list of a key.
    #[track_caller]
    pub(crate) fn list(&self, path: &str, key: &str) -> Vec<String> {
        let keys = self.keys(path);
        let list = keys.get(key).and_then(|list| list.as_array()).cloned().unwrap_or_default();
        list.iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
    }

    /// The aliases of the only post besides one whose file has a name with `other` in it.
    pub(crate) fn aliases_besides(&self, other: &str) -> Vec<String> {
        let files = self.files();
        let mut names = files.keys().filter_map(|path| path.to_str()).filter(|path| path.starts_with("posts/"));
        let name = names.find(|path| !path.contains(other)).expect("a text").to_owned();
        self.list(&name, "aliases")
    }

    /// The text below the front matter.
    #[track_caller]
    pub(crate) fn body(&self, path: &str) -> String {
        self.text(path).split_once("\n+++\n").expect("front matter").1.trim().to_owned()
    }

    /// The settings.
    pub(crate) fn settings(&self) -> toml::Table {
        self.text("site.toml").parse().expect("TOML")
    }

    /// The errors of a check of the new site.
    pub(crate) fn errors(&self) -> Vec<String> {
        let day = Date::new(2030, 1, 1).expect("a day");
        let findings = check(&Options::new(self.order.into.clone(), day)).findings;
        let texts = findings.sorted().into_iter().map(ToString::to_string);
        texts.filter(|text| !text.contains(": warning")).collect()
    }

    /// The files of the new site, except caches.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = files(&self.order.into);
        files.retain(|path, _| !path.starts_with("target"));
        files
    }

    /// Changes a file of the new site.
    pub(crate) fn edit(&self, path: &str, content: &str) {
        self.folder.write(format!("new/{path}"), content);
    }

    pub(crate) fn delete(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("a file");
    }

    /// Changes a file of the old site.
    pub(crate) fn edit_old(&self, path: &str, content: &str) {
        self.folder.write(format!("old/{path}"), content);
    }

    /// Deletes a file of the old site.
    pub(crate) fn delete_old(&self, path: &str) {
        fs::remove_file(self.folder.path(format!("old/{path}"))).expect("a file");
    }

    /// Imports once more, and returns the report.
    pub(crate) fn again(&self) -> String {
        import(&self.order, &|_| {}).expect("an import").whole(&Diagnostics::default())
    }

    fn path(&self, path: &str) -> PathBuf {
        self.order.into.join(path)
    }
}

fn files(root: &std::path::Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).expect("it is below").to_owned();
        (path, fs::read(entry.path()).expect("a readable file"))
    };
    entries.map(file).collect()
}
