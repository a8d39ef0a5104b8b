//! What an engine derives the id of a heading from: its text, with typographic characters or without, or its source.

use crate::bundle::input::config::heading_ids::HeadingIds;
use crate::content::Dialect;
use crate::markdown::Heading;

/// What the ids of headings are derived from, in their order. `None` if that is their text as it is shown. `outline`
/// gives the same headings in another dialect.
pub(super) fn words(
    ids: HeadingIds,
    headings: &[Heading],
    body: &str,
    dialect: Dialect,
    outline: impl Fn(Dialect) -> Vec<Heading>,
) -> Option<Vec<String>> {
    // A dash made of `--` is in no id, but the two hyphens are. kramdown always makes one.
    let smart_punctuation = match ids {
        HeadingIds::Own => return None,
        HeadingIds::Hugo => return Some(headings.iter().map(|heading| source(heading, body).to_owned()).collect()),
        HeadingIds::Jekyll | HeadingIds::Kramdown => true,
        HeadingIds::GitHub | HeadingIds::VitePress | HeadingIds::Zola => false,
    };
    let other = Dialect { smart_punctuation, ..dialect };
    (other != dialect).then(|| outline(other).into_iter().map(|heading| heading.text).collect())
}

/// The source of a heading, with its markup and the destinations of links, as Goldmark takes it: without number signs,
/// attributes and all lines but the last.
fn source<'b>(heading: &'b Heading, body: &'b str) -> &'b str {
    let Some(whole) = body.get(heading.span.clone()).map(str::trim) else { return &heading.text };
    let line = if whole.starts_with('#') {
        let text = whole.trim_start_matches('#').trim();
        let open = text.trim_end_matches('#');
        // `# C#` has no closing sequence.
        if open.ends_with([' ', '\t']) { open.trim_end() } else { text }
    } else {
        // The last line is that of `===` or `---`. In a quotation, each has its sign.
        whole.lines().rev().nth(1).unwrap_or(whole).trim_start_matches(['>', ' ', '\t']).trim_end()
    };
    without_attributes(line)
}

/// A line without `{.class}` or `{key=value}` at its end. Headings with `{#id}` have no other id.
fn without_attributes(line: &str) -> &str {
    let attributes = |inside: &str| inside.starts_with('.') || inside.contains('=');
    match line.strip_suffix('}').and_then(|line| line.rsplit_once('{')) {
        Some((before, inside)) if attributes(inside.trim()) => before.trim_end(),
        _ => line,
    }
}
