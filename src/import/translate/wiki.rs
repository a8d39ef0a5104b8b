//! Links and embedded files of wikis: `[[x#heading|label]]`, `![[picture.png|300]]`.

use std::ops::Range;

use super::edit::Edit;
use super::page::Page;
use super::render::picture;
use super::scan;
use crate::bundle::checks::foreign_syntax::kind::Kind;
use crate::bundle::checks::foreign_syntax::signs;
use crate::bundle::slugify;

const PICTURES: [&str; 8] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"];

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let prose = page.prose();
    let spans: Vec<Range<usize>> = if page.syntax.is_wiki() {
        let link = |(start, _): (usize, &str)| {
            let end = scan::find(&prose.text, start + 2, "]]")? + 2;
            let embed = prose.text[..start].ends_with('!');
            (!prose.text[start + 2..end - 2].contains(['\n', '['])).then(|| start - usize::from(embed)..end)
        };
        prose.text.match_indices("[[").filter_map(link).collect()
    } else {
        let found = signs::find(prose).into_iter().filter(|found| matches!(found.kind, Kind::Wiki | Kind::Embed));
        found.map(|found| found.span).collect()
    };
    spans.into_iter().filter_map(|span| edit(page, span)).collect()
}

fn edit(page: &Page<'_>, span: Range<usize>) -> Option<Edit> {
    let written = &page.text[span.clone()];
    let embed = written.starts_with('!');
    let inside = written.trim_start_matches(['!', '[']).trim_end_matches(']');
    // In a table, the bar has a backslash.
    let inside = inside.replace("\\|", "|");
    let (target, label) = inside.split_once('|').unwrap_or((&inside, ""));
    let (path, heading) = target.split_once('#').unwrap_or((target, ""));
    let (path, label) = (path.trim(), label.trim());
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if embed && PICTURES.contains(&ending.as_str()) {
        let size = |word: &&str| !word.chars().all(|c| c.is_ascii_digit() || c == 'x');
        let alt = label.split('|').filter(size).collect::<Vec<_>>().join(" ");
        let file = page.references.post(path).unwrap_or_else(|| path.to_owned());
        return Some(Edit::new(span, picture(&alt, &file, ""), "![[…]] → picture"));
    }
    if matches!(target.to_lowercase().as_str(), "toc" | "_toc_" | "") {
        return None;
    }
    // `doc.pdf#page=3` is the fragment of a file.
    let is_file = !ending.is_empty() && ending.len() < 5 && ending != "md";
    let fragment = if is_file && heading.contains('=') { format!("#{heading}") } else { fragment(heading) };
    let destination = match page.references.post(path) {
        Some(file) => file + &fragment,
        None if path.is_empty() && !fragment.is_empty() => fragment,
        None if embed && is_file => path.to_owned() + &fragment,
        None => return None,
    };
    let shown = if heading.is_empty() || is_file { path.to_owned() } else { format!("{path} > {heading}") };
    let shown = shown.trim_start_matches(" > ").rsplit('/').next().unwrap_or_default().to_owned();
    let label = if label.is_empty() { &shown } else { label };
    let label = label.replace('[', "\\[").replace(']', "\\]");
    let bracketed = destination.contains([' ', '(', ')']);
    let destination = if bracketed { format!("<{destination}>") } else { destination };
    let edit =
        Edit::new(span, format!("[{label}]({destination})"), if embed { "![[…]] → link" } else { "[[…]] → link" });
    let is_text = embed && (ending.is_empty() || ending == "md" || ending.len() > 4);
    let remedy = "leave the link, or copy what readers need to see here";
    Some(if is_text {
        edit.lost(format!("the text of \"{path}\" was shown here; now it is linked"), remedy)
    } else {
        edit
    })
}

/// The id of a heading. Blocks have none here.
fn fragment(heading: &str) -> String {
    let last = heading.rsplit('#').next().unwrap_or_default().trim();
    if last.starts_with('^') {
        return String::new();
    }
    slugify(last).map_or(String::new(), |slug| format!("#{}", slug.as_str()))
}
