//! Warns of pictures with attributes that have no effect, and of frames without a title or within a line.

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::media::embed::Embed;
use crate::bundle::input::post::Post;
use crate::markdown::PictureAttributes;

pub(crate) fn check(post: &Post, findings: &mut Diagnostics) {
    let media = &post.media;
    if media.attributes.is_empty() && media.embeds.is_empty() {
        return;
    }
    let lines = post.lines();
    let path = &post.source.path;
    for embed in &media.embeds {
        let Embed { written, alt, title, span, .. } = embed;
        let caption = if title.is_empty() { String::new() } else { format!(" \"{title}\"") };
        let instead = |words: &str| format!("![{words}]({written}{caption})");
        if embed.paragraph.is_none() {
            let message = format!("\"{written}\" is a link, because it does not stand alone");
            let remedy = format!("write it between two empty lines: {}", instead(alt));
            findings.warning(path, lines.location(span), message, remedy);
        } else if alt.is_empty() {
            let message = format!("the frame of \"{written}\" has no title for screen readers");
            let remedy = format!("describe what it shows: {}", instead("A film of the lake"));
            findings.warning(path, lines.location(span), message, remedy);
        }
    }
    for attributes in &media.attributes {
        let is_frame = media.has_frame_at(attributes.picture.start);
        for (name, span) in without_effect(attributes, is_frame) {
            let (what, one) = if is_frame { ("a frame", "poster") } else { ("a picture", "dark") };
            let message = format!("\"{name}\" has no effect on {what}");
            findings.warning(path, lines.location(&span), message, format!("delete it: {what} has {one}"));
        }
    }
}

/// The attributes that do nothing, each with its range.
fn without_effect(attributes: &PictureAttributes, is_frame: bool) -> Vec<(&str, std::ops::Range<usize>)> {
    let known = if is_frame { "poster" } else { "dark" };
    let others = attributes.list.iter().filter(|attribute| attribute.name != known);
    others.map(|attribute| (&*attribute.name, attribute.span.clone())).collect()
}
