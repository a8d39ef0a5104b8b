//! Reads a request to save: its paths, its bytes, and that no two changes are of one file.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::file_path::{FilePath, folded};
use super::refused::Refused;
use super::text_folders::TextFolders;
use crate::content::write::{FileChange, SaveRequest};

/// A change whose paths are of files in the folders of texts.
#[derive(Debug)]
pub(super) enum Change {
    Write(Text),
    Delete { path: FilePath, base: String },
    Rename { path: FilePath, to: FilePath, base: String },
}

/// A file to write.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) path: FilePath,
    pub(super) base: Option<String>,
    pub(super) bytes: Vec<u8>,
}

/// Reads the body of a request.
pub(super) fn read(body: &[u8], folders: &TextFolders) -> Result<(Vec<Change>, String), Refused> {
    let request: SaveRequest = serde_json::from_slice(body).map_err(|error| {
        Refused::bad(
            format!("the request is not as expected: {error}"),
            "reload the page: the editor may be an older one",
        )
    })?;
    let changes: Vec<Change> = request.changes.into_iter().map(|one| change(one, folders)).collect::<Result<_, _>>()?;
    one_change_a_file(&changes)?;
    one_file_a_path(&changes)?;
    Ok((changes, request.message))
}

fn change(change: FileChange, folders: &TextFolders) -> Result<Change, Refused> {
    let parse = |path: &str| FilePath::parse(path, folders);
    Ok(match change {
        FileChange::Write { path, base, base64 } => {
            let path = parse(&path)?;
            let bytes = STANDARD.decode(base64).map_err(|error| {
                Refused::bad(format!("the bytes of {path} are no Base64: {error}"), "encode them as RFC 4648 says")
            })?;
            Change::Write(Text { path, base, bytes })
        }
        FileChange::Delete { path, base } => Change::Delete { path: parse(&path)?, base },
        FileChange::Rename { path, to, base } => Change::Rename { path: parse(&path)?, to: parse(&to)?, base },
    })
}

/// The order of the changes would matter otherwise. Only a file that is renamed may be written too, at its new path.
fn one_change_a_file(changes: &[Change]) -> Result<(), Refused> {
    let (mut paths, mut targets) = (BTreeSet::new(), BTreeSet::new());
    for change in changes {
        let is_first = match change {
            Change::Write(Text { path, .. }) | Change::Delete { path, .. } => paths.insert(path),
            Change::Rename { path, to, .. } => path != to && paths.insert(path) && targets.insert(to),
        };
        if !is_first {
            let path = change.path();
            let remedy = "send each file once: one change, with its last bytes";
            return Err(Refused::bad(format!("two changes are of {path}"), remedy));
        }
    }
    let order = "save the first change alone, and then the second";
    let taken = |change: &&Change| match change {
        Change::Delete { path, .. } | Change::Rename { path, .. } => targets.contains(path),
        Change::Write(_) => false,
    };
    match changes.iter().find(taken) {
        Some(change) => {
            Err(Refused::cannot(format!("{} is both removed and the new name of a file", change.path()), order))
        }
        None => Ok(()),
    }
}

/// Two new paths that some file system takes for one, or of which one is a folder of the other, cannot both be made.
fn one_file_a_path(changes: &[Change]) -> Result<(), Refused> {
    let paths: BTreeSet<&FilePath> = changes.iter().filter_map(Change::made).collect();
    let mut known: BTreeMap<String, (&str, bool)> = BTreeMap::new();
    for path in paths {
        let path = path.as_str();
        for (end, is_folder) in path.match_indices('/').map(|(end, _)| (end, true)).chain([(path.len(), false)]) {
            let place = (&path[..end], is_folder);
            let other = *known.entry(folded(place.0)).or_insert(place);
            if other != place {
                let message = format!("{} and {} cannot both be there", other.0, place.0);
                return Err(Refused::cannot(message, "choose another name for one of them"));
            }
        }
    }
    Ok(())
}

impl Change {
    /// The path of the file that is changed.
    pub(super) fn path(&self) -> &FilePath {
        match self {
            Self::Write(Text { path, .. }) | Self::Delete { path, .. } | Self::Rename { path, .. } => path,
        }
    }
    /// The new path of a file that is renamed.
    pub(super) fn to(&self) -> Option<&FilePath> {
        if let Self::Rename { to, .. } = self { Some(to) } else { None }
    }

    /// The path at which there is a file after the change.
    fn made(&self) -> Option<&FilePath> {
        match self {
            Self::Write(Text { path, .. }) | Self::Rename { to: path, .. } => Some(path),
            Self::Delete { .. } => None,
        }
    }
}
