//! Where a reference leads.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::broken_link::BrokenLink;
use crate::bundle::address::{Href, OutputPath};
use crate::content::Route;

/// Files to copy, each with its path on the site.
pub(crate) type Files = Vec<(PathBuf, OutputPath)>;

/// The files at former addresses, each with the page it redirects to.
pub(crate) type Aliases = BTreeMap<OutputPath, Route>;

/// The result of resolving a reference.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// No file of this site: another host, another program, or a fragment of the same page.
    Elsewhere,
    /// A page, or a generated file.
    Here(Href),
    /// A folder of `public/` with an `index.html`.
    Folder(Href),
    /// A file that is copied to this address.
    File(PathBuf, Href),
    /// A file of `public/`, which is copied to this address anyway.
    Public(PathBuf, Href),
    /// Nothing that is published.
    Nowhere(BrokenLink),
}
