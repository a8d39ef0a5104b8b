//! The site on the disk: every path has one owner, and pages are written on all cores.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::library::Library;
use super::shell::Shell;
use super::side::{self, Side};
use super::{Diagnostics, Failure};
use super::{head, html, offline, pages};
use crate::content::{Route, SEARCH, Site};

/// Where the site goes, and which paths are taken.
pub(super) struct Output {
    folder: PathBuf,
    /// Who writes each path. Keyed in lower case and composed: some file systems know no other.
    claimed: BTreeMap<String, String>,
    /// The file that is copied to each path.
    copies: BTreeMap<String, PathBuf>,
    /// What is made for each of the other paths.
    sides: BTreeMap<String, Side>,
}

/// In bytes: what file systems allow.
const LONGEST_NAME: usize = 255;
const SHORTEN: &str = "make the name of what it comes from shorter";
const RENAME: &str = "rename one of the two";

impl Output {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), claimed: BTreeMap::new(), copies: BTreeMap::new(), sides: BTreeMap::new() }
    }

    /// Whether the site is written to this folder.
    pub(super) fn is(&self, folder: &Path) -> bool {
        self.folder == folder
    }

    /// Claims the paths of all pages.
    pub(super) fn claim_pages(&mut self, library: &Library, findings: &mut Diagnostics) {
        for route in library.routes() {
            let page = format!("the page /{}", route.path());
            for name in ["index.html", "index.json"] {
                self.claim(&(route.path() + name), &page, findings);
            }
        }
        self.claim(&Route::NotFound.path(), "the page of what is not found", findings);
    }

    /// Claims the paths of the files beside the pages.
    pub(super) fn claim_sides(&mut self, root: &Path, library: &Library, findings: &mut Diagnostics) {
        for (path, side) in side::files(root, library) {
            self.claim(&path, &format!("the file /{path} that is made for you"), findings);
            self.sides.insert(path, side);
        }
        self.claim(&(SEARCH.to_owned() + "start.js"), "the search index that is made for you", findings);
        for path in offline::files(root, library) {
            self.claim(path, &format!("the file /{path} that is made for you"), findings);
        }
    }

    /// The paths of the files that are copied, below the folder.
    pub(super) fn copied(&self) -> impl Iterator<Item = &str> {
        self.copies.keys().map(String::as_str)
    }

    /// Claims a path, below the folder, for a copy of a file.
    pub(super) fn copy(&mut self, from: &Path, shown: &Path, to: &str, findings: &mut Diagnostics) {
        let again = self.copies.get(to).is_some_and(|source| source == from);
        if !again && self.claim(to, &shown.display().to_string(), findings) {
            self.copies.insert(to.to_owned(), from.to_owned());
        }
    }

    fn claim(&mut self, path: &str, by: &str, findings: &mut Diagnostics) -> bool {
        if let Some(name) = path.split('/').find(|name| name.len() > LONGEST_NAME) {
            findings.error(
                Path::new(by),
                0,
                format!("would be written to \"{name}\", a name too long for a file"),
                SHORTEN,
            );
            return false;
        }
        let key: String = path.to_lowercase().nfc().collect();
        if let Some(other) = self.claimed.get(&key) {
            let message = format!("would be written to {path}, the place of {other}");
            findings.error(Path::new(by), 0, message, RENAME);
            return false;
        }
        self.claimed.insert(key, by.to_owned());
        true
    }

    /// A path cannot be both a file and a folder: says so, once all paths are claimed.
    pub(super) fn check_folders(&self, findings: &mut Diagnostics) {
        let mut told = BTreeSet::new();
        for (path, by) in &self.claimed {
            for (slash, _) in path.match_indices('/') {
                let folder = &path[..slash];
                if let Some(file) = self.claimed.get(folder).filter(|_| told.insert(folder)) {
                    let message = format!("would be written to {folder}, a folder with {by} in it");
                    findings.error(Path::new(file), 0, message, RENAME);
                }
            }
        }
    }

    /// Writes everything.
    pub(super) fn write(&self, site: &Arc<Site>, shell: &Shell, library: &Library) -> Result<(), Failure> {
        let document = |page| {
            let tags = head::tags(site, library, &page);
            html::document(site, shell, &tags, &page)
        };
        library.routes().par_iter().try_for_each(|route| {
            let page = pages::page(site, library, route);
            let json = serde_json::to_vec(&page).expect("strings, numbers and lists always serialise");
            self.file(&(route.path() + "index.json"), &json)?;
            self.file(&(route.path() + "index.html"), document(page).as_bytes())
        })?;
        self.file("404.html", document(pages::page(site, library, &Route::NotFound)).as_bytes())?;
        self.sides.par_iter().try_for_each(|(path, side)| self.file(path, &side.bytes(site, library)))?;
        // Without this file, GitHub Pages leaves out what begins with an underscore.
        self.file(".nojekyll", b"")?;
        self.copies.par_iter().try_for_each(|(to, from)| {
            let path = self.place(to)?;
            // A film may be longer than the memory: it goes through in pieces.
            let mut source = File::open(from).map_err(Failure::io(from))?;
            let mut copy = File::create(&path).map_err(Failure::io(&path))?;
            std::io::copy(&mut source, &mut copy).map(drop).map_err(Failure::io(&path))
        })
    }

    /// Writes a file, by its path below the folder.
    pub(super) fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.place(path)?;
        std::fs::write(&path, bytes).map_err(Failure::io(&path))
    }

    /// Where a path is in the folder, which is made ready for it.
    fn place(&self, path: &str) -> Result<PathBuf, Failure> {
        let path = self.folder.join(path);
        let folder = path.parent().unwrap_or(&self.folder);
        std::fs::create_dir_all(folder).map_err(Failure::io(folder))?;
        Ok(path)
    }
}
