//! Finds the pictures that posts show, and measures them. Native only.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::copies::{COLUMN, PORTRAIT, Widths};
use super::named::Kind;
use super::{BrokenPicture, Made, Pictures, copies, still, svg};
use crate::bundle::article::resolve::Resolver;
use crate::bundle::article::resolve::place::Place;
use crate::bundle::article::sanitise::{Address, Html, Rules, UrlKind};
use crate::bundle::cache::Cache;
use crate::bundle::diagnostics::progress::Progress;
use crate::bundle::input::config::content_security_policy::Resource;
use crate::bundle::input::post::Post;

/// Measures the pictures of all posts and makes their copies, on all cores, each file once.
pub(crate) fn all(root: &Path, posts: &[Post], resolver: &Resolver, rules: Rules<'_>) -> Pictures {
    let cache = Cache::of(root);
    let shown = |post: &Post| -> BTreeSet<(PathBuf, Kind)> { shown(post, resolver, rules).collect() };
    let files: BTreeSet<(PathBuf, Kind)> = posts.par_iter().flat_map_iter(shown).collect();
    let progress = Progress::new("pictures made", files.len());
    let made = |(file, kind): (PathBuf, Kind)| {
        let made = make(&file, kind, &COLUMN, &cache);
        progress.step();
        (file, made)
    };
    Pictures(files.into_par_iter().map(made).collect())
}

/// Measures a portrait and makes its copies. `None` if the file is not a picture.
pub(crate) fn portrait(root: &Path, file: &Path) -> Option<Pictures> {
    let made = make(file, Kind::of(file)?, &PORTRAIT, &Cache::of(root));
    Some(Pictures([(file.to_owned(), made)].into()))
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

fn make(file: &Path, kind: Kind, widths: &Widths, cache: &Cache) -> Result<Made, BrokenPicture> {
    let unread = |error| BrokenPicture::new(format!("cannot be read: {error}"), "make the file readable");
    let bytes = std::fs::read(file).map_err(unread)?;
    kind.check(&bytes)?;
    match kind {
        Kind::Svg => svg::measure(&bytes),
        // A GIF may be animated, and an AVIF is already as small as its author could make it.
        Kind::Gif | Kind::Avif => {
            still::measure(kind, &bytes).map(|(width, height)| Made::alone(width, height, bytes.len() as u64))
        }
        Kind::Jpeg | Kind::Png | Kind::Webp => copies::make(kind, &bytes, widths, cache),
    }
}
