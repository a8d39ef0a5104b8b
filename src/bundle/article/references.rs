//! The references of a text, and where each is written.

use std::ops::Range;

use super::Prepared;
use crate::bundle::input::post::Post;
use crate::markdown::Reference;

/// The links of a text and of its HTML: where each leads as it is written, and where it is, in bytes.
pub(crate) fn links(post: &Post, prepared: &Prepared) -> impl Iterator<Item = (String, Range<usize>)> {
    let links = post.anatomy.references.iter().filter(|reference| !reference.image);
    let in_html = prepared.addresses.iter().filter(|address| address.kind.is_empty());
    links
        .map(|link| (link.written.clone(), destination(post, link)))
        .chain(in_html.map(|address| (address.written.clone(), address.span.clone())))
}

/// Where the destination of a reference is, in bytes; all of the reference where it is written elsewhere, or with escapes.
pub(super) fn destination(post: &Post, reference: &Reference) -> Range<usize> {
    let Range { start, end } = reference.span;
    // The last: the words of a link may be its destination as well.
    let found = post.body[start..end].rfind(&reference.written).filter(|_| !reference.written.is_empty());
    found.map_or(start..end, |at| start + at..start + at + reference.written.len())
}
