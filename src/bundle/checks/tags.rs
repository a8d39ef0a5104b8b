//! Warns of tags that only one post has: misspelled ones, and those that no later post uses.

use strsim::damerau_levenshtein;

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;
#[cfg(not(target_arch = "wasm32"))]
use crate::bundle::library::Library;
use crate::content::Tag;

/// The number of newer posts without a tag before it is reported: each tag starts on one post.
const PATIENCE: usize = 10;
/// In characters. Shorter words are often one letter apart and mean different things.
const LONG: usize = 6;

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn check(library: &Library, findings: &mut Diagnostics) {
    let day = |post: &Post| post.date().map(|date| date.day);
    let mut days: Vec<_> =
        library.entries.iter().filter(|(post, _)| post.is_listed()).map(|(post, _)| day(post)).collect();
    days.sort();
    for (tag, posts) in library.tags() {
        let &[index] = posts.as_slice() else { continue };
        let post = &library.entries[index].0;
        // Not by the order of the library, in which the texts of collections come after all posts.
        let newer = days.len() - days.partition_point(|other| *other <= day(post));
        let others = library.tags().filter(|(_, posts)| posts.len() > 1).map(|(other, _)| other);
        alone(post, tag, newer, others, findings);
    }
}

/// Checks a tag that no other post has. `newer`: how many posts are newer. `others`: the tags of several posts.
pub(crate) fn alone<'t>(
    post: &Post,
    tag: &Tag,
    newer: usize,
    mut others: impl Iterator<Item = &'t Tag>,
    findings: &mut Diagnostics,
) {
    let (path, at) = (&post.source.path, post.location_of_item("tags", &tag.name));
    if let Some(meant) = others.find(|other| are_alike(tag, other)) {
        let message = format!("only this post has the tag \"{}\"; others have \"{}\"", tag.name, meant.name);
        findings.warning(path, at, message, format!("write \"{}\" if it is the same tag", meant.name));
    } else if newer >= PATIENCE {
        let message = format!("only this post has the tag \"{}\", and {newer} newer posts do not", tag.name);
        findings.warning(path, at, message, "remove it, or add it to other posts that it fits");
    }
}

/// Whether two tags are one word in two spellings: a plural, a hyphen, a typing error.
fn are_alike(one: &Tag, other: &Tag) -> bool {
    let plain = |tag: &Tag| tag.slug.as_str().replace('-', "").to_lowercase();
    let (one, other) = (plain(one), plain(other));
    let plural = |one: &str, other: &str| other.strip_prefix(one).is_some_and(|end| matches!(end, "s" | "es"));
    let slip = || {
        let long = one.chars().count().min(other.chars().count()) >= LONG;
        // React and Preact are different words, and so are python2 and python3.
        let same_start = one.chars().next() == other.chars().next();
        let counted = [&one, &other].iter().any(|word| word.contains(|c: char| c.is_numeric()));
        long && same_start && !counted && damerau_levenshtein(&one, &other) == 1
    };
    one == other || plural(&one, &other) || plural(&other, &one) || slip()
}
