//! Turns a text into the events of the dialect.

pub(super) mod attributes;
mod autolink;
mod cjk;
pub(super) mod disguise;
mod misread;
pub(super) mod parse;
mod quotes;
pub(super) mod spanned;
mod text_run;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::content::Dialect;
use parse::parse;
use spanned::Spanned;
use text_run::{Run, boxed};

/// The events of a text, each with its range in bytes; everything that reads a text uses these. Adjacent texts are
/// merged, bare URLs are links, email addresses have their scheme.
#[must_use]
pub fn events(text: &str, dialect: Dialect) -> Vec<Spanned<'static>> {
    of_dialect(text, parse(text, dialect).0)
}

/// Like [`events`], from the events of the parser.
pub(super) fn of_dialect(text: &str, mut parsed: Vec<Spanned<'static>>) -> Vec<Spanned<'static>> {
    quotes::curl(text, &mut parsed);
    let mut events = Vec::with_capacity(parsed.len());
    let mut run = Run::default();
    // Open links, pictures and code blocks, in which a bare URL is not linked; open links.
    let (mut closed, mut links) = (0, 0);
    for (mut event, span) in parsed {
        if let Event::Text(piece) = event {
            run.push(piece, span, text);
            continue;
        }
        run.finish(&mut events, closed == 0);
        if let Event::Start(Tag::Link { link_type: LinkType::Email, dest_url, .. }) = &mut event {
            *dest_url = boxed("mailto:".to_owned() + dest_url);
        }
        // The parser links `<https://…>` even within the text of a link: there it stays text.
        let mut outer = true;
        match event {
            Event::Start(Tag::Link { .. }) => {
                outer = links == 0;
                (closed, links) = (closed + 1, links + 1);
            }
            Event::End(TagEnd::Link) => {
                (closed, links) = (closed - 1, links - 1);
                outer = links == 0;
            }
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => closed += 1,
            Event::End(TagEnd::Image | TagEnd::CodeBlock) => closed -= 1,
            _ => {}
        }
        if outer {
            events.push((event, span));
        }
    }
    cjk::join_lines(&mut events);
    events
}
