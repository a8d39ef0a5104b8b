//! Formulas: converted from LaTeX to MathML at build time, so that browsers need no LaTeX parser.

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_latex::config::DisplayMode;
use pulldown_latex::event::{Event, StateChange};
use pulldown_latex::{Parser, RenderConfig, Storage, push_mathml};

use serde::{Deserialize, Serialize};

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::LineIndex;
use crate::bundle::input::post::Post;
use crate::bundle::kept::Kept;
use crate::bundle::key::{Key, version_of};
use crate::markdown::{Formula, has_only_words};

/// In bytes. The parser and the browser recurse into a formula: a longer one could be too deep for the stack.
const LONGEST: usize = 4_000;

/// The MathML elements that a formula may have.
pub(crate) const ELEMENTS: [&str; 25] = [
    "math",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
];

/// Their attributes. No `style`, which the Content-Security-Policy of the page forbids.
pub(crate) const ATTRIBUTES: [&str; 20] = [
    "accent",
    "accentunder",
    "class",
    "columnspan",
    "depth",
    "display",
    "displaystyle",
    "form",
    "height",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rspace",
    "scriptlevel",
    "stretchy",
    "symmetric",
    "width",
];

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// The message for the author.
    pub message: String,
    /// Offset in the formula, in bytes.
    pub offset: usize,
}

/// All formulas of a post as MathML, for [`RenderData::formulas`](crate::content::RenderData::formulas). One that does not parse
/// is an error; with `lenient` it is a warning, and shown as it is written.
pub(crate) fn mathml_of_all(
    post: &Post,
    lines: &LineIndex,
    lenient: bool,
    cache: &Kept<'_>,
    findings: &mut Diagnostics,
) -> Vec<String> {
    let (formulas, path) = (&post.anatomy.formulas, &post.source.path);
    let one = |(formula, made): (&Formula, Result<String, Mistake>)| match made {
        Ok(mathml) => {
            if has_only_words(&formula.source) {
                let words = formula.source.split_whitespace().collect::<Vec<_>>().join(" ");
                let message = format!("the formula \"{words}\" contains only words");
                let remedy = "write \\$ for a dollar sign, or \\text{…} around words in a formula";
                findings.warning(path, lines.location(&formula.span), message, remedy);
            }
            mathml
        }
        Err(Mistake { message, offset }) => {
            let start = place(&post.body, formula, offset);
            let at = lines.location(&(start..formula.span.end.max(start)));
            let remedy = "correct it, or write \\$ for a dollar sign";
            findings.mistake(lenient, path, at, message, remedy);
            String::new()
        }
    };
    let mut all: Vec<String> = formulas.iter().zip(kept(formulas, cache)).map(one).collect();
    while all.last().is_some_and(String::is_empty) {
        all.pop();
    }
    all
}

/// Converts an offset in a formula to one in the text, in bytes. In a quote or a list, each line has a prefix in the
/// text.
fn place(body: &str, formula: &Formula, offset: usize) -> usize {
    let before = &formula.source[..offset];
    let (above, column) = (before.matches('\n').count(), offset - before.rfind('\n').map_or(0, |end| end + 1));
    let own = formula.source.lines().nth(above).unwrap_or_default();
    let source = &body[formula.span.clone()];
    let start: usize = source.split_inclusive('\n').take(above).map(str::len).sum();
    formula.span.start + start + source[start..].find(own).unwrap_or_default() + column
}

/// What determines the MathML besides the formula, as a hash for the cache key. Static, because it searches the lock
/// file.
static MAKER: LazyLock<Key> = LazyLock::new(|| {
    let crates = ["pulldown-latex", "ammonia"].map(version_of).concat();
    let edition: &[u8] = if cfg!(target_arch = "wasm32") { b"" } else { include_bytes!("formulas.rs") };
    Key::new("formulas", &[edition, crates.as_bytes()])
});

/// The formulas of a text as MathML. They are kept: most did not change.
fn kept(formulas: &[Formula], kept: &Kept<'_>) -> Vec<Result<String, Mistake>> {
    fn inputs(formula: &Formula) -> [&[u8]; 2] {
        [formula.source.as_bytes(), if formula.display { b"block" } else { b"inline" }]
    }
    kept.all(&MAKER, formulas, inputs, |formula| mathml(&formula.source, formula.display))
}

/// Converts a formula to MathML without `style` attributes; colours are dropped.
///
/// # Errors
/// The formula is too long, is not LaTeX, or has a command that is not supported.
pub fn mathml(source: &str, display: bool) -> Result<String, Mistake> {
    if source.len() > LONGEST {
        let message = format!("the formula is longer than {LONGEST} characters");
        return Err(Mistake { message, offset: 0 });
    }
    let storage = Storage::new();
    let events: Vec<Event<'_>> =
        Parser::new(source, &storage).collect::<Result<_, _>>().map_err(|error| mistake(source, &error.to_string()))?;
    let colourless = events.into_iter().filter(|event| !matches!(event, Event::StateChange(StateChange::Color(_))));
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    let mut mathml = String::new();
    push_mathml(&mut mathml, colourless.map(Ok::<_, Infallible>), config)
        .map_err(|error| Mistake { message: error.to_string(), offset: 0 })?;
    // `\!`, a negative space that is frequent in formulas, becomes a class: browsers take no negative width.
    let mathml = mathml.replace(THIN_BACK, "<mspace class=\"back\" />");
    Ok(CLEAN.clean(&mathml).to_string())
}

const THIN_BACK: &str = "<mspace width=\"-0.16666667em\" style=\"margin-left: -0.16666667em\" />";

/// The MathML contains text of the author, and the converter does not escape all of it.
static CLEAN: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut clean = Builder::empty();
    clean.tags(HashSet::from(ELEMENTS)).generic_attributes(HashSet::from(ATTRIBUTES));
    clean
});

/// Rewords an error of the parser, and locates an unknown command. Other errors have offset 0.
fn mistake(source: &str, error: &str) -> Mistake {
    let what = error.lines().next().unwrap_or_default().trim_start_matches("parsing error: ");
    if what.starts_with("unknown primitive")
        && let Some((name, offset)) = unknown_command(source)
    {
        return Mistake { message: format!("the formula has an unknown command, {name}"), offset };
    }
    Mistake { message: format!("the formula is not LaTeX: {}", what.replace("unkown", "unknown")), offset: 0 }
}

/// The first command of a formula that does not parse by itself, and its offset in bytes.
fn unknown_command(source: &str) -> Option<(&str, usize)> {
    let commands = source.match_indices('\\').map(|(offset, _)| {
        let name = &source[offset + 1..];
        let letters = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
        let length = if letters > 0 { letters } else { name.chars().next().map_or(0, char::len_utf8) };
        (&source[offset..offset + 1 + length], offset)
    });
    let unknown = |command: &str| {
        let storage = Storage::new();
        matches!(Parser::new(command, &storage).next(), Some(Err(error)) if error.to_string().contains("unknown primitive"))
    };
    commands.into_iter().find(|(command, _)| unknown(command))
}
