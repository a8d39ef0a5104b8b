//! A picture small enough for tests.

use std::io::Cursor;

use image::{GrayImage, ImageFormat};

/// A PNG of one row, told from others by its width.
pub(crate) fn png(width: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    GrayImage::new(width, 1).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}
