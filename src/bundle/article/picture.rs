//! Writes pictures that are for one scheme, or narrower than the text column. All others are written by the renderer, of
//! which readers load each byte.

use crate::bundle::escape::escape;
use crate::content::{Picture, RenderData};
use crate::markdown::SIZES;
use crate::markdown::destination::{escaped, of_picture};

/// A form of a picture, with all that its HTML is made from.
pub(super) struct Form<'a> {
    /// Escaped.
    address: String,
    /// Its size and its copies, if they are known.
    pub(super) picture: Option<&'a Picture>,
    base: &'a str,
    alt: &'a str,
    title: &'a str,
    /// Whether the browser may defer its load until it is near the viewport.
    pub(super) lazy: bool,
    /// Its `sizes`.
    pub(super) sizes: &'a str,
    /// Its class; may be empty.
    pub(super) class: &'a str,
}

impl<'a> Form<'a> {
    /// The picture at a destination as in the source. `None` if it may not be loaded.
    pub(super) fn new(
        written: &str,
        alt: &'a str,
        title: &'a str,
        beside: &'a RenderData,
        base: &'a str,
    ) -> Option<Self> {
        let address = of_picture(written, beside, base)?;
        let picture = beside.target(written).and_then(|target| target.picture.as_ref());
        Some(Self { address, picture, base, alt, title, lazy: false, sizes: SIZES, class: "" })
    }

    /// As inline content.
    pub(super) fn inline(&self) -> String {
        self.img(self.title)
    }

    /// Linked to its file, if the link has a text: that of the `alt` attribute.
    fn linked(&self) -> String {
        let img = self.img("");
        if self.picture.is_none() || self.alt.is_empty() {
            return img;
        }
        let class = if self.class.is_empty() { "zoom".to_owned() } else { format!("zoom {}", self.class) };
        format!("<a class=\"{class}\" href=\"{}\">{img}</a>", self.address)
    }

    fn img(&self, title: &str) -> String {
        let mut img = format!("<img src=\"{}\"", self.address);
        if let Some(picture) = self.picture {
            self.copies(&mut img, picture);
        }
        img += &format!(" alt=\"{}\"", words(self.alt));
        for (name, value) in [("title", title), ("class", self.class)] {
            if !value.is_empty() {
                img += &format!(" {name}=\"{}\"", words(value));
            }
        }
        img + if self.lazy { " loading=\"lazy\"" } else { "" } + " decoding=\"async\">"
    }

    fn copies(&self, img: &mut String, Picture { width, height, copies }: &Picture) {
        let copies: Vec<String> =
            copies.iter().map(|(width, path)| format!("{}{} {width}w", escaped(self.base), escaped(path))).collect();
        if !copies.is_empty() {
            *img += &format!(" srcset=\"{}\" sizes=\"{}\"", copies.join(", "), self.sizes);
        }
        *img += &format!(" width=\"{width}\" height=\"{height}\"");
    }
}

/// Text for an element, or an attribute in double quotes, without the control characters that HTML forbids.
pub(super) fn words(text: &str) -> String {
    escape(&text.replace(|c: char| c.is_control() && !matches!(c, '\t' | '\n'), ""))
}

/// A picture in place of a paragraph: linked to its file, and with its caption. It may have several forms, one of which
/// the style shows; the caption is that of the first.
pub(super) fn block(forms: &[Form<'_>]) -> String {
    let linked: String = forms.iter().map(Form::linked).collect();
    match forms.first().map_or("", |first| first.title) {
        "" => format!("<p>{linked}</p>\n"),
        title => format!("<figure>{linked}<figcaption>{}</figcaption></figure>\n", words(title)),
    }
}
