//! Limits the content of a text. More is of no use to readers, and the work on some of it grows with its square.

use pulldown_cmark::{Event, Tag};

use super::fields::reader::FieldReader;
use crate::bundle::diagnostics::location::LineIndex;
use crate::content::Dialect;
use crate::markdown;

/// Each is looked up among the others.
const FOOTNOTES: usize = 5_000;

/// Each is looked up among the others, in the browser too.
const REFERENCES: usize = 20_000;

/// The HTML parser reopens every unclosed tag in each paragraph that follows, as browsers do.
const TAGS: usize = 10_000;

/// Whether a text is within the limits. If not, reports the first that it exceeds, and where.
pub(crate) fn hold(body: &str, dialect: Dialect, lines: &LineIndex<'_>, reader: &mut FieldReader) -> bool {
    let count = |what: &[char]| body.matches(what).count();
    // Fast path: each of them begins with one of these characters, and most texts have few.
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
            let message = format!("the text has more than {most} {what}, the maximum");
            reader.error(lines.location(&span), message, "split it into several posts");
            return false;
        }
    }
    true
}
