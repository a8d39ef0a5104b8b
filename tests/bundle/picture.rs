//! A picture small enough for tests.

use std::io::Cursor;

use image::{GrayImage, ImageFormat};

/// A PNG of one row, told from others by its width.
pub(crate) fn png(width: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    GrayImage::new(width, 1).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

/// A PNG that smaller copies are worth making of.
pub(crate) fn meadow() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let blade = |x: u32, y: u32| image::Luma([(x * x + 7 * y * x + y * y * y) as u8]);
    GrayImage::from_fn(1000, 200, blade).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}
