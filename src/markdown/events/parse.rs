//! Turns a text into the events of the parser, narrowed to the rules of the dialect.

use pulldown_cmark::{Options, Parser};

use super::disguise::{Disguise, Role};
use super::spanned::Spanned;
use super::{cjk, misread};
use crate::content::Dialect;

/// The maximum number of passes over a text. Each hides half of the amounts of money that follow one another, so 16
/// are enough for 65,000 in a paragraph.
const ROUNDS: usize = 16;

/// The events of a text. Hides from the parser what it misreads, and parses again.
pub(in crate::markdown) fn parse(text: &str, dialect: Dialect) -> (Vec<Spanned<'static>>, Disguise<'_>) {
    let mut disguise = Disguise::new(text);
    cjk::hide_beside_emphasis(text, &mut disguise);
    let mut round = 1;
    loop {
        let (events, misread) = read(&disguise, options(dialect));
        if misread.is_empty() || round == ROUNDS {
            return (events, disguise);
        }
        for at in misread {
            disguise.hide(at, Role::Sign);
        }
        round += 1;
    }
}

/// The events, and the offsets of the characters to hide.
fn read(disguise: &Disguise<'_>, options: Options) -> (Vec<Spanned<'static>>, Vec<usize>) {
    let (mut events, mut misread) = (Vec::new(), Vec::new());
    let read = disguise.read();
    let mut parser = Parser::new_ext(read, options).into_offset_iter();
    while let Some((mut event, span)) = parser.next() {
        misread.extend(misread::place(read, &event, &span));
        disguise.restore(read, &mut event, &span, parser.reference_definitions());
        events.push((event.into_static(), span));
    }
    (events, misread)
}

/// The parser extensions of the dialect.
pub(in crate::markdown) fn options(dialect: Dialect) -> Options {
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
