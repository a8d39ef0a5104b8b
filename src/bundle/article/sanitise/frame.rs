//! Frames: pages of other hosts within a page, where the owner allows the host.

use super::findings::HtmlProblem;
use super::{Part, Rules};
use crate::bundle::input::config::content_security_policy::{Resource, host};
use crate::bundle::tags::scan::{Attribute, Kind};

/// What a frame may do: run its scripts and use its own storage, as video players need. It cannot navigate the page
/// around it.
pub(crate) const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-forms allow-presentation";

/// Why a frame is not allowed; `None` if it is.
pub(super) fn problem(part: &Part, rules: Rules<'_>) -> Option<HtmlProblem> {
    let source = source(part).unwrap_or_default();
    match host(source) {
        // With these permissions, a page of the same origin could remove its sandbox.
        None => Some(HtmlProblem::OwnFrame),
        Some(host) if rules.origin.eq_ignore_ascii_case(&host) => Some(HtmlProblem::OwnFrame),
        Some(_) if rules.policy.allows(Resource::Frame, source) => None,
        Some(_) if source.starts_with("http:") => Some(HtmlProblem::OpenFrame),
        Some(_) => Some(HtmlProblem::Frame),
    }
}

/// The URL of a frame.
pub(super) fn source(part: &Part) -> Option<&str> {
    let Kind::Open { attributes, .. } = &part.token.kind else { return None };
    attributes.iter().find(|attribute| attribute.name == "src").map(|attribute| attribute.value.trim())
}

/// The attributes of an allowed frame: those the author may choose, and the page's own.
pub(super) fn attributes(written: &[Attribute]) -> Vec<(String, String)> {
    let own =
        written.iter().filter(|attribute| matches!(attribute.name.as_str(), "src" | "title" | "width" | "height"));
    let own = own.map(|attribute| (attribute.name.clone(), attribute.value.trim().to_owned()));
    let ours = [("loading", "lazy"), ("sandbox", SANDBOX), ("allowfullscreen", "")];
    own.chain(ours.map(|(name, value)| (name.to_owned(), value.to_owned()))).collect()
}
