//! Checks the headings of a text: no level is skipped, because people who cannot see the page navigate by them.

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;

pub(crate) fn check(post: &Post, findings: &mut Diagnostics) {
    let lines = post.lines();
    let mut above = 1;
    let mut told = false;
    for heading in &post.anatomy.headings {
        let level = usize::from(heading.written);
        if heading.text.is_empty() {
            let remedy = format!("write its text after the {}, or delete the line", "#".repeat(level));
            findings.warning(&post.source.path, lines.location(&heading.span), "a heading without text", remedy);
        }
        if level == 1 && !told {
            // Reported once a post: an author who begins one with # begins all with it.
            told = true;
            let remedy = "begin it with ##, and its subheadings with one # more";
            findings.warning(
                &post.source.path,
                lines.location(&heading.span),
                "a heading of level 1, the level of the title",
                remedy,
            );
        }
        if level > above + 1 {
            let place = if above == 1 { "the title".to_owned() } else { format!("one of level {above}") };
            let message = format!("a heading of level {level} follows {place}");
            let remedy = format!("begin it with {}", "#".repeat(above + 1));
            findings.warning(&post.source.path, lines.location(&heading.span), message, remedy);
        }
        above = level;
    }
}
