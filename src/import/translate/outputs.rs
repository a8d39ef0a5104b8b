//! Addresses and settings of the site in Liquid and Nunjucks: `{{ site.url }}/x`, `{{ "/x" | relative_url }}`,
//! `{{ site.repository }}`.

use std::ops::Range;

use super::edit::Edit;
use super::page::Page;
use super::scan;

/// What stands for the beginning of an address of the site.
const ROOTS: [&str; 8] = [
    "site.url",
    "site.baseurl",
    "site.github.url",
    "site.base_url",
    "config.base_url",
    "config.root",
    "base_path",
    "metadata.url",
];
const FILTERS: [&str; 7] =
    ["relative_url", "absolute_url", "url", "prepend: site.baseurl", "prepend: site.url", "htmlBaseUrl", "url_for"];

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    if !page.syntax.has_tags() {
        return Vec::new();
    }
    let text = &page.prose().text;
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("{{").map(|step| at + step) {
        let found = output(page, start);
        at = found.as_ref().map_or(start + 2, |edit| edit.span.end.max(start + 2));
        edits.extend(found);
    }
    edits
}

fn output(page: &Page<'_>, start: usize) -> Option<Edit> {
    let (span, inside) = braces(page.text, start)?;
    if let Some((value, filters)) = inside.split_once('|') {
        let value = value.trim();
        let path = value.strip_prefix(['"', '\'']).and_then(|value| value.strip_suffix(['"', '\'']))?;
        let known = filters.split('|').all(|filter| FILTERS.contains(&filter.trim()));
        let address = page.references.url(path).unwrap_or_else(|| path.to_owned());
        return known.then(|| Edit::new(span, address, "address of the site → path"));
    }
    let Some(mut end) = root(&span, inside) else {
        let value = page.references.setting(inside.strip_prefix("site.")?)?;
        return Some(Edit::new(span, value, "setting of the site → its value"));
    };
    while let Some((span, inside)) = braces(page.text, end)
        && let Some(next) = root(&span, inside)
    {
        end = next;
    }
    let rest = &page.text[end..];
    if rest.starts_with("{%") || rest.starts_with("{{") {
        // The tag writes the whole address.
        return Some(Edit::new(start..end, "", ""));
    }
    let path = &rest[..rest.find(|c: char| c.is_whitespace() || ")]>\"'<`{}".contains(c)).unwrap_or(rest.len())];
    let end = end + path.len();
    let written = if path.is_empty() { "/" } else { path };
    let address = page.references.url(written).unwrap_or_else(|| written.to_owned());
    Some(Edit::new(start..end, address, "address of the site → path"))
}

fn root(span: &Range<usize>, inside: &str) -> Option<usize> {
    ROOTS.contains(&inside).then_some(span.end)
}

/// The range of an expression at an offset, and what is in it.
fn braces(text: &str, start: usize) -> Option<(Range<usize>, &str)> {
    let rest = text[start..].strip_prefix("{{")?;
    let end = scan::find(text, start + 2, "}}")?;
    let inside = rest[..end - start - 2].trim_matches(|c: char| c.is_whitespace() || c == '-');
    (!inside.contains(['{', '}'])).then(|| (start..end + 2, inside))
}
