//! Small square pictures of people, from files of others.

use super::copies::encode;
use super::named::Kind;
use super::still::{Content, measure, read};

/// In pixels. No service makes pictures of people this wide.
const WIDEST: u32 = 4096;

/// The middle of a picture as a WebP of `size` pixels at most, with nothing of its metadata. `None` if the bytes are no
/// still picture, or one that is too large.
pub(crate) fn avatar(bytes: &[u8], size: u32) -> Option<Vec<u8>> {
    let kind = Kind::found(bytes).filter(|kind| matches!(kind, Kind::Jpeg | Kind::Png | Kind::Webp))?;
    let (width, height) = measure(kind, bytes).ok()?;
    if width.max(height) > WIDEST {
        return None;
    }
    let Content::Still(image) = read(kind, bytes).ok()? else { return None };
    let side = image.width().min(image.height());
    let middle = image.crop_imm((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    encode(kind, &middle, side.min(size))
}
