//! Files that are copied as they are: `public/`, the app, and what posts refer to.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::document::editor::is_of_editor;
use crate::bundle::address::OutputPath;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::boundary::PUBLIC;
use crate::bundle::input::own_files;
use crate::bundle::options::Options;

/// The `link` tags for the owner's files in the head of every page, if the files exist.
pub(crate) fn links(root: &Path, base: &str) -> String {
    let files = [("favicon.svg", "icon"), ("owner.css", "stylesheet")];
    let there = files.iter().filter(|(file, _)| root.join(PUBLIC).join(file).is_file());
    there.map(|(file, rel)| format!("\n<link rel=\"{rel}\" href=\"{base}{file}\">")).collect()
}

pub(crate) struct CopiedFile {
    pub(crate) from: PathBuf,
    /// Its path in findings.
    pub(crate) shown: PathBuf,
    /// Its path on the site.
    pub(crate) to: OutputPath,
}

/// Every file that is copied: what posts refer to, `public/`, and the app unless it is where the site is written. `editor`:
/// whether that of the editor is, too.
pub(crate) fn files<'a>(
    options: &Options,
    editor: bool,
    assets: impl Iterator<Item = &'a (PathBuf, OutputPath)>,
    findings: &mut Diagnostics,
) -> Vec<CopiedFile> {
    let Options { root, shell, out, .. } = options;
    let asset = |(file, path): &(PathBuf, OutputPath)| CopiedFile {
        from: file.clone(),
        shown: file.strip_prefix(root).unwrap_or(file).to_owned(),
        to: path.clone(),
    };
    let mut files: Vec<_> = assets.map(asset).collect();
    for file in own_files::files(root, PUBLIC, findings) {
        let to = OutputPath::of(file.path().strip_prefix(root.join(PUBLIC)).unwrap_or(file.path()));
        files.push(CopiedFile { from: file.path().to_owned(), shown: to.within(Path::new(PUBLIC)), to });
    }
    if out != shell {
        for file in of_shell(shell, findings).into_iter().filter(|file| !file.ends_with("index.html")) {
            let to = OutputPath::of(file.strip_prefix(shell).unwrap_or(&file));
            if editor || !is_of_editor(&to) {
                files.push(CopiedFile { shown: file.clone(), from: file, to });
            }
        }
    }
    files
}

/// The files of the app, in the order of their names. A missing folder has none.
fn of_shell(folder: &Path, findings: &mut Diagnostics) -> Vec<PathBuf> {
    let mut files = Vec::new();
    if !folder.exists() {
        return files;
    }
    for entry in WalkDir::new(folder).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => findings.error(folder, 0, format!("cannot be read: {error}"), "build it again"),
        }
    }
    files
}
