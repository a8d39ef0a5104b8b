//! Warns of tags and categories that only one post has: misspelled ones, and those that no later post uses.

use strsim::damerau_levenshtein;

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;
#[cfg(not(target_arch = "wasm32"))]
use crate::bundle::library::Library;
use crate::bundle::taxonomy::Taxonomy;
use crate::content::Tag;

/// The number of newer posts without a name before it is reported: each starts on one post.
const PATIENCE: usize = 10;
/// In characters. Shorter words are often one letter apart and mean different things.
const LONG: usize = 6;

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn check(library: &Library, findings: &mut Diagnostics) {
    let day = |post: &Post| post.date().map(|date| date.day);
    let mut days: Vec<_> =
        library.entries.iter().filter(|(post, _)| post.is_listed()).map(|(post, _)| day(post)).collect();
    days.sort();
    let lists = &library.index.lists;
    for (taxonomy, list) in
        Taxonomy::ALL.into_iter().flat_map(|taxonomy| lists.terms_of(taxonomy).map(move |list| (taxonomy, list)))
    {
        let &[index] = list.posts.as_slice() else { continue };
        let post = &library.entries[index].0;
        // Not by the order of the library, in which the texts of collections come after all posts.
        let newer = days.len() - days.partition_point(|other| *other <= day(post));
        let others = lists.terms_of(taxonomy).filter(|list| list.posts.len() > 1).map(|list| &list.term);
        alone((post, taxonomy), &list.term, newer, others, findings);
    }
}

/// Checks a name of a taxonomy that no other post has. `newer`: how many posts are newer. `others`: the names that several
/// posts have.
pub(crate) fn alone<'t>(
    (post, taxonomy): (&Post, Taxonomy),
    term: &Tag,
    newer: usize,
    mut others: impl Iterator<Item = &'t Tag>,
    findings: &mut Diagnostics,
) {
    let (path, at) = (&post.source.path, post.location_of_item(taxonomy.key(), &term.name));
    let (kind, name) = (taxonomy.name(), &term.name);
    if let Some(meant) = others.find(|other| are_alike(term, other)) {
        let message = format!("only this post has the {kind} \"{name}\"; others have \"{}\"", meant.name);
        findings.warning(path, at, message, format!("write \"{}\" if it is the same {kind}", meant.name));
    } else if newer >= PATIENCE {
        let message = format!("only this post has the {kind} \"{name}\", and {newer} newer posts do not");
        findings.warning(path, at, message, "remove it, or add it to other posts that it fits");
    }
}

/// Whether two names are one word in two spellings: a plural, a hyphen, a typing error.
fn are_alike(one: &Tag, other: &Tag) -> bool {
    let plain = |term: &Tag| term.slug.as_str().replace('-', "").to_lowercase();
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
