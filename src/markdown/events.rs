//! From text to the events of the dialect.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::parse::parse;
use super::spanned::Spanned;
use super::text_run::{Run, boxed};
use super::{cjk, quotes};
use crate::content::Dialect;

/// The events of a text, each with the bytes it comes from: what every reader of a text walks over. Neighbouring texts
/// are one, bare URLs are links, addresses of mail have their scheme.
#[must_use]
pub fn events(text: &str, dialect: Dialect) -> Vec<Spanned<'static>> {
    of_dialect(text, parse(text, dialect).0)
}

/// The same, from the events of the parser.
pub(super) fn of_dialect(text: &str, mut parsed: Vec<Spanned<'static>>) -> Vec<Spanned<'static>> {
    quotes::curl(text, &mut parsed);
    let mut events = Vec::with_capacity(parsed.len());
    let mut run = Run::default();
    // How many links, pictures and code blocks are open: a URL in them is not a link of its own.
    let (mut closed, mut links) = (0, 0);
    for (event, span) in parsed {
        if let Event::Text(piece) = event {
            run.push(piece, span, text);
            continue;
        }
        run.finish(&mut events, closed == 0);
        let event = match event {
            Event::Start(Tag::Link { link_type: link_type @ LinkType::Email, dest_url, title, id }) => {
                let dest_url = boxed("mailto:".to_owned() + &dest_url);
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            event => event,
        };
        // The parser makes a link of `<https://…>` even in the words of a link: there it is only words.
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
