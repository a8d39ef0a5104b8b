//! The references of a post, and where in the text each destination is written.

use std::ops::Range;

use super::Prepared;
use super::sanitise::UrlKind;
use crate::bundle::input::post::Post;
use crate::markdown::Reference;

/// The links of a post's Markdown and HTML, also those that frames become: each destination as it is written, and its byte range.
pub(crate) fn links(post: &Post, prepared: &Prepared) -> impl Iterator<Item = (String, Range<usize>)> {
    let links = post.anatomy.references.iter().filter(|reference| !reference.image);
    let in_html = prepared.addresses.iter().filter(|address| address.kind == UrlKind::Link);
    let pasted = post.media.embeds.iter().filter(|embed| embed.pasted);
    links
        .map(|link| (link.written.clone(), destination(post, link)))
        .chain(pasted.map(|embed| (embed.written.clone(), embed.span.clone())))
        .chain(in_html.map(|address| (address.written.clone(), address.span.clone())))
}

/// The byte range of a destination; that of the whole reference if it is written elsewhere, or with escapes.
pub(super) fn destination(post: &Post, reference: &Reference) -> Range<usize> {
    let Range { start, end } = reference.span;
    // The last occurrence: the text of a link may be its destination as well.
    match post.body[start..end].rfind(&reference.written) {
        Some(at) if !reference.written.is_empty() => start + at..start + at + reference.written.len(),
        _ => start..end,
    }
}
