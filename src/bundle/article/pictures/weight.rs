//! Limits the file size of pictures.

use super::BrokenPicture;

/// In bytes, for a picture without smaller copies. It takes ten seconds on a slow mobile network.
const ALONE: u64 = 1_000_000;
/// In bytes, for a picture with smaller copies: every clone and every deployment still copies the original.
const WITH_COPIES: u64 = 10_000_000;

/// The problem of a picture that is too large. One that cannot be read is reported elsewhere.
pub(super) fn too_heavy(bytes: u64, has_copies: bool) -> Option<BrokenPicture> {
    let (most, how) = if has_copies {
        (WITH_COPIES, "scale it down: no screen is wider than 4000 pixels")
    } else {
        (ALONE, "reduce its size, or save it as WebP or JPEG, for which smaller copies are made")
    };
    let message = || format!("weighs {}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10);
    (bytes > most).then(|| BrokenPicture::new(message(), how))
}
