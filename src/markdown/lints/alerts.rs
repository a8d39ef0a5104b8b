//! Block quotes that begin like an alert but are none.

use pulldown_cmark::{Event, Tag};

use super::{Lint, LintKind};
use crate::markdown::events::spanned::Spanned;

/// GitHub's alerts, which the dialect has too.
pub const ALERTS: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// The line that names an unknown alert, or an alert with a title. `inside`: the first two events within the tag.
pub(super) fn unknown(text: &str, tag: &Tag<'_>, inside: &[Spanned<'_>]) -> Option<Lint> {
    let (Tag::BlockQuote(None), [(Event::Start(Tag::Paragraph), _), (Event::Text(_), span)]) = (tag, inside) else {
        return None;
    };
    let line = text[span.start..].lines().next().unwrap_or_default().trim_end();
    if text[..span.start].ends_with('\\') {
        return None;
    }
    let (name, title) = line.strip_prefix("[!")?.split_once(']')?;
    let named = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic() || b"-_".contains(&byte));
    let known = ALERTS.iter().any(|known| known.eq_ignore_ascii_case(name));
    if known && title.is_empty() {
        return None;
    }
    let (kind, length) =
        if known { (LintKind::AlertWithTitle, line.len()) } else { (LintKind::UnknownAlert, name.len() + 3) };
    let span = span.start..span.start + length;
    named.then(|| Lint { kind, words: text[span.start..span.start + name.len() + 3].to_owned(), span })
}
