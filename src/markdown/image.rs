//! Pictures.

use super::destination::Address;
use super::escape;
use crate::content::Picture;

/// The width of the column of text, as `style/tokens.css` has it in `--measure`: a browser chooses a copy before it
/// has the style.
pub const SIZES: &str = "min(100vw - 2rem, 33rem + 8.25vw, 53.625rem)";

/// A picture to write.
pub(super) struct Image<'a> {
    pub(super) address: Address,
    pub(super) picture: Option<&'a Picture>,
    pub(super) base: &'a str,
    pub(super) alt: &'a str,
    pub(super) title: &'a str,
    /// Whether it can wait until a reader comes near it.
    pub(super) lazy: bool,
}

impl Image<'_> {
    /// Adds the picture within a line.
    pub(super) fn inline(&self, out: &mut String) {
        self.img(out, self.title);
    }

    /// Adds the picture in place of a paragraph: with its caption, and as a link to all of it.
    pub(super) fn block(&self, out: &mut String) {
        let (open, close) = if self.title.is_empty() { ("<p>", "</p>\n") } else { ("<figure>", "</figure>\n") };
        out.push_str(open);
        // A link needs words.
        if self.picture.is_some() && !self.alt.is_empty() {
            out.push_str("<a class=\"zoom\" href=\"");
            out.push_str(&self.address.escaped);
            out.push_str("\">");
            self.img(out, "");
            out.push_str("</a>");
        } else {
            self.img(out, "");
        }
        if !self.title.is_empty() {
            out.push_str("<figcaption>");
            escape::text(out, self.title);
            out.push_str("</figcaption>");
        }
        out.push_str(close);
    }

    fn img(&self, out: &mut String, title: &str) {
        out.push_str("<img src=\"");
        out.push_str(&self.address.escaped);
        out.push('"');
        if let Some(picture) = self.picture {
            self.copies(out, picture);
        }
        escape::attribute(out, "alt", self.alt);
        if !title.is_empty() {
            escape::attribute(out, "title", title);
        }
        if self.lazy {
            out.push_str(" loading=\"lazy\"");
        }
        out.push_str(" decoding=\"async\">");
    }

    fn copies(&self, out: &mut String, picture: &Picture) {
        let mut before = " srcset=\"";
        for (width, path) in &picture.copies {
            out.push_str(before);
            escape::url(out, self.base);
            escape::url(out, path);
            out.push(' ');
            out.push_str(&width.to_string());
            out.push('w');
            before = ", ";
        }
        if !picture.copies.is_empty() {
            out.push('"');
            escape::attribute(out, "sizes", SIZES);
        }
        escape::attribute(out, "width", &picture.width.to_string());
        escape::attribute(out, "height", &picture.height.to_string());
    }
}
