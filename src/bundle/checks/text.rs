//! Warns of an empty text, of a link without text, and of an update in the future.

use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;
use crate::content::Date;

pub(crate) fn check(post: &Post, today: Date, findings: &mut Diagnostics) {
    let path = &post.source.path;
    if post.body.trim().is_empty() && !post.draft {
        findings.warning(
            path,
            post.location_of("title"),
            "there is no text",
            "write it, or add draft = true until then",
        );
    }
    if let Some(day) = post.updated.map(|updated| updated.day).filter(|day| *day > today) {
        // Feed readers would show it as new until then.
        let remedy = format!("write a day no later than today, {today}");
        findings.warning(path, post.location_of("updated"), format!("updated {day} is in the future"), remedy);
    }
    let lines = post.lines();
    let without_words = post.anatomy.references.iter().filter(|link| !link.image && link.alt.trim().is_empty());
    // What a frame has instead of words is told with its title.
    for link in without_words.filter(|link| !post.media.has_frame_at(link.span.start)) {
        let message = format!("the link to \"{}\" has no text", link.written);
        let remedy = format!("describe its target: [The recipe]({})", link.written);
        findings.warning(path, lines.location(&link.span), message, remedy);
    }
}
