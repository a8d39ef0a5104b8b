//! Links to the source files of other texts: `[x](@/blog/x.md)`, `[x](../x.md#part)`.

use std::ops::Range;

use percent_encoding::percent_decode_str;

use super::edit::Edit;
use super::page::Page;

const ENDINGS: [&str; 3] = [".md", ".mdx", ".markdown"];

const MAX_DESTINATION_BYTES: usize = 2_000;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let prose = &page.prose().text;
    let inline = prose.match_indices("](").map(|(at, sign)| at + sign.len());
    let defined = prose.match_indices("]:").filter(|(at, _)| {
        let line = page.line_start(*at);
        page.text[line..].trim_start().starts_with('[') && !page.text[line..*at].contains(']')
    });
    let defined = defined.map(|(at, sign)| at + sign.len());
    inline.chain(defined).filter_map(|at| edit(page, at)).collect()
}

fn edit(page: &Page<'_>, at: usize) -> Option<Edit> {
    let span = destination(page.text, at);
    let written = &page.text[span.clone()];
    let path = written.split(['#', '?']).next().unwrap_or(written);
    let is_text = ENDINGS.iter().any(|ending| path.ends_with(ending));
    if !path.starts_with("@/") && (!is_text || path.contains("://")) {
        return None;
    }
    let decoded = percent_decode_str(written).decode_utf8().ok()?;
    let found = page.link(&decoded)?.replace(' ', "%20");
    (found != written).then(|| Edit::new(span, found, "link to a source file → link to the new file"))
}

/// The range of a destination that begins near an offset, without the brackets around it.
fn destination(text: &str, at: usize) -> Range<usize> {
    let start = at + text[at..].len() - text[at..].trim_start_matches(' ').len();
    let (start, ends): (_, fn(char) -> bool) = match text[start..].starts_with('<') {
        true => (start + 1, |c| matches!(c, '>' | '\n')),
        false => (start, |c| c.is_whitespace() || c == ')'),
    };
    let near = text.floor_char_boundary(start + MAX_DESTINATION_BYTES);
    start..text[start..near].find(ends).map_or(near, |end| start + end)
}
