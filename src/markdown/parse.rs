//! From text to the events of the parser, by the rules of the dialect where the parser has wider ones.

use pulldown_cmark::{Options, Parser};

use super::cjk;
use super::disguise::{Disguise, Role};
use super::events::Spanned;
use super::misread;
use crate::content::Dialect;

/// How often a text is read again. What was hidden can uncover more of the same, but no author writes it thrice over.
const ROUNDS: usize = 4;

/// The events of a text. What the parser misread is hidden from it, and the text is read again.
pub(super) fn parse(text: &str, dialect: Dialect) -> Vec<Spanned<'_>> {
    let mut disguise = Disguise::new(text);
    cjk::hide_beside_emphasis(text, &mut disguise);
    let mut events = read(text, &disguise, options(dialect));
    for _ in 1..ROUNDS {
        let mut misread = misread::places(text, &events);
        misread.retain(|at| !disguise.is_hidden(*at));
        if misread.is_empty() {
            break;
        }
        for at in misread {
            disguise.hide(at, Role::Sign);
        }
        events = read(text, &disguise, options(dialect));
    }
    events
}

fn read<'a>(text: &'a str, disguise: &Disguise<'_>, options: Options) -> Vec<Spanned<'a>> {
    let Some(masked) = disguise.masked() else {
        return Parser::new_ext(text, options).into_offset_iter().collect();
    };
    let restored = Parser::new_ext(masked, options).into_offset_iter().map(|(event, span)| {
        let mut event = event.into_static();
        disguise.restore(&mut event);
        (event, span)
    });
    restored.collect()
}

/// The extensions the dialect has.
pub(super) fn options(dialect: Dialect) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    options.set(Options::ENABLE_SMART_PUNCTUATION, dialect.smart_punctuation);
    options.set(Options::ENABLE_MATH, dialect.math);
    options
}
