//! The `id` of each heading: that of its text by a rule, with a number if it is taken.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::id_rules;
use crate::bundle::composed;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::LineIndex;
use crate::bundle::input::config::heading_ids::HeadingIds;
use crate::bundle::input::post::Post;
use crate::content::Heading;
use crate::markdown;

/// The ids that the page itself uses.
pub(crate) use crate::view::IDS as RESERVED;

/// The headings of a text with their ids, and the ids chosen by the author that are taken, each with the byte range of
/// its heading. `words` are what ids are derived from, if not from the texts of the headings; `elsewhere` are the ids of
/// other elements.
pub(crate) fn headings(
    ids: HeadingIds,
    outline: &[markdown::Heading],
    words: Option<&[String]>,
    elsewhere: &HashSet<String>,
) -> (Vec<Heading>, Vec<(String, Range<usize>)>) {
    let mut taken: HashSet<String> =
        RESERVED.iter().map(ToString::to_string).chain(elsewhere.iter().cloned()).collect();
    let mut twice = Vec::new();
    // Ids chosen by the author come first, so that links to them stay valid.
    for heading in outline {
        if let Some(id) = heading.id.as_deref().map(composed::text)
            && (is_footnote(&id) || !taken.insert(id.clone()))
        {
            twice.push((id, heading.span.clone()));
        }
    }
    let mut next = HashMap::new();
    let heading = |(index, heading): (usize, &markdown::Heading)| {
        let words = words.and_then(|words| words.get(index)).unwrap_or(&heading.text);
        let id = heading.id.as_deref().map(composed::text);
        let id = id.unwrap_or_else(|| free(id_rules::id(ids, words), &mut taken, &mut next));
        Heading { level: heading.level, id, text: heading.text.clone() }
    };
    (outline.iter().enumerate().map(heading).collect(), twice)
}

/// Tells of ids that an author gave twice.
pub(crate) fn report(
    twice: Vec<(String, Range<usize>)>,
    post: &Post,
    lines: &LineIndex<'_>,
    findings: &mut Diagnostics,
) {
    for (id, span) in twice {
        let remedy = format!("give this heading another id than {{#{id}}}");
        // At the end of the heading, in braces.
        let start = post.body[span.clone()].rfind(&id).map_or(span.start, |at| span.start + at);
        let at = lines.location(&(start..span.end.min(start + id.len())));
        findings.error(&post.source.path, at, format!("the id \"{id}\" is taken"), remedy);
    }
}

/// The id that is not taken: a slug, or the first of `slug-1`, `slug-2` and so on, as in all engines. `next` has the number to continue with, so that ten thousand headings of one name take linear time.
fn free(slug: String, taken: &mut HashSet<String>, next: &mut HashMap<String, usize>) -> String {
    let slug = if is_footnote(&slug) { format!("section-{slug}") } else { slug };
    let number = next.entry(slug.clone()).or_default();
    loop {
        let id = if *number == 0 { slug.clone() } else { format!("{slug}-{number}") };
        *number += 1;
        if taken.insert(id.clone()) {
            return id;
        }
    }
}

/// Whether the page itself uses an id.
pub(crate) fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id) || is_footnote(id)
}

/// Footnotes have ids of the form `fn-1` and `fnref-1`.
fn is_footnote(id: &str) -> bool {
    id.starts_with("fn-") || id.starts_with("fnref-")
}
