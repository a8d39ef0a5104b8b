//! The output at each path of the site. Every path has one owner.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::copied::{self, CopiedFile};
use super::generated::{self, GeneratedFile};
use super::{offline, write};
use crate::bundle::address::OutputPath;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::library::Library;
use crate::bundle::options::Options;
use crate::content::{Route, SEARCH};
use crate::view::contract::files::PAGE_DATA;

/// The paths of the site.
#[derive(Default)]
pub(crate) struct OutputPaths {
    /// The owner of each path. Keys are in lower case and NFC, because some file systems distinguish no more.
    claimed: BTreeMap<String, String>,
    pieces: BTreeMap<OutputPath, Output>,
}

/// The output at a path.
#[derive(Clone, Debug)]
pub(crate) enum Output {
    /// The HTML document of a page.
    Document(Route),
    /// The data of a page.
    Data(Route),
    GeneratedFile(GeneratedFile),
    Offline(offline::OfflineFile),
    Write(write::WriteFile),
    /// What the editor prepares texts with.
    SiteIndex,
    /// The grammar of a language of code, for the editor.
    Grammar(String),
    /// The whole style of the pages.
    Style,
    /// The script that starts the program.
    Start,
    /// The script that readers need for what they do with a text.
    Reader,
    Copy(PathBuf),
}

/// In bytes, as file systems allow it.
const LONGEST_NAME: usize = 255;
const SHORTEN: &str = "shorten the name of the file or post it is made from";
const RENAME: &str = "rename one of the two";

/// Whether an output redirects from the address of its own page in another case. It cannot be written where the file
/// system does not tell the two apart, and is not needed there.
pub(crate) fn is_spelling(path: &OutputPath, piece: &Output) -> bool {
    match piece {
        Output::GeneratedFile(GeneratedFile::Alias(route)) => {
            path.is_spelling_of(&OutputPath::served_at(&route.path()))
        }
        _ => false,
    }
}

impl OutputPaths {
    /// Gives every path its owner. A path that two outputs need is an error.
    pub(crate) fn new(options: &Options, library: &Library, findings: &mut Diagnostics) -> Self {
        let mut places = Self::default();
        for route in library.routes() {
            let page = format!("the page /{}", route.path());
            places.put(OutputPath::beside(&route, "index.html"), &page, Output::Document(route.clone()), findings);
            places.put(OutputPath::beside(&route, PAGE_DATA), &page, Output::Data(route), findings);
        }
        let missing = Output::Document(Route::NotFound);
        places.put(OutputPath::new(Route::NotFound.path()), "the page for missing addresses", missing, findings);
        let root = &options.root;
        let sides =
            generated::files(root, &library.index).into_iter().map(|(path, side)| (path, Output::GeneratedFile(side)));
        let parts =
            offline::files(root, library.index.offline).into_iter().map(|(path, part)| (path, Output::Offline(part)));
        let editor = write::files(options, &library.index).into_iter().map(|(path, file)| (path, Output::Write(file)));
        for (path, piece) in sides.chain(parts).chain(editor) {
            // An alias that spells the page's own address otherwise.
            if is_spelling(&path, &piece) {
                places.pieces.insert(path, piece);
                continue;
            }
            let owner = format!("the generated file /{path}");
            places.put(path, &owner, piece, findings);
        }
        places.claim(&OutputPath::new(SEARCH.to_owned() + "start.js"), "the generated search index", findings);
        for file in copied::files(options, library.index.write.is_some(), library.assets(), findings) {
            places.copy(file, findings);
        }
        places.check_folders(findings);
        places
    }

    /// Puts a copy of a file at a path.
    fn copy(&mut self, file: CopiedFile, findings: &mut Diagnostics) {
        let CopiedFile { from, shown, to } = file;
        if to.as_str().to_lowercase().starts_with(SEARCH) {
            let message = format!("would be written to {to}, in the folder of the generated search index");
            findings.error(&shown, 0, message, "give the folder another name");
            return;
        }
        let again = matches!(self.pieces.get(&to), Some(Output::Copy(source)) if *source == from);
        if !again {
            self.put(to, &shown.display().to_string(), Output::Copy(from), findings);
        }
    }

    pub(crate) fn put(&mut self, path: OutputPath, by: &str, piece: Output, findings: &mut Diagnostics) {
        if self.claim(&path, by, findings) {
            self.pieces.insert(path, piece);
        }
    }

    fn claim(&mut self, path: &OutputPath, by: &str, findings: &mut Diagnostics) -> bool {
        if let Some(name) = path.as_str().split('/').find(|name| name.len() > LONGEST_NAME) {
            let message = format!("would be written to \"{name}\", a name that is too long for a file");
            findings.error(Path::new(by), 0, message, SHORTEN);
            return false;
        }
        let lower = path.as_str().to_lowercase();
        let key = if lower.is_ascii() { lower } else { lower.nfc().collect() };
        if let Some(other) = self.claimed.get(&key) {
            let message = format!("would be written to {path}, the path of {other}");
            findings.error(Path::new(by), 0, message, RENAME);
            return false;
        }
        self.claimed.insert(key, by.to_owned());
        true
    }

    /// Reports paths that are both a file and a folder. All paths have to be claimed before.
    fn check_folders(&self, findings: &mut Diagnostics) {
        let mut told = BTreeSet::new();
        for (path, by) in &self.claimed {
            for (slash, _) in path.match_indices('/') {
                let folder = &path[..slash];
                if let Some(file) = self.claimed.get(folder)
                    && told.insert(folder)
                {
                    let message = format!("would be written to {folder}, a folder with {by} in it");
                    findings.error(Path::new(file), 0, message, RENAME);
                }
            }
        }
    }

    /// The output at a path.
    pub(crate) fn at(&self, path: &str) -> Option<&Output> {
        self.pieces.get(path)
    }

    /// Whether there is an output below a path.
    pub(crate) fn is_folder(&self, path: &str) -> bool {
        let folder = path.to_owned() + "/";
        self.pieces
            .range(OutputPath::new(&*folder)..)
            .next()
            .is_some_and(|(first, _)| first.as_str().starts_with(&folder))
    }

    /// Every path with its output, in the order of the paths.
    pub(crate) fn all(&self) -> Vec<(&OutputPath, &Output)> {
        self.pieces.iter().collect()
    }

    /// The paths of the files that are copied.
    pub(crate) fn copied(&self) -> impl Iterator<Item = &OutputPath> {
        self.copies().map(|(path, _)| path)
    }

    /// The files that are copied, each with its path.
    pub(crate) fn copies(&self) -> impl Iterator<Item = (&OutputPath, &Path)> {
        self.pieces.iter().filter_map(|(path, piece)| match piece {
            Output::Copy(from) => Some((path, from.as_path())),
            _ => None,
        })
    }
}
