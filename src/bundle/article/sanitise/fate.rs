//! Decides which tags are kept, shown as text, or removed.

use super::allowed::{BLOCKS, SAFE, WITH_CONTENT, is_html, passes};
use super::findings::HtmlProblem;
use super::{Part, Rules, frame};
use crate::bundle::tags::scan::Kind;
use crate::markdown::RawHtml;

/// What is done with a tag, and the problem to report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fate {
    /// Kept as a tag of the page.
    Passes,
    /// Shown as it is written.
    Text(Option<HtmlProblem>),
    /// Removed; its content stays.
    LeftOut(Option<HtmlProblem>),
    /// Removed with everything up to its closing tag.
    WithContent(HtmlProblem),
    /// Removed as part of the content of another element.
    #[default]
    Hidden,
}

/// Decides on all parts of a text, in order: some depend on the decision on their parent.
pub(super) fn decide(pieces: &[RawHtml], parts: &mut [Part], rules: Rules<'_>) {
    let mut hidden = 0;
    for number in 0..parts.len() {
        if number < hidden {
            continue;
        }
        let fate = of(pieces, parts, number, rules);
        let has_content_left_out =
            matches!(fate, Fate::WithContent(_)) || (fate == Fate::Passes && parts[number].opens("iframe"));
        if let Some(partner) = parts[number].pair.partner.filter(|partner| has_content_left_out && *partner > number) {
            hidden = partner;
        }
        parts[number].fate = fate;
    }
}

/// Decides on a part, when those before it are decided on.
fn of(pieces: &[RawHtml], parts: &[Part], number: usize, rules: Rules<'_>) -> Fate {
    let part = &parts[number];
    match &part.token.kind {
        Kind::Open { name, .. } if rules.allow_html => opening(name, pieces, parts, part, rules),
        Kind::Open { name, .. } => opening_in_markdown(name, pieces, parts, part),
        Kind::Close { name } => closing(name, part.pair.partner.map(|partner| parts[partner].fate), rules),
        Kind::Comment { ended } => Fate::LeftOut((!ended).then_some(HtmlProblem::EndlessComment)),
        Kind::Instruction { .. } if rules.allow_html => Fate::LeftOut(Some(HtmlProblem::LeftOut)),
        Kind::Instruction { .. } => Fate::Text(Some(HtmlProblem::Shown)),
    }
}

/// An opening tag where the owner does not allow HTML: only the small set passes.
fn opening_in_markdown(name: &str, pieces: &[RawHtml], parts: &[Part], part: &Part) -> Fate {
    let in_picture =
        || part.pair.parent.is_some_and(|parent| parts[parent].fate == Fate::Passes && parts[parent].opens("picture"));
    match name {
        _ if !is_html(name) => Fate::Text(None),
        // Browsers ignore a `source` elsewhere.
        _ if !SAFE.contains(&name) || name == "source" && !in_picture() => Fate::Text(Some(HtmlProblem::Shown)),
        _ if !part.is_closed(name) => Fate::Text(Some(HtmlProblem::NeverClosed)),
        _ if BLOCKS.contains(&name) && !pieces[part.piece].holds_blocks => Fate::Text(Some(HtmlProblem::BlockInLine)),
        _ => Fate::Passes,
    }
}

/// An opening tag where the owner allows HTML.
fn opening(name: &str, pieces: &[RawHtml], parts: &[Part], part: &Part, rules: Rules<'_>) -> Fate {
    let problem = match name {
        "iframe" => frame::problem(part, rules),
        // It would hide everything that follows.
        "details" if !part.is_closed(name) => Some(HtmlProblem::NeverClosed),
        _ if passes(name) => None,
        // A text runs no scripts, so that its content for readers without scripts is for all of them.
        "noscript" => return Fate::LeftOut(None),
        _ if is_html(name) => Some(HtmlProblem::LeftOut),
        _ => Some(HtmlProblem::Unknown),
    };
    // Between two blocks of HTML there is Markdown, which stays. An inline element has each tag in a piece of its own.
    let near = |partner: usize| parts[partner].piece == part.piece || !pieces[part.piece].block;
    match problem {
        None => Fate::Passes,
        Some(problem) if WITH_CONTENT.contains(&name) && part.pair.partner.is_some_and(near) => {
            Fate::WithContent(problem)
        }
        problem => Fate::LeftOut(problem),
    }
}

/// A closing tag is treated like its opening tag.
fn closing(name: &str, partner: Option<Fate>, rules: Rules<'_>) -> Fate {
    match partner {
        Some(Fate::Text(_)) => Fate::Text(None),
        Some(Fate::LeftOut(_)) => Fate::LeftOut(None),
        Some(fate) => fate,
        // Browsers parse `</br>` as `<br>`.
        None if name == "br" => Fate::Passes,
        None if rules.allow_html => Fate::LeftOut(None),
        None if SAFE.contains(&name) => Fate::Text(Some(HtmlProblem::ClosesNothing)),
        None => Fate::Text(is_html(name).then_some(HtmlProblem::Shown)),
    }
}
