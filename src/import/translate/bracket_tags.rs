//! Shortcodes of WordPress: `[caption …]…[/caption]`, `[embed]…[/embed]`, `[youtube …]`.

use super::arguments::Arguments;
use super::edit::Edit;
use super::page::Page;
use super::pairs::{self, Role, Tag};
use super::render::picture;
use super::scan;
use super::syntax::Syntax;

const NAMES: [&str; 12] = [
    "embed",
    "youtube",
    "vimeo",
    "tweet",
    "gist",
    "audio",
    "video",
    "quote",
    "soundcloud",
    "spotify",
    "codepen",
    "instagram",
];

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    if page.syntax != Syntax::WordPress {
        return Vec::new();
    }
    let text = &page.prose().text;
    let mut tags = Vec::new();
    for (start, _) in text.match_indices('[') {
        tags.extend(tag(page, start));
    }
    let mut edits = captions(page);
    edits.extend(pairs::edits(page, &tags));
    edits
}

fn tag(page: &Page<'_>, start: usize) -> Option<Tag> {
    let end = scan::find_unquoted(page.text, start + 1, "]")?;
    let inside = &page.text[start + 1..end];
    let (inside, closes) = inside.strip_prefix('/').map_or((inside, false), |inside| (inside, true));
    let (name, rest) = inside.split_at(inside.find(char::is_whitespace).unwrap_or(inside.len()));
    // `[embed]` has the address between its tags.
    let address = scan::find(page.text, end + 1, "[/embed]").map(|close| page.text[end + 1..close].trim());
    let mut arguments = Arguments::parse(rest);
    if let (Some(address), "embed", false) = (address, name, closes) {
        arguments.push("url", address.to_owned());
    }
    let role = if closes { Role::Close } else { Role::Open };
    NAMES.contains(&name).then(|| Tag { span: start..end + 1, name: name.to_owned(), role, arguments })
}

/// A picture with the words after it as its caption.
fn captions(page: &Page<'_>) -> Vec<Edit> {
    let caption = |(start, _): (usize, &str)| {
        let open = scan::find_unquoted(page.text, start, "]")? + 1;
        let close = scan::find(page.text, open, "[/caption]")?;
        let (before, after) = page.text[open..close].trim().split_once("](")?;
        let (destination, words) = after.split_once(')')?;
        let (link, alt) = before.rsplit_once("![")?;
        if !link.is_empty() || destination.contains(' ') {
            return None;
        }
        let text = picture(alt, destination, words.trim());
        Some(Edit::new(start..close + "[/caption]".len(), text, "caption → picture"))
    };
    page.prose().text.match_indices("[caption").filter_map(caption).collect()
}
