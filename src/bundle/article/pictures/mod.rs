//! Pictures of posts: what browsers need before they load one, its size and smaller copies.

pub(crate) mod copies;
pub(crate) mod kind;
pub(crate) mod still;
pub(crate) mod svg;
pub(crate) mod weight;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::resolve::Resolver;
use super::resolve::place::{Files, Place};
use super::sanitise::{Address, Html, Rules, UrlKind};
use crate::bundle::address::OutputPath;
use crate::bundle::cache::Cache;
use crate::bundle::diagnostics::kind::Kind as FindingKind;
use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::diagnostics::progress::Progress;
use crate::bundle::input::config::content_security_policy::Resource;
use crate::bundle::input::post::Post;
use crate::content::Picture;
use kind::Kind;

pub(crate) use svg::{document as svg_document, text as svg_text};
pub(crate) use weight::too_heavy;

/// All picture files that posts show, by path.
pub(crate) struct Pictures(HashMap<PathBuf, Result<Made, BrokenPicture>>);

/// A measured picture, with its copies.
struct Made {
    /// In CSS pixels, with the orientation applied, like the height.
    width: u32,
    height: u32,
    /// The widest last.
    copies: Vec<Copy>,
}

/// A smaller copy, in WebP.
struct Copy {
    width: u32,
    /// Its file in the cache.
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
    fn alone(width: u32, height: u32) -> Self {
        Self { width, height, copies: Vec::new() }
    }
}

impl BrokenPicture {
    #[track_caller]
    fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { problem: Problem::new(message, remedy), kind: FindingKind::here() }
    }
}

impl Pictures {
    /// Measures the pictures of all posts and makes their copies, on all cores, each file once.
    pub(crate) fn new(root: &Path, posts: &[Post], resolver: &Resolver, rules: Rules<'_>) -> Self {
        let cache = Cache::of(root);
        let shown = |post: &Post| -> BTreeSet<(PathBuf, Kind)> { shown(post, resolver, rules).collect() };
        let files: BTreeSet<(PathBuf, Kind)> = posts.par_iter().flat_map_iter(shown).collect();
        let progress = Progress::new("pictures made", files.len());
        let made = |(file, kind): (PathBuf, Kind)| {
            let made = make(&file, kind, &cache);
            progress.step();
            (file, made)
        };
        Self(files.into_par_iter().map(made).collect())
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
        if copies.last().is_some_and(|(width, _)| *width < made.width.min(copies::WIDEST)) {
            copies.push((made.width, path.href().into()));
        }
        let picture = Picture { width: made.width, height: made.height, copies };
        Ok(Some((picture, placed.into_iter().map(|(_, file, path)| (file, path)).collect())))
    }
}

/// The picture files that a post shows.
fn shown(post: &Post, resolver: &Resolver, rules: Rules<'_>) -> impl Iterator<Item = (PathBuf, Kind)> {
    let images = post.anatomy.references.iter().filter(|reference| reference.image);
    let images = images.map(|reference| reference.written.clone());
    let shows = |address: &Address| address.kind == UrlKind::Load(Resource::Img);
    let in_html = Html::new(&post.anatomy.html, rules).addresses().into_iter().filter(shows);
    let all = images.chain(in_html.map(|address| address.written)).chain(post.cover.clone());
    all.filter_map(|written| match resolver.resolve(post, &written) {
        Place::File(file, _) | Place::Public(file, _) => Kind::of(&file).map(|kind| (file, kind)),
        Place::Elsewhere | Place::Here(_) | Place::Folder(_) | Place::Nowhere(_) => None,
    })
}

fn make(file: &Path, kind: Kind, cache: &Cache) -> Result<Made, BrokenPicture> {
    let unread = |error| BrokenPicture::new(format!("cannot be read: {error}"), "make the file readable");
    let bytes = std::fs::read(file).map_err(unread)?;
    kind.check(&bytes)?;
    match kind {
        Kind::Svg => svg::measure(&bytes),
        // A GIF may be animated, and an AVIF is already as small as its author could make it.
        Kind::Gif | Kind::Avif => still::measure(kind, &bytes).map(|(width, height)| Made::alone(width, height)),
        Kind::Jpeg | Kind::Png | Kind::Webp => copies::make(kind, &bytes, cache),
    }
}
