//! Warns of pictures with attributes that have no effect, and of frames without a title or within a line.

use std::ops::Range;

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::media::embed::Embed;
use crate::bundle::input::media::source;
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
        let Embed { written, alt, span, .. } = embed;
        let instead = |words: &str| source::embed(embed, words, &post.body, media.of(span));
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
        let (what, one) = if is_frame { ("a frame", "poster") } else { ("a picture", "dark") };
        for (names, span) in without_effect(attributes, one) {
            let message = format!("{names} has no effect on {what}");
            findings.warning(path, lines.location(&span), message, format!("delete it: {what} has {one}"));
        }
    }
}

/// The attributes that do nothing besides the one that does, each in quotes and with its range; the braces with all of
/// them if none does anything.
fn without_effect(attributes: &PictureAttributes, one: &str) -> Vec<(String, Range<usize>)> {
    let others: Vec<_> = attributes.list.iter().filter(|attribute| attribute.name != one).collect();
    if others.len() == attributes.list.len() {
        let names: Vec<&str> = others.iter().map(|attribute| &*attribute.name).collect();
        return vec![(format!("\"{{{}}}\"", names.join(" ")), attributes.span.clone())];
    }
    others.iter().map(|attribute| (format!("\"{}\"", attribute.name), attribute.whole.clone())).collect()
}
