//! Converts a formula from LaTeX to MathML.

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_latex::config::DisplayMode;
use pulldown_latex::event::{Content, Event, StateChange};
use pulldown_latex::{Parser, RenderConfig, Storage, push_mathml};

use super::{ATTRIBUTES, ELEMENTS};
use crate::bundle::article::costly::Mistake;

/// In bytes. The parser and the browser recurse into a formula: a longer one could be too deep for the stack.
const LONGEST: usize = 4_000;

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
    let spaced = colourless.map(|event| match event {
        // The parser writes `\ ` and `~` as an entity, which the converter escapes.
        Event::Content(Content::Text("&nbsp;")) => Event::Content(Content::Text("\u{a0}")),
        other => other,
    });
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    let mut mathml = String::new();
    push_mathml(&mut mathml, spaced.map(Ok::<_, Infallible>), config)
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

#[cfg(test)]
mod tests {
    use super::mathml;

    #[test]
    fn a_space_that_a_formula_writes_is_a_space() {
        for formula in ["a\\ b", "a~b", "\\text{for } n\\ \\text{loaves}"] {
            let drawn = mathml(formula, false).expect("LaTeX");
            assert!(!drawn.contains("&amp;") && (drawn.contains("&nbsp;") || drawn.contains('\u{a0}')), "{drawn}");
        }
    }
}
