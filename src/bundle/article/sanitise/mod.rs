//! Sanitises the raw HTML of posts at build time, so that browsers need no sanitiser.
//!
//! A small set of elements is allowed in every text, and nearly all where the owner allows HTML. The author's tags are
//! rewritten with their allowed attributes; the rendered HTML then goes through a sanitiser as a whole.

pub(crate) mod allowed;
pub(crate) mod attributes;
#[cfg(any(not(target_arch = "wasm32"), feature = "costly"))]
pub(crate) mod clean;
pub(crate) mod fate;
pub(crate) mod findings;
pub(crate) mod frame;
pub(crate) mod pairs;
pub(crate) mod references;
pub(crate) mod rendering;

use std::collections::HashSet;

use crate::bundle::input::config::Config;
use crate::bundle::input::config::content_security_policy::{Policy, host};
use crate::bundle::tags::scan::{self, Kind, Token};
use crate::markdown::RawHtml;
use allowed::VOID;
use fate::Fate;
use findings::{Finding, HtmlProblem};
use pairs::Pair;

pub(crate) use allowed::{is_html, keeps as keeps_where_allowed, passes as passes_where_allowed};
pub(crate) use references::{Address, UrlKind};

/// The owner's settings for raw HTML.
#[derive(Clone, Copy)]
pub(crate) struct Rules<'a> {
    /// Whether all harmless elements are allowed, not only the small set.
    allow_html: bool,
    policy: &'a Policy,
    /// The scheme and the host of the site.
    origin: &'a str,
}

impl<'a> Rules<'a> {
    pub(crate) fn of(config: &'a Config) -> Self {
        Self { allow_html: config.allow_html, policy: &config.policy, origin: &config.site.origin }
    }
}

/// The raw HTML of a text, parsed.
pub(crate) struct Html<'a> {
    pieces: &'a [RawHtml],
    parts: Vec<Part>,
    rules: Rules<'a>,
    pub(crate) findings: Vec<Finding>,
    /// The ids of its elements.
    pub(crate) ids: HashSet<String>,
}

/// A tag, a comment or an instruction.
struct Part {
    /// The index of the piece it is in.
    piece: usize,
    token: Token,
    pair: Pair,
    fate: Fate,
}

impl Part {
    /// Whether it is the opening tag of an `element`.
    fn opens(&self, element: &str) -> bool {
        matches!(&self.token.kind, Kind::Open { name, .. } if name == element)
    }

    /// Whether an element needs no closing tag, or has one.
    fn is_closed(&self, element: &str) -> bool {
        VOID.contains(&element) || self.pair.partner.is_some()
    }
}

impl<'a> Html<'a> {
    pub(crate) fn new(pieces: &'a [RawHtml], rules: Rules<'a>) -> Self {
        let scanned =
            |(piece, html): (usize, &RawHtml)| scan::scan(&html.source).into_iter().map(move |token| (piece, token));
        let tokens: Vec<_> = pieces.iter().enumerate().flat_map(scanned).collect();
        let pairs = pairs::pairs(pieces, &tokens);
        let part = |((piece, token), pair)| Part { piece, token, pair, fate: Fate::default() };
        let mut parts: Vec<Part> = tokens.into_iter().zip(pairs).map(part).collect();
        fate::decide(pieces, &mut parts, rules);
        let mut html = Self { pieces, parts: Vec::new(), rules, findings: Vec::new(), ids: HashSet::new() };
        for mut part in parts {
            html.report(&part);
            if part.fate == Fate::Passes {
                html.trim(&mut part);
            }
            html.parts.push(part);
        }
        html
    }

    /// Whether any of it stays HTML, so that the text cannot be sent as Markdown.
    pub(crate) fn passes(&self) -> bool {
        let passes = self.rules.allow_html || self.parts.iter().any(|part| part.fate == Fate::Passes);
        passes && !self.pieces.is_empty()
    }

    /// Records the finding about a tag, if there is one.
    fn report(&mut self, part: &Part) {
        let (Fate::Text(Some(problem)) | Fate::LeftOut(Some(problem)) | Fate::WithContent(problem)) = part.fate else {
            return;
        };
        let mut span = part.token.span.clone();
        let name = match &part.token.kind {
            Kind::Comment { .. } => {
                span.end = span.start + "<!--".len();
                "<!--".to_owned()
            }
            Kind::Instruction { name } => name.clone(),
            Kind::Open { .. } if matches!(problem, HtmlProblem::Frame | HtmlProblem::OpenFrame) => {
                frame::source(part).and_then(host).unwrap_or_default()
            }
            // The finding is that of the opening tag, if there is one.
            Kind::Close { .. } if part.pair.partner.is_some() => return,
            // Scanned names are in lower case, and the author may mean something by upper case: `<T>`.
            Kind::Open { name, .. } if problem == HtmlProblem::Unknown => {
                self.pieces[part.piece].source[span.start + 1..][..name.len()].to_owned()
            }
            Kind::Open { name, .. } | Kind::Close { name } => name.clone(),
        };
        self.find(problem, name, part.piece, &span);
    }

    fn find(&mut self, problem: HtmlProblem, name: String, piece: usize, span: &std::ops::Range<usize>) {
        self.findings.push(Finding { problem, name, span: self.pieces[piece].span(span) });
    }
}
