//! The pictures of people beside the conversations.

use std::path::{Path, PathBuf};

use imagesize::ImageType;

use super::FOLDER;
use super::values::AvatarName;
use crate::bundle::input::text_file::beginning;

/// The width and the height of a picture at most, in pixels: twice as wide as it is shown.
pub(crate) const SIZE: u32 = 96;
/// In bytes. A picture of this size without any loss has fewer.
const LONGEST: u64 = 64 * 1024;

/// Where a picture is stored.
pub(crate) fn path(root: &Path, name: &AvatarName) -> PathBuf {
    root.join(FOLDER).join(name.as_str())
}

/// Checks that a stored picture is one.
///
/// # Errors
/// What is wrong with it, to follow its name.
pub(crate) fn check(path: &Path) -> Result<(), String> {
    let bytes = beginning(path, LONGEST).map_err(|error| format!("cannot be read: {error}"))?;
    let is_webp = imagesize::image_type(&bytes).is_ok_and(|kind| kind == ImageType::Webp);
    let size = imagesize::blob_size(&bytes).ok().filter(|_| is_webp && bytes.len() as u64 <= LONGEST);
    match size {
        Some(size) if size.width <= SIZE as usize && size.height <= SIZE as usize => Ok(()),
        _ => Err(format!("is no WebP picture of {SIZE} pixels at most")),
    }
}
