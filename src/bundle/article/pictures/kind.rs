//! Whether the content of a picture is of the format that its name says.

use imagesize::{Compression, ImageType};

use super::BrokenPicture;
use super::named::Kind;

impl Kind {
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
