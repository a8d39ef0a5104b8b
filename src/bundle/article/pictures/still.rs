//! Decodes raster images: applies their orientation, converts them to sRGB, and limits the memory.

use std::io::Cursor;

use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, ImageResult, Limits};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::BrokenPicture;
use super::named::Kind;

/// In pixels: more than any screen has, and few enough for several images in memory at once.
const MOST: u64 = 40_000_000;

/// Memory in bytes for the chunks before the pixels. A colour profile has a few kilobytes, but a malicious one
/// decompresses to any size.
const HEAD: u64 = 16_000_000;

/// The content of an image file.
pub(super) enum Content {
    /// An animation, and its width and height.
    Moving(u32, u32),
    /// One image, with its orientation applied.
    Still(DynamicImage),
}

/// Reads a PNG, JPEG or WebP.
pub(super) fn read(kind: Kind, bytes: &[u8]) -> Result<Content, BrokenPicture> {
    let (width, height) = measure(kind, bytes)?;
    if moves(kind, bytes).map_err(|error| unreadable(kind, &error.to_string()))? {
        return Ok(Content::Moving(width, height));
    }
    decode(kind, bytes).map(Content::Still).map_err(|error| unreadable(kind, &error.to_string()))
}

/// The size in pixels that the header claims, checked before anything is decoded.
pub(super) fn measure(kind: Kind, bytes: &[u8]) -> Result<(u32, u32), BrokenPicture> {
    let size = imagesize::blob_size(bytes).map_err(|error| unreadable(kind, &error.to_string()))?;
    let (width, height) = (size.width as u64, size.height as u64);
    if width == 0 || height == 0 {
        return Err(unreadable(kind, "it has no pixels"));
    }
    if width.saturating_mul(height) > MOST {
        let message = format!("has {width} × {height} pixels");
        return Err(BrokenPicture::new(message, "scale it down: the maximum is 40 million pixels"));
    }
    Ok((size.width as u32, size.height as u32))
}

fn unreadable(kind: Kind, error: &str) -> BrokenPicture {
    BrokenPicture::new(
        format!("cannot be read as {}: {error}", kind.name()),
        format!("save it as {} again", kind.name()),
    )
}

fn moves(kind: Kind, bytes: &[u8]) -> ImageResult<bool> {
    match kind {
        Kind::Png => PngDecoder::with_limits(Cursor::new(bytes), limits(HEAD))?.is_apng(),
        Kind::Webp => Ok(WebPDecoder::new(Cursor::new(bytes))?.has_animation()),
        _ => Ok(false),
    }
}

fn decode(kind: Kind, bytes: &[u8]) -> ImageResult<DynamicImage> {
    let format = match kind {
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
        _ => ImageFormat::Jpeg,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    // A pixel has at most eight bytes: four channels of 16 bits. Decoding takes as much again.
    reader.limits(limits(2 * 8 * MOST));
    let mut decoder = reader.into_decoder()?;
    let profile = decoder.icc_profile()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder)?;
    let has_alpha = image.color().has_alpha();
    let mut image =
        if has_alpha { DynamicImage::from(image.into_rgba8()) } else { DynamicImage::from(image.into_rgb8()) };
    image.apply_orientation(orientation);
    Ok(profile.and_then(|profile| in_srgb(&image, &profile)).unwrap_or(image))
}

/// Limits the memory of a decoder, in bytes.
fn limits(bytes: u64) -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(bytes);
    limits
}

/// Converts an image to sRGB, which browsers assume without a profile: the copies have none. `None` if the profile is
/// not RGB, or cannot be applied.
fn in_srgb(image: &DynamicImage, profile: &[u8]) -> Option<DynamicImage> {
    let profile = ColorProfile::new_from_slice(profile).ok().filter(|it| it.color_space == DataColorSpace::Rgb)?;
    let mut same = image.clone();
    let (layout, from, to) = match (image, &mut same) {
        (DynamicImage::ImageRgb8(from), DynamicImage::ImageRgb8(to)) => (Layout::Rgb, from.as_raw(), &mut **to),
        (DynamicImage::ImageRgba8(from), DynamicImage::ImageRgba8(to)) => (Layout::Rgba, from.as_raw(), &mut **to),
        _ => return None,
    };
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()).ok()?;
    transform.transform(from, to).ok()?;
    Some(same)
}
