//! What becomes of each tag of a text.

use super::allowed::{BLOCKS, SAFE, VOID, WITH_CONTENT, is_html, passes};
use super::findings::Problem;
use super::scan::Kind;
use super::{Part, Rules, frame};
use crate::markdown::RawHtml;

/// What becomes of a tag, and what the author has to know of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is a tag of the page.
    Passes,
    /// It is shown as it is written.
    Text(Option<Problem>),
    /// It is left out, and what is in it stays.
    LeftOut(Option<Problem>),
    /// It is left out with all up to its partner.
    WithContent(Problem),
    /// It is left out with what it is in.
    #[default]
    Hidden,
}

/// Says it of all parts of a text, in their order: some depend on what they are in.
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

fn of(pieces: &[RawHtml], parts: &[Part], number: usize, rules: Rules<'_>) -> Fate {
    let part = &parts[number];
    let name = match &part.token.kind {
        Kind::Open { name, .. } => name.as_str(),
        Kind::Close { name } => return closing(name, part.pair.partner.map(|partner| parts[partner].fate), rules),
        Kind::Comment { ended } => return Fate::LeftOut((!ended).then_some(Problem::EndlessComment)),
        Kind::Instruction { .. } if rules.allow_html => return Fate::LeftOut(Some(Problem::LeftOut)),
        Kind::Instruction { .. } => return Fate::Text(Some(Problem::Shown)),
    };
    let closed = VOID.contains(&name) || part.pair.partner.is_some();
    let in_picture =
        || part.pair.parent.is_some_and(|parent| parts[parent].fate == Fate::Passes && parts[parent].opens("picture"));
    if !rules.allow_html {
        return match name {
            _ if !is_html(name) => Fate::Text(None),
            // Browsers make nothing of a source elsewhere.
            _ if !SAFE.contains(&name) || name == "source" && !in_picture() => Fate::Text(Some(Problem::Shown)),
            _ if !closed => Fate::Text(Some(Problem::NeverClosed)),
            _ if BLOCKS.contains(&name) && !pieces[part.piece].holds_blocks => Fate::Text(Some(Problem::BlockInLine)),
            _ => Fate::Passes,
        };
    }
    let problem = match name {
        "iframe" => frame::problem(part, rules),
        // It hides all that follows.
        "details" if !closed => Some(Problem::NeverClosed),
        _ if passes(name) => None,
        // A text runs no script: what it has for readers without one is for all of them.
        "noscript" => return Fate::LeftOut(None),
        _ if is_html(name) => Some(Problem::LeftOut),
        _ => Some(Problem::Unknown),
    };
    // What is between two blocks is text, and one of words would be taken apart by those in it.
    let near = |partner: usize| parts[partner].piece == part.piece || !pieces[part.piece].block;
    match problem {
        None => Fate::Passes,
        Some(problem) if WITH_CONTENT.contains(&name) && part.pair.partner.is_some_and(near) => {
            Fate::WithContent(problem)
        }
        problem => Fate::LeftOut(problem),
    }
}

/// A closing tag goes the way of its partner.
fn closing(name: &str, partner: Option<Fate>, rules: Rules<'_>) -> Fate {
    match partner {
        Some(Fate::Text(_)) => Fate::Text(None),
        Some(Fate::LeftOut(_)) => Fate::LeftOut(None),
        Some(fate) => fate,
        // Browsers read it as `<br>`.
        None if name == "br" => Fate::Passes,
        None if rules.allow_html => Fate::LeftOut(None),
        None if SAFE.contains(&name) => Fate::Text(Some(Problem::ClosesNothing)),
        None => Fate::Text(is_html(name).then_some(Problem::Shown)),
    }
}
