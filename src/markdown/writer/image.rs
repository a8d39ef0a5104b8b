//! Writes pictures.

use crate::content::Picture;
use crate::markdown::destination::Address;
use crate::markdown::escape;

/// The `sizes` of a picture: the width of the text column, `--measure` in `style/tokens.css`. A browser chooses a copy
/// before it has loaded the style.
pub const SIZES: &str = "min(100vw - 2rem, 33rem + 8.25vw, 53.625rem)";

/// A picture, with all that its HTML is made from.
pub(super) struct Image<'a> {
    pub(super) address: Address,
    pub(super) picture: Option<&'a Picture>,
    pub(super) base: &'a str,
    pub(super) alt: &'a str,
    pub(super) title: &'a str,
    /// Whether the browser may defer its load until it is near the viewport.
    pub(super) lazy: bool,
}

impl Image<'_> {
    /// Appends the picture as inline content.
    pub(super) fn inline(&self, out: &mut String) {
        self.img(out, self.title);
    }

    /// Appends the picture in place of a paragraph: with its caption, and linked to its file.
    pub(super) fn block(&self, out: &mut String) {
        let (open, close) = if self.title.is_empty() { ("<p>", "</p>\n") } else { ("<figure>", "</figure>\n") };
        out.push_str(open);
        // A link needs text: that of the `alt` attribute.
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
