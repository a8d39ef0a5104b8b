//! The files that texts may refer to: those on the disk or, in the browser, those of a list.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::boundary::Boundary;
use crate::bundle::collected::collected;
use crate::bundle::composed;

/// The files of a site.
pub(crate) enum SiteFiles {
    /// Those in a folder.
    Disk(PathBuf, Boundary),
    /// Those of a list, all of which may be published, by their paths in NFC.
    List(BTreeMap<PathBuf, PathBuf>),
}

impl SiteFiles {
    /// The files in a folder.
    pub(crate) fn of(root: &Path) -> Self {
        Self::Disk(root.to_owned(), Boundary::of(root))
    }

    /// The files at these paths, relative to the site's folder.
    pub(crate) fn listed<'a>(paths: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(collected(paths.into_iter().map(|path| (composed::path(Path::new(path)), PathBuf::from(path)))))
    }

    /// The site's folder; empty for a list.
    pub(crate) fn root(&self) -> &Path {
        match self {
            Self::Disk(root, _) => root,
            Self::List(_) => Path::new(""),
        }
    }

    /// The path of a file below a folder of the site as it is written there, if the file exists.
    pub(crate) fn find(&self, folder: &Path, file: &Path) -> Option<PathBuf> {
        match self {
            Self::Disk(root, _) => composed::on_disk(&root.join(folder), file),
            Self::List(files) => {
                let found = files.get(&composed::path(&folder.join(file)))?;
                found.strip_prefix(folder).ok().map(Path::to_owned)
            }
        }
    }

    /// Whether a file, given with the site's folder, may be published.
    pub(crate) fn is_publishable(&self, file: &Path) -> bool {
        match self {
            Self::Disk(_, boundary) => boundary.publishable(file).is_some(),
            Self::List(_) => true,
        }
    }
}
