//! The colours of a drawing.

use csscolorparser::{Color, parse};

use crate::bundle::article::diagrams::{ID, palette};

/// A colour, a reference or a keyword.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Paint {
    /// A colour of the site, which differs between the schemes, and how much of it is seen.
    Token(&'static str, f32),
    /// A colour of the author, the same in both schemes.
    Own(Color),
    /// As it is written.
    Other(String),
}

impl Paint {
    /// Parses a value. `None` if it is none that a drawing may have.
    pub(super) fn parse(value: &str) -> Option<Self> {
        match value {
            "none" | "transparent" => return Some(Self::Other("none".to_owned())),
            "currentColor" | "currentcolor" => return Some(Self::Other("currentColor".to_owned())),
            _ => {}
        }
        let color = parse(value).ok()?;
        Some(palette::token(&color).map_or(Self::Own(color), |token| Self::Token(token, color.a)))
    }

    /// The value of an attribute.
    pub(super) fn css(&self) -> String {
        match self {
            Self::Token(token, alpha) if *alpha >= 1.0 => format!("var(--{token})"),
            Self::Token(token, alpha) => {
                format!("color-mix(in srgb, var(--{token}) {:.0}%, transparent)", alpha * 100.0)
            }
            Self::Own(color) => color.to_css_hex().to_string(),
            Self::Other(value) => value.clone(),
        }
    }

    /// The colour of text on it, if it is the author's: black or white, whichever differs more.
    pub(super) fn text(&self) -> Option<&'static str> {
        match self {
            Self::Own(color) if color.a >= 0.5 => {
                let [red, green, blue, _] = color.to_linear_rgba();
                let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
                // Where the contrast with black is that with white.
                Some(if luminance > 0.179 { "#000" } else { "#fff" })
            }
            _ => None,
        }
    }
}

/// Whether a value is a colour of the author.
pub(super) fn is_own(value: &str) -> bool {
    matches!(Paint::parse(value), Some(Paint::Own(_)))
}

/// A reference to an element of the drawing: `url(#arrow)`. The id, as it is in the page.
pub(super) fn reference(value: &str) -> Option<(&str, String)> {
    let id = value.strip_prefix("url(")?.strip_suffix(')')?.trim_matches(['"', '\'']).strip_prefix('#')?;
    is_id(id).then(|| (id, format!("url(#{ID}{id})")))
}

/// Whether an id needs no quotes anywhere.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
