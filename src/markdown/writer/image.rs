//! Writes pictures.

use crate::content::{Picture, RenderData};
use crate::markdown::destination::{Address, resolve};
use crate::markdown::escape;

/// The `sizes` of a picture: the width of the text column, `--measure` in `style/tokens.css`. A browser chooses a copy
/// before it has loaded the style.
pub const SIZES: &str = "min(100vw - 2rem, 33rem + 8.25vw, 53.625rem)";

/// A picture, with all that its HTML is made from.
pub struct Image<'a> {
    address: Address,
    /// Its size and its copies, if they are known.
    pub picture: Option<&'a Picture>,
    base: &'a str,
    alt: &'a str,
    title: &'a str,
    /// Whether the browser may defer its load until it is near the viewport.
    pub lazy: bool,
    /// Its `sizes`.
    pub sizes: &'a str,
    /// Its class; may be empty.
    pub class: &'a str,
}

impl<'a> Image<'a> {
    /// The picture at a destination as in the source. `None` if it may not be loaded.
    #[must_use]
    pub fn new(written: &str, alt: &'a str, title: &'a str, beside: &'a RenderData, base: &'a str) -> Option<Self> {
        let address = resolve(written, true, beside, base)?;
        let picture = beside.target(written).and_then(|target| target.picture.as_ref());
        Some(Self { address, picture, base, alt, title, lazy: false, sizes: SIZES, class: "" })
    }

    /// Appends the picture as inline content.
    pub fn inline(&self, out: &mut String) {
        self.img(out, self.title, self.class);
    }

    /// Appends the picture, linked to its file.
    fn linked(&self, out: &mut String) {
        // A link needs text: that of the `alt` attribute.
        if self.picture.is_some() && !self.alt.is_empty() {
            out.push_str("<a class=\"zoom");
            if !self.class.is_empty() {
                out.push(' ');
                out.push_str(self.class);
            }
            out.push_str("\" href=\"");
            out.push_str(&self.address.escaped);
            out.push_str("\">");
            self.img(out, "", self.class);
            out.push_str("</a>");
        } else {
            self.img(out, "", self.class);
        }
    }

    fn img(&self, out: &mut String, title: &str, class: &str) {
        out.push_str("<img src=\"");
        out.push_str(&self.address.escaped);
        out.push('"');
        if let Some(picture) = self.picture {
            self.copies(out, picture);
        }
        escape::attribute(out, "alt", self.alt);
        for (name, value) in [("title", title), ("class", class)] {
            if !value.is_empty() {
                escape::attribute(out, name, value);
            }
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
            escape::attribute(out, "sizes", self.sizes);
        }
        escape::attribute(out, "width", &picture.width.to_string());
        escape::attribute(out, "height", &picture.height.to_string());
    }
}

/// Appends a picture in place of a paragraph: linked to its file, and with its caption. It may have several forms, one of
/// which the style shows; the caption is that of the first.
pub fn block(forms: &[Image<'_>], out: &mut String) {
    let title = forms.first().map_or("", |first| first.title);
    let (open, close) = if title.is_empty() { ("<p>", "</p>\n") } else { ("<figure>", "</figure>\n") };
    out.push_str(open);
    forms.iter().for_each(|form| form.linked(out));
    if !title.is_empty() {
        out.push_str("<figcaption>");
        escape::text(out, title);
        out.push_str("</figcaption>");
    }
    out.push_str(close);
}
