//! Pictures.

use super::destination::Address;
use super::escape;

/// Adds a picture within a line.
pub(super) fn inline(out: &mut String, address: &Address, alt: &str, title: &str) {
    out.push_str("<img src=\"");
    out.push_str(&address.escaped);
    out.push('"');
    escape::attribute(out, "alt", alt);
    if !title.is_empty() {
        escape::attribute(out, "title", title);
    }
    out.push_str(" loading=\"lazy\" decoding=\"async\">");
}

/// Adds a picture with its caption, in place of a paragraph.
pub(super) fn figure(out: &mut String, address: &Address, alt: &str, caption: &str) {
    out.push_str("<figure>");
    inline(out, address, alt, "");
    out.push_str("<figcaption>");
    escape::text(out, caption);
    out.push_str("</figcaption></figure>\n");
}
