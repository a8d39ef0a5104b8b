//! The folder of an old site. It is only read.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::data::{Data, Form};
use super::literals::Literals;
use super::notes::Open;
use crate::bundle::is_leftover;

/// Folders that other programs fill. None of them has sources of a site.
const FOREIGN: [&str; 5] = ["node_modules", "bower_components", "vendor", "_site", "__pycache__"];

/// Folders whose name begins with a dot, and that an engine reads.
const DOTTED: [&str; 3] = [".vitepress", ".obsidian", WELL_KNOWN];

/// The only such folder that is published (RFC 8615).
const WELL_KNOWN: &str = ".well-known";

/// In bytes. No text that a person wrote is longer; a page may have a fraction of it.
const MAX_BYTES: u64 = 16 << 20;

/// The files of a folder.
#[derive(Debug)]
pub(crate) struct Folder {
    /// Where it is.
    pub(super) root: PathBuf,
    /// The files below it, relative to it, in the order of their paths.
    pub(super) files: Vec<PathBuf>,
}

impl Folder {
    /// Lists the files of a folder. Symbolic links are not followed: what they lead to may not be the author's.
    pub(super) fn new(root: &Path) -> Self {
        let open = |entry: &walkdir::DirEntry| {
            let name = entry.file_name().to_string_lossy();
            let is_folder = entry.file_type().is_dir();
            let foreign = is_folder && FOREIGN.contains(&&*name);
            let hidden = is_folder && name.starts_with('.') && !DOTTED.contains(&&*name);
            entry.depth() == 0 || !foreign && !hidden && !is_leftover(entry.file_name(), is_folder)
        };
        let walk = WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(open).flatten();
        let files = walk.filter(|entry| entry.file_type().is_file());
        let mut files: Vec<PathBuf> =
            files.filter_map(|entry| Some(entry.path().strip_prefix(root).ok()?.to_owned())).collect();
        files.sort();
        Self { root: root.to_owned(), files }
    }

    /// Only the files below some folders of a folder.
    pub(super) fn of_parts(root: &Path, folders: &[&str]) -> Self {
        let below = |name: &&str| {
            let files = Self::new(&root.join(name)).files.into_iter();
            files.map(|path| Path::new(name).join(path)).collect::<Vec<_>>()
        };
        let mut files: Vec<PathBuf> = folders.iter().flat_map(below).collect();
        files.sort();
        Self { root: root.to_owned(), files }
    }

    /// Whether it has a file at this path.
    pub(super) fn has(&self, path: impl AsRef<Path>) -> bool {
        self.files.binary_search_by(|file| file.as_path().cmp(path.as_ref())).is_ok()
    }

    /// Whether it has a folder at this path, with a file in it.
    pub(super) fn has_folder(&self, path: &str) -> bool {
        self.below(path).next().is_some()
    }

    /// The files below a folder of it, which may be `""` for all.
    pub(super) fn below<'f>(&'f self, folder: &str) -> impl Iterator<Item = &'f Path> + use<'f> {
        let folder = PathBuf::from(folder);
        let start = self.files.partition_point(|file| file.as_path() < folder.as_path());
        let files = self.files[start..].iter().map(PathBuf::as_path);
        files.take_while(move |file| file.starts_with(&folder))
    }

    /// The first of some paths that it has a file at.
    pub(super) fn first<'p>(&self, paths: &[&'p str]) -> Option<&'p str> {
        paths.iter().copied().find(|path| self.has(path))
    }

    /// The text of a file. `None`, and what to do about it, if it is no text.
    pub(super) fn read(&self, path: &Path) -> Result<String, Open> {
        let open = |message: String, remedy: &str| Open { line: 1, message, remedy: remedy.to_owned() };
        let mut bytes = Vec::new();
        File::open(self.root.join(path))
            .and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
            .map_err(|error| open(format!("cannot be read: {error}"), "make the file readable, and import again"))?;
        if bytes.len() as u64 > MAX_BYTES {
            let message = format!("is longer than {} MB, and is not read", MAX_BYTES >> 20);
            return Err(open(message, "split it into several files, and import again"));
        }
        let text = String::from_utf8(bytes)
            .map_err(|_| open("this is not UTF-8".to_owned(), "save the file as UTF-8, and import again"))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
        // In files of old Macs, every line ends with this character alone.
        Ok(if text.contains('\n') { text } else { text.replace('\r', "\n") })
    }

    /// The values of a file of TOML, YAML or JSON; empty, and a note, if it cannot be read.
    pub(super) fn data(&self, path: &Path, open: &mut Vec<(PathBuf, Open)>) -> Data {
        let parsed = self.read(path).and_then(|text| {
            let form = Form::of(path).unwrap_or(Form::Yaml);
            Data::parse(&text, form, 1).map_err(|(line, message)| Open {
                line,
                message,
                remedy: "correct it, and import again: its settings are not taken over".to_owned(),
            })
        });
        parsed.map_err(|note| open.push((path.to_owned(), note))).unwrap_or_default()
    }

    /// The literals of all of some files of code.
    pub(super) fn all_literals(&self, paths: &[&str]) -> Literals {
        let there = paths.iter().map(Path::new).filter(|path| self.has(path));
        let texts: Vec<String> = there.filter_map(|path| self.read(path).ok()).collect();
        Literals::read(&texts.join("\n;\n"))
    }

    /// The literals of the first of some files of code.
    pub(super) fn literals(&self, paths: &[&str]) -> Literals {
        let text = self.first(paths).and_then(|path| self.read(Path::new(path)).ok());
        text.map(|text| Literals::read(&text)).unwrap_or_default()
    }
}

/// Whether a file may be published. One whose name begins with a dot has settings, and may have passwords.
pub(super) fn is_public(path: &Path) -> bool {
    path.iter().all(|name| !name.to_string_lossy().starts_with('.') || name == WELL_KNOWN)
}

/// Whether a file is a text: Markdown or MDX.
pub(super) fn is_text(path: &Path) -> bool {
    let endings = ["md", "markdown", "mkd", "mkdown", "mdown", "mdx", "qmd"];
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a file is HTML.
pub(super) fn is_html(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["html", "htm"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// A path with `/` between its names, whatever the system.
pub(super) fn slashed(path: &Path) -> String {
    path.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/")
}
