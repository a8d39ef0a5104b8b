//! Pictures of posts: what browsers need before they load one, its size and smaller copies.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod avatar;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod copies;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod kind;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod make;
pub(crate) mod named;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod still;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod svg;
pub(crate) mod weight;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::resolve::place::Files;
use crate::bundle::address::OutputPath;
use crate::bundle::diagnostics::kind::Kind as FindingKind;
use crate::bundle::diagnostics::problem::Problem;
use crate::content::Picture;
use weight::too_heavy;

/// Maximum width of a copy in pixels: the column has at most 748 CSS pixels, and few screens three device pixels for
/// each.
const WIDEST: u32 = 2000;

/// All picture files that posts show, by path.
pub(crate) struct Pictures(HashMap<PathBuf, Result<Made, BrokenPicture>>);

/// A measured picture, with its copies.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Made {
    /// In CSS pixels, with the orientation applied, like the height.
    width: u32,
    height: u32,
    /// Of its file.
    bytes: u64,
    /// The widest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    copies: Vec<Copy>,
}

/// A smaller copy, in WebP.
#[derive(Clone, Serialize, Deserialize)]
struct Copy {
    width: u32,
    /// Its file in the cache.
    #[serde(skip)]
    file: PathBuf,
    /// A part of its URL that changes with the picture.
    hash: String,
}

/// A file that cannot be shown. The message continues its name.
#[derive(Clone, Debug)]
pub(crate) struct BrokenPicture {
    pub(crate) problem: Problem,
    pub(crate) kind: FindingKind,
}

impl Made {
    /// A picture that has no copies.
    pub(crate) fn alone(width: u32, height: u32, bytes: u64) -> Self {
        Self { width, height, bytes, copies: Vec::new() }
    }
}

impl BrokenPicture {
    #[track_caller]
    fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { problem: Problem::new(message, remedy), kind: FindingKind::here() }
    }
}

impl Pictures {
    /// Pictures that were measured before.
    pub(crate) fn known(pictures: impl Iterator<Item = (PathBuf, Made)>) -> Self {
        Self(pictures.map(|(file, made)| (file, Ok(made))).collect())
    }

    /// The pictures that can be shown, each with its path.
    pub(crate) fn shown(&self) -> impl Iterator<Item = (&Path, &Made)> {
        self.0.iter().filter_map(|(file, made)| Some((file.as_path(), made.as_ref().ok()?)))
    }

    /// The problem of a picture that is too large.
    pub(crate) fn too_heavy(&self, file: &Path) -> Option<BrokenPicture> {
        let made = self.0.get(file)?.as_ref().ok()?;
        too_heavy(made.bytes, !made.copies.is_empty())
    }

    /// The picture that is published at `path`, and its copies with their paths; `None` if it is not a picture, an error
    /// if it cannot be shown.
    pub(crate) fn place(&self, file: &Path, path: &OutputPath) -> Result<Option<(Picture, Files)>, &BrokenPicture> {
        let Some(made) = self.0.get(file) else { return Ok(None) };
        let made = made.as_ref()?;
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let place = |copy: &Copy| {
            let path = path.sibling(&format!("{stem}-{}-{}.webp", copy.width, copy.hash));
            (copy.width, copy.file.clone(), path)
        };
        let placed: Vec<_> = made.copies.iter().map(place).collect();
        let mut copies: Vec<_> = placed.iter().map(|(width, _, path)| (*width, path.href().into())).collect();
        // Without a copy at full resolution, the picture itself is a candidate too.
        if copies.last().is_some_and(|(width, _)| *width < made.width.min(WIDEST)) {
            copies.push((made.width, path.href().into()));
        }
        let picture = Picture { width: made.width, height: made.height, copies };
        Ok(Some((picture, placed.into_iter().map(|(_, file, path)| (file, path)).collect())))
    }
}
