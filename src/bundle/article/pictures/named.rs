//! The image formats that browsers support, by file extension.

use std::path::Path;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Avif,
    Gif,
    Jpeg,
    Png,
    Svg,
    Webp,
}

/// Whether a file has the extension of an image.
pub(crate) fn is_named_as_picture(file: &Path) -> bool {
    Kind::of(file).is_some()
}

impl Kind {
    /// The format by the extension of a file; `None` if it is not an image.
    pub(super) fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "avif" => Some(Self::Avif),
            "gif" => Some(Self::Gif),
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            "webp" => Some(Self::Webp),
            _ => None,
        }
    }
}
