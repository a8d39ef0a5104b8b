//! Writes code blocks.

use crate::content::{Message, Messages};
use crate::markdown::{escape, fence};

/// Opens a code block. It takes keyboard focus, since long lines make it scroll.
pub(super) fn open(out: &mut String, words: &Messages, info: &str) {
    let (title, language) = (fence::title(info), fence::language(info));
    if title.is_empty() {
        out.push_str("<div class=\"code\">");
    } else {
        out.push_str("<figure class=\"code\"><figcaption>");
        escape::text(out, title);
        out.push_str("</figcaption>");
    }
    out.push_str("<pre tabindex=\"0\" role=\"group\" aria-label=\"");
    escape::text(out, title);
    if !title.is_empty() && !language.is_empty() {
        out.push_str(", ");
    }
    escape::text(out, if title.is_empty() && language.is_empty() { words.get(Message::Code) } else { language });
    out.push_str("\"><code");
    if !language.is_empty() {
        out.push_str(" class=\"language-");
        escape::text(out, language);
        out.push('"');
    }
    out.push('>');
}

/// Closes a code block. Its copy button does nothing until the program runs, and is hidden until then.
pub(super) fn close(out: &mut String, words: &Messages, info: &str) {
    out.push_str("</code></pre><button type=\"button\" class=\"copy\">");
    escape::text(out, words.get(Message::Copy));
    out.push_str("</button>");
    out.push_str(if fence::title(info).is_empty() { "</div>\n" } else { "</figure>\n" });
}
