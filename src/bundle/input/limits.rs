//! How much a text may hold. What is beyond these bounds no reader could use, and the work on some of it grows
//! with its square.

use pulldown_cmark::{Event, Tag};

use super::fields::reader::FieldReader;
use crate::bundle::diagnostics::location::LineIndex;
use crate::content::Dialect;
use crate::markdown;

/// Each is looked up among the others, and numbered by a reader's eye.
const FOOTNOTES: usize = 5_000;

/// Each is looked up among the others, in the browser too.
const REFERENCES: usize = 20_000;

/// Every tag that is left open is taken up again in each paragraph that follows, as browsers do.
const TAGS: usize = 10_000;

/// Whether a text is within its bounds. If not, the author is told which one it leaves, and where.
pub(crate) fn hold(body: &str, dialect: Dialect, lines: &LineIndex, reader: &mut FieldReader) -> bool {
    let count = |what: &[char]| body.matches(what).count();
    // Every one of them begins with such a sign: most texts need no closer look.
    if count(&['[', '<']) <= FOOTNOTES.min(REFERENCES).min(TAGS) {
        return true;
    }
    let (mut footnotes, mut references, mut tags) = (0, 0, 0);
    for (event, span) in markdown::events(body, dialect) {
        let (count, more, most, what) = match event {
            Event::Start(Tag::FootnoteDefinition(_)) => (&mut footnotes, 1, FOOTNOTES, "footnotes"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                (&mut references, 1, REFERENCES, "links and pictures")
            }
            Event::Html(html) | Event::InlineHtml(html) => (&mut tags, html.matches('<').count(), TAGS, "tags of HTML"),
            _ => continue,
        };
        *count += more;
        if *count > most {
            let message = format!("a text has at most {most} {what}, and here it has more");
            reader.error(lines.location(&span), message, "make several posts of it");
            return false;
        }
    }
    true
}
