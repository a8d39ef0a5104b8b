//! Links that open Obsidian, and pictures that are web pages there: `obsidian://open?file=Note`,
//! `![](https://www.youtube.com/watch?v=x)`.

use percent_encoding::percent_decode_str;

use super::edit::Edit;
use super::page::Page;
use crate::bundle::input::media::frame;

/// Web pages that Obsidian shows in place of a picture.
const PAGES: [&str; 7] = [
    "https://www.youtube.com/",
    "https://youtube.com/",
    "https://youtu.be/",
    "https://twitter.com/",
    "https://x.com/",
    "https://mobile.twitter.com/",
    "https://www.youtube-nocookie.com/",
];

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    if !page.syntax.is_wiki() {
        return Vec::new();
    }
    let prose = &page.prose().text;
    let mut edits: Vec<Edit> =
        prose.match_indices("](obsidian://").filter_map(|(at, _)| opened(page, at + 2)).collect();
    edits.extend(prose.match_indices("![").filter_map(|(at, _)| shown(page, at)));
    edits
}

/// A link to a note, or to a plugin.
fn opened(page: &Page<'_>, start: usize) -> Option<Edit> {
    let end = start + page.text[start..page.line_end(start)].find([')', ' '])?;
    let (action, query) = page.text[start..end].strip_prefix("obsidian://")?.split_once('?')?;
    let value = |key: &str| {
        let found = query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))?;
        percent_decode_str(found).decode_utf8().ok().map(std::borrow::Cow::into_owned)
    };
    let address = match action {
        "open" => page.link(&value("file")?)?.replace(' ', "%20"),
        "show-plugin" => format!("https://obsidian.md/plugins?id={}", value("id")?),
        _ => return None,
    };
    Some(Edit::new(start..end, address, "obsidian:// → link"))
}

/// A picture whose address is that of a web page.
fn shown(page: &Page<'_>, start: usize) -> Option<Edit> {
    let line = &page.text[start..page.line_end(start)];
    let (label, rest) = line[2..].split_once("](")?;
    let address = &rest[..rest.find(')')?];
    let is_page = PAGES.iter().any(|site| address.starts_with(site)) && !label.contains(['[', ']']);
    let end = start + 2 + label.len() + 2 + address.len() + 1;
    let words: Vec<&str> =
        label.split('|').filter(|word| !word.chars().all(|c| c.is_ascii_digit() || c == 'x')).collect();
    let label = if words.concat().trim().is_empty() { address.to_owned() } else { words.join(" ") };
    let (sign, kind) = match frame::known(address) {
        Some(_) => ("!", "web page shown as a picture → frame"),
        None => ("", "web page shown as a picture → link"),
    };
    is_page.then(|| Edit::new(start..end, format!("{sign}[{label}]({address})"), kind))
}
