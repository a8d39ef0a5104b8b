//! Small pictures for tests.

use std::io::Cursor;

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, GrayImage, ImageEncoder, ImageFormat};

/// A PNG of one row, identified by its width.
pub(crate) fn png(width: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    GrayImage::new(width, 1).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

/// A PNG large enough for smaller copies.
pub(crate) fn meadow() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let blade = |x: u32, y: u32| image::Luma([(x * x + 7 * y * x + y * y * y) as u8]);
    GrayImage::from_fn(1000, 200, blade).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

/// A small PNG whose colour profile decompresses to a number of bytes.
pub(crate) fn bomb(bytes: usize) -> Vec<u8> {
    let mut bomb = Vec::new();
    let mut encoder = PngEncoder::new(&mut bomb);
    encoder.set_icc_profile(vec![0; bytes]).expect("PNG has room for it");
    encoder.write_image(&[0; 6], 2, 1, ExtendedColorType::Rgb8).expect("it can be encoded");
    bomb
}
