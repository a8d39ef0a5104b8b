//! Draws Mermaid.

use std::thread;
use std::time::Duration;

use merman::svg::{RenderResourcePolicy, SvgPipeline, SvgRenderOptions};
use merman::{
    Engine, MermaidConfig, OperationControl, RenderError, RenderOutput, RenderRequest, Renderer, SvgEnvironment,
    SvgRequest,
};

use super::{palette, svg};
use crate::bundle::article::costly::{DiagramFault, Drawing};
use crate::bundle::diagnostics::problem::Problem;

/// For the recursion of the layout, whose depth the library bounds. In bytes.
const STACK: usize = 32 << 20;
/// The library counts its work, and stops by itself. This is for what it does not count.
const TIME: Duration = Duration::from_secs(20);
/// The limit of the library for the steps of a layout, by its name: a second or two, where a page of boxes takes a tenth.
const WORK: (&str, usize) = ("max_layout_work_units", 3_000_000);
/// In bytes. What is longer is no diagram that somebody can read.
const MAX_SOURCE: usize = 10_000;

/// Draws a diagram, or says what is wrong with it. The same source is drawn as the same bytes.
pub(super) fn draw(source: &str) -> Result<Drawing, DiagramFault> {
    if source.len() > MAX_SOURCE {
        return Err(too_large(&format!("is longer than {MAX_SOURCE} bytes")));
    }
    // A thread of its own, whose end is that of a panic in the library.
    let drawn = thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || svg_of(source));
        match worker {
            Ok(worker) => worker.join().unwrap_or_else(|_| Err(impossible())),
            Err(_) => Err(passing(impossible())),
        }
    });
    let document = drawn?;
    svg::drawing(&document).ok_or_else(|| too_large("has too many parts"))
}

/// The drawing as the library makes it.
fn svg_of(source: &str) -> Result<String, DiagramFault> {
    let engine = Engine::new().with_site_config(MermaidConfig::from_value(palette::config()));
    let request = SvgRequest {
        environment: SvgEnvironment::deterministic().with_resource_policy(resources()),
        // Labels as text of the drawing, instead of as HTML in it.
        pipeline: Some(SvgPipeline::resvg_safe()),
        options: SvgRenderOptions { diagram_id: Some("d".to_owned()), ..SvgRenderOptions::default() },
        ..SvgRequest::default()
    };
    let control = OperationControl::new().with_deadline(TIME);
    match Renderer::new().with_engine(engine).render(RenderRequest::svg(source, control, request)) {
        Ok(RenderOutput::Svg(Some(svg))) => Ok(svg.into_parts().0),
        Ok(_) => Err(unknown_kind()),
        Err(error) => Err(fault(source, error)),
    }
}

/// How much a diagram may have of everything.
fn resources() -> RenderResourcePolicy {
    let policy = RenderResourcePolicy::interactive();
    policy.with_override(WORK.0, WORK.1).unwrap_or(policy)
}

/// Rewords an error of the library for an author.
fn fault(source: &str, error: RenderError) -> DiagramFault {
    let parse = match error {
        RenderError::Parse(parse) => parse,
        RenderError::NoDiagram => return unknown_kind(),
        RenderError::Cancelled(_) => {
            return passing(too_large(&format!("takes more than {} seconds to draw", TIME.as_secs())));
        }
        RenderError::ResourceLimitExceeded(_) => return too_large("has too many parts"),
        _ => return impossible(),
    };
    let details = parse.terminal_diagnostic_details();
    match details.code.as_str() {
        "merman.parse.no_diagram_detected" => unknown_kind(),
        "merman.parse.unsupported_diagram" => {
            let kind = details.diagram_type.unwrap_or_default();
            whole(&format!("diagrams of the kind {kind} are not drawn"), AS_CODE)
        }
        _ => {
            let message = parse.terminal_safe_message();
            let what = message.split_once("): ").map_or(message.as_str(), |(_, what)| what);
            let offset = details.span.map_or(0, |span| span.start);
            let message = format!("the diagram is not Mermaid: {}", in_lower_case(what));
            DiagramFault { problem: Problem::new(message, CORRECT), offset: nearest(source, offset), passing: false }
        }
    }
}

/// Remedies.
const CORRECT: &str = "correct it; until then the page shows its source";
const AS_CODE: &str = "the page shows its source; write text in place of mermaid behind the ``` to ask for that";
const DIVIDE: &str = "make several diagrams of it; until then the page shows its source";

/// A fault of a diagram as a whole.
fn whole(message: &str, remedy: &str) -> DiagramFault {
    DiagramFault { problem: Problem::new(message, remedy), offset: 0, passing: false }
}

/// A fault that is not of the diagram alone: on another day, or another machine, it may be drawn.
fn passing(fault: DiagramFault) -> DiagramFault {
    DiagramFault { passing: true, ..fault }
}

fn unknown_kind() -> DiagramFault {
    whole("the diagram does not begin with its kind, such as flowchart LR or sequenceDiagram", CORRECT)
}

fn too_large(what: &str) -> DiagramFault {
    whole(&format!("the diagram {what}"), DIVIDE)
}

fn impossible() -> DiagramFault {
    whole("the diagram cannot be drawn", AS_CODE)
}

/// An offset that the library gives, moved to the last character with text: at the end of a line there is nothing to see.
fn nearest(source: &str, offset: usize) -> usize {
    let before = &source[..source.floor_char_boundary(offset)];
    match source[before.len()..].chars().next() {
        Some(next) if !next.is_whitespace() => before.len(),
        _ => before.trim_end().char_indices().next_back().map_or(0, |(last, _)| last),
    }
}

/// A sentence of the library, as it goes on in one of ours.
fn in_lower_case(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => "it cannot be read".to_owned(),
    }
}
