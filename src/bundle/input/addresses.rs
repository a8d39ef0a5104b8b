//! Gives each post an address of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::checked::MAX_SLUG_BYTES;
use super::config::Config;
use super::post::Post;
use super::slugify::slugify;
use crate::bundle::diagnostics::Diagnostics;
use crate::content::{Date, Route, Slug};

/// The addresses that are taken, each with the file of its post. Slugs are in lower case, so that addresses that differ
/// only in case are found too.
type Taken = BTreeMap<Route, PathBuf>;

/// Gives each post an address of its own, with a warning for each that is changed.
///
/// Of posts with one slug, one whose author wrote it keeps it, else the first by date, then by path. The others get
/// their language or their date added. Drafts come last, so that a published post has the same address whether drafts
/// are shown or not. Two authors' slugs are an error; with `lenient`, the later post is left out.
pub(super) fn one_address_each(posts: &mut Vec<Post>, config: &Config, lenient: bool, findings: &mut Diagnostics) {
    posts.sort_by(|a, b| rank(a).cmp(&rank(b)));
    let first_draft = posts.partition_point(|post| !post.draft);
    let mut taken = Taken::new();
    let mut left_out = BTreeSet::new();
    let (published, drafts) = posts.split_at_mut(first_draft);
    for group in [published, drafts] {
        // A post that has an address to itself keeps it, so all of them come before those that have to change theirs.
        let later: Vec<&mut Post> = group.iter_mut().filter_map(|post| refused(post, &mut taken)).collect();
        for post in later {
            if !add_to_slug(post, config, &mut taken, findings) {
                report(post, &taken, lenient, findings);
                left_out.insert(post.source.path.clone());
            }
        }
    }
    if lenient {
        posts.retain(|post| !left_out.contains(&post.source.path));
    }
}

/// Gives a post an address that no other post has, as [`one_address_each`] does. `taken`: those of the others.
pub(crate) fn apart_from(
    post: &mut Post,
    taken: impl Iterator<Item = (Route, PathBuf)>,
    config: &Config,
    findings: &mut Diagnostics,
) {
    let mut taken: Taken = taken.collect();
    if let Some(post) = refused(post, &mut taken)
        && !add_to_slug(post, config, &mut taken, findings)
    {
        report(post, &taken, false, findings);
    }
}

/// The order in which posts take their addresses.
fn rank(post: &Post) -> impl Ord + use<'_> {
    (post.draft, !post.has_own_slug, post.date().map(|date| date.order()), &post.source.path)
}

/// Takes the address of a post. The post, if another has it.
fn refused<'p>(post: &'p mut Post, taken: &mut Taken) -> Option<&'p mut Post> {
    let route = post.route();
    if taken.contains_key(&route) {
        return Some(post);
    }
    taken.insert(route, post.source.path.clone());
    None
}

/// Adds the language or the date of a post to its slug, so that its address is free. `false` if its author wrote the
/// slug, or if no such address is free.
fn add_to_slug(post: &mut Post, config: &Config, taken: &mut Taken, findings: &mut Diagnostics) -> bool {
    if post.has_own_slug {
        return false;
    }
    let permalink = config.permalink_in(post.source.top()).into_owned();
    let short = longer_slugs(post).into_iter().filter(|slug| slug.as_str().len() <= MAX_SLUG_BYTES);
    let mut routes = short.filter_map(|slug| post.kind.route(&slug, &permalink).map(|route| (slug, route)));
    let Some((slug, own)) = routes.find(|(_, route)| !taken.contains_key(route)) else { return false };
    let route = post.route();
    let first = owner(taken, &route);
    (post.slug, post.route) = (slug, own.clone());
    let message =
        format!("{} has the address /{} already, so this text is at /{}", first.display(), route.path(), own.path());
    let line = post.how_to_write("slug", &format!("\"{}\"", post.slug));
    findings.warning(&post.source.path, post.location_of("slug"), message, format!("{line}to keep it there"));
    taken.insert(own, post.source.path.clone());
    true
}

/// The slug of a post with its language, its year, its month and its day, in this order. A page has only the language.
fn longer_slugs(post: &Post) -> Vec<Slug> {
    let slug = post.slug.as_str();
    let language = post.source.language.as_ref().map(|language| format!("-{}", language.to_lowercase()));
    let language = language.filter(|ending| !slug.ends_with(ending));
    // The day as written: another time zone of the site does not change an address.
    let day = post.date().filter(|_| !post.is_page()).map(|date| date.written);
    language
        .into_iter()
        .chain(day.map(endings).into_iter().flatten())
        .filter_map(|end| slugify(&(slug.to_owned() + &end)))
        .collect()
}

fn endings(day: Date) -> [String; 3] {
    let (year, month, day) = (day.year(), day.month(), day.day());
    [format!("-{year:04}"), format!("-{year:04}-{month:02}"), format!("-{year:04}-{month:02}-{day:02}")]
}

fn report(post: &Post, taken: &Taken, lenient: bool, findings: &mut Diagnostics) {
    let route = post.route();
    let left_out = if lenient { "left out: " } else { "" };
    let message = format!("{left_out}{} has the address /{} already", owner(taken, &route).display(), route.path());
    let at = post.location_of("slug");
    findings.mistake(lenient, &post.source.path, at, message, "give one of them another slug");
}

fn owner<'t>(taken: &'t Taken, route: &Route) -> &'t Path {
    taken.get(route).map(PathBuf::as_path).unwrap_or(Path::new(""))
}
