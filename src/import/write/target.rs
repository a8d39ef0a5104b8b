//! What the destination of a link or a picture becomes, and how it is written.

use std::path::{Path, PathBuf};

use super::addresses::{encoded, relative};
use crate::import::folder::slashed;

/// What a destination becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A text, and a fragment.
    Text(usize, String),
    /// A file below `public/`, and a query or fragment.
    Public(PathBuf, String),
    /// A file in the folder of the text.
    Beside(PathBuf),
    /// Another address.
    Address(String),
    /// The address that a destination with an unknown scheme most likely means.
    Corrected(String),
    /// The full address of a page of the old site that is not imported.
    Old(String),
}

/// A file to be copied: where it is, relative to the source, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    pub(super) from: PathBuf,
    pub(super) to: Target,
}

/// A URL without query and fragment, and those.
pub(super) fn apart(url: &str) -> (&str, &str) {
    url.split_at(url.find(['?', '#']).unwrap_or(url.len()))
}

/// The fragment of what is behind a path. A query means nothing on a site of files.
pub(super) fn fragment(rest: &str) -> &str {
    rest.find('#').map_or("", |at| &rest[at..])
}

/// The kind of translation that is counted.
pub(super) fn kind(target: &Target) -> &'static str {
    match target {
        Target::Text(..) => "link to an old address or file → link to the new file",
        Target::Public(..) => "path of a file → its path in public/",
        Target::Beside(_) => "path of a file → its path beside the text",
        Target::Address(_) => "address of a list, a picture over http or a mail address → as this site has it",
        Target::Corrected(_) => "address with an unknown scheme → what it most likely means",
        Target::Old(_) => "link to a page that is not imported → its full old address",
    }
}

/// Writes a target as the destination of a link in a text.
pub(super) fn written(target: &Target, from: &Path, file_of: &dyn Fn(usize) -> PathBuf) -> String {
    match target {
        Target::Text(index, rest) => {
            let file = file_of(*index);
            let path = relative(from.parent().unwrap_or(Path::new("")), &file);
            let path = if file == from { slashed(Path::new(file.file_name().unwrap_or_default())) } else { path };
            let dot = if path.starts_with("..") { "" } else { "./" };
            format!("{dot}{}{}", encoded(&path), fragment(rest))
        }
        Target::Public(path, rest) => format!("/{}{rest}", encoded(&slashed(path))),
        Target::Beside(path) => format!("./{}", encoded(&slashed(path))),
        Target::Address(address) | Target::Corrected(address) | Target::Old(address) => address.clone(),
    }
}
