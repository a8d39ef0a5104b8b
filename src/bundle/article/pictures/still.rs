//! Reads a picture made of pixels: upright, in the colours of the web, and never more than fits in memory.

use std::io::Cursor;

use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, ImageResult, Limits};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::Problem;
use super::kind::Kind;

/// 40 megapixels: more than any screen, and about what a program can hold several of at once.
const MOST: u64 = 40_000_000;

/// 16 MB: what stands before the pixels may take. A colour profile has a few kilobytes, but one made to do harm
/// unpacks to all the memory there is.
const HEAD: u64 = 16_000_000;

/// What a file holds.
pub(super) enum Content {
    /// Frames that move, of this size.
    Moving(u32, u32),
    /// One picture, upright.
    Still(DynamicImage),
}

/// Reads a PNG, JPEG or WebP.
pub(super) fn read(kind: Kind, bytes: &[u8]) -> Result<Content, Problem> {
    let (width, height) = measure(kind, bytes)?;
    if moves(kind, bytes).map_err(|error| unreadable(kind, &error.to_string()))? {
        return Ok(Content::Moving(width, height));
    }
    decode(kind, bytes).map(Content::Still).map_err(|error| unreadable(kind, &error.to_string()))
}

/// The size a file claims to have, before any of it is believed.
pub(super) fn measure(kind: Kind, bytes: &[u8]) -> Result<(u32, u32), Problem> {
    let size = imagesize::blob_size(bytes).map_err(|error| unreadable(kind, &error.to_string()))?;
    let (width, height) = (size.width as u64, size.height as u64);
    if width == 0 || height == 0 {
        return Err(unreadable(kind, "it has no pixels"));
    }
    if width.saturating_mul(height) > MOST {
        let message = format!("has {width} × {height} pixels");
        return Err(Problem::new(message, "make it smaller: 40 million pixels are the most"));
    }
    Ok((size.width as u32, size.height as u32))
}

fn unreadable(kind: Kind, error: &str) -> Problem {
    Problem::new(format!("cannot be read as {}: {error}", kind.name()), format!("save it as {} again", kind.name()))
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
    // Eight bytes a pixel are the most there are: four channels of 16 bits. As much again is for the work.
    reader.limits(limits(2 * 8 * MOST));
    let mut decoder = reader.into_decoder()?;
    let profile = decoder.icc_profile()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder)?;
    let mut image = match image.color().has_alpha() {
        true => DynamicImage::from(image.into_rgba8()),
        false => DynamicImage::from(image.into_rgb8()),
    };
    image.apply_orientation(orientation);
    Ok(profile.and_then(|profile| in_srgb(&image, &profile)).unwrap_or(image))
}

/// So many bytes are the most that a decoder may take.
fn limits(bytes: u64) -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(bytes);
    limits
}

/// The picture in the colours a browser assumes of one without a profile: the copies carry none.
/// `None` where there is nothing to do, or the profile is not one of red, green and blue.
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
