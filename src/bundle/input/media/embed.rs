//! Pages of other hosts, written as pictures or as bare URLs.

use std::ops::Range;

use super::frame::{Frame, frame};
use crate::bundle::input::config::Config;
use crate::bundle::input::config::content_security_policy::Resource;
use crate::markdown::Reference;

/// A page of another host.
#[derive(Clone, Debug)]
pub(crate) struct Embed {
    /// Its range in the text, in bytes.
    pub(crate) span: Range<usize>,
    /// The range of the paragraph that has nothing else.
    pub(crate) paragraph: Option<Range<usize>>,
    /// Whether it is within a link.
    pub(crate) in_link: bool,
    /// Whether it is an `<iframe>`, and so no reference of the Markdown.
    pub(crate) pasted: bool,
    /// Its address as in the source.
    pub(crate) written: String,
    /// What it shows; empty for a bare URL.
    pub(crate) alt: String,
    /// Its caption; may be empty.
    pub(crate) title: String,
    pub(crate) frame: Frame,
    /// Whether the policy allows its frame.
    pub(crate) allowed: bool,
}

/// The page of another host that a reference shows.
pub(super) fn embed(
    reference: &Reference,
    paragraph: Option<Range<usize>>,
    in_link: bool,
    config: &Config,
) -> Option<Embed> {
    // A link with words stays one, and so does a bare URL within a sentence.
    if !reference.image && paragraph.is_none() {
        return None;
    }
    let frame = frame(&reference.written, config)?;
    let allowed = config.policy.allows(Resource::Frame, &frame.address);
    // Who writes a bare URL need not want more than a link.
    if !reference.image && !allowed {
        return None;
    }
    let alt = if reference.image { reference.alt.trim().to_owned() } else { String::new() };
    let (written, title) = (reference.written.clone(), reference.title.clone());
    Some(Embed { span: reference.span.clone(), paragraph, in_link, pasted: false, written, alt, title, frame, allowed })
}
