//! The image formats that browsers support, by file extension and by content.

use std::path::Path;

use imagesize::{Compression, ImageType};

use super::BrokenPicture;

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

    /// Checks that the content of a file matches its extension.
    pub(super) fn check(self, bytes: &[u8]) -> Result<(), BrokenPicture> {
        let holds = match Self::found(bytes) {
            // An SVG is checked when it is parsed.
            None if self == Self::Svg => return Ok(()),
            Some(found) if found == self => return Ok(()),
            Some(found) => found,
            None => {
                let message = format!("is named as {}, but has other content", self.name());
                return Err(BrokenPicture::new(message, format!("save it as {} again", self.name())));
            }
        };
        let message = format!("is named as {}, but is {}", self.name(), holds.name());
        let ending = holds.name().to_ascii_lowercase();
        Err(BrokenPicture::new(message, format!("change its extension to .{ending}, or save it as {}", self.name())))
    }

    pub(super) fn found(bytes: &[u8]) -> Option<Self> {
        match imagesize::image_type(bytes).ok()? {
            ImageType::Heif(Compression::Av1) => Some(Self::Avif),
            ImageType::Gif => Some(Self::Gif),
            ImageType::Jpeg => Some(Self::Jpeg),
            ImageType::Png => Some(Self::Png),
            ImageType::Webp => Some(Self::Webp),
            _ => None,
        }
    }

    /// The name for messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Avif => "AVIF",
            Self::Gif => "GIF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Webp => "WebP",
        }
    }
}
