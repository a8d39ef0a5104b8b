//! Warns of syntax of other engines that is not supported here: readers would see it as written.

pub(crate) mod braces;
pub(crate) mod components;
pub(crate) mod formulas;
pub(crate) mod found;
pub(crate) mod kind;
pub(crate) mod lines;
pub(crate) mod modules;
pub(crate) mod prose;
pub(crate) mod reach;
pub(crate) mod recognise;
pub(crate) mod remedy;
pub(crate) mod signs;

use std::collections::BTreeMap;
use std::fmt::Write as _;

#[cfg(not(target_arch = "wasm32"))]
use rayon::prelude::*;

use crate::bundle::diagnostics::kind::Kind as FindingKind;
use crate::bundle::diagnostics::location::Location;
use crate::bundle::diagnostics::{Diagnostics, Severity};
use crate::bundle::input::post::Post;
#[cfg(not(target_arch = "wasm32"))]
use crate::bundle::key::Key;
#[cfg(not(target_arch = "wasm32"))]
use crate::bundle::library::Library;
#[cfg(not(target_arch = "wasm32"))]
use crate::bundle::remembered::Remembered;
use found::Found;
use kind::Kind;
use recognise::find;

/// How many locations a finding names.
const PLACES: usize = 3;

/// Finds it in all texts, on all cores.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn find_all<'p>(library: &'p Library, known: &Remembered<Vec<Found>>) -> Vec<(&'p Post, Vec<Found>)> {
    let found = |post: &Post| {
        let inputs = || Key::new("syntax", &[post.body.as_bytes(), format!("{:?}", post.dialect).as_bytes()]);
        known.get_or(inputs, || find(&post.body, post.dialect), |_| true)
    };
    library.entries.par_iter().map(|(post, _)| (post, found(post))).collect()
}

/// Finds it in one text.
pub(crate) fn find_in(post: &Post) -> Vec<(&Post, Vec<Found>)> {
    vec![(post, find(&post.body, post.dialect))]
}

/// Warns of each kind and name once for the whole site, at its first location; and separately for drafts.
pub(crate) fn check(posts: &[(&Post, Vec<Found>)], findings: &mut Diagnostics) {
    let mut places: BTreeMap<(bool, Kind, &str), Vec<_>> = BTreeMap::new();
    let mut sorted: Vec<_> = posts.iter().filter(|(_, found)| !found.is_empty()).collect();
    sorted.sort_by_key(|(post, _)| &post.source);
    for (post, found) in sorted {
        let lines = post.lines();
        for Found { kind, name, span } in found {
            let place = (&post.source.path, lines.location(span));
            places.entry((post.draft, *kind, name)).or_default().push(place);
        }
    }
    for ((_, kind, name), places) in places {
        let Some(&(path, location)) = places.first() else { continue };
        let mut message = format!("{} is {}, {}", kind.written(name), kind.what(), kind.shown());
        if places.len() > 1 {
            let mut files: Vec<_> = places.iter().map(|(path, _)| path).collect();
            files.dedup();
            let texts = if files.len() == 1 { "1 text" } else { &format!("{} texts", files.len()) };
            let _ = write!(message, " ({} times in {texts}", places.len());
            for (index, (path, Location { line, .. })) in places.iter().enumerate().skip(1).take(PLACES - 1) {
                let before = if index == 1 { ": also " } else { ", " };
                let line = line.map_or(0, usize::from);
                let _ = write!(message, "{before}{}:{line}", path.display());
            }
            message.push_str(if places.len() > PLACES { " …)" } else { ")" });
        }
        let (severity, of) = (Severity::Warning, FindingKind::of(kind as usize));
        findings.add(severity, of, path, location, message, remedy::of(kind, name));
    }
}
