//! Smaller WebP copies of a picture, for smaller screens. Cached.

use image::DynamicImage;
use rayon::prelude::*;
use resize::{Pixel, Type};
use rgb::FromSlice;
use webp::{Encoder, PixelLayout, WebPConfig};

use super::named::Kind;
use super::still::{Content, read};
use super::{BrokenPicture, Copy, Made, WIDEST};
use crate::bundle::cache::Cache;
use crate::bundle::key::{Key, version_of};

/// The widths of copies, in pixels.
pub(crate) struct Widths {
    /// Those below the widest, the narrowest first. A picture that is no wider than the first has no copies.
    steps: &'static [u32],
    widest: u32,
    /// A part of the cache key, so that no two copies of a picture have one name.
    name: Option<&'static str>,
}

/// For the column: on a phone, the same at a higher density, on a desktop, and that at a higher density.
pub(crate) const COLUMN: Widths = Widths { steps: &[480, 800, 1200, 1600], widest: WIDEST, name: None };
/// For a portrait of 160 CSS pixels, at three densities.
pub(crate) const PORTRAIT: Widths = Widths { steps: &[160, 320], widest: 480, name: Some("portrait") };
/// Part of the cache key: increase it when the bytes change.
const EDITION: &[u8] = b"1";
/// Of lossy WebP, 0 to 100.
const QUALITY: f32 = 80.0;
/// 0 to 100. Doubling it takes twice the time, and saves a hundredth of the bytes.
const LOSSLESS_EFFORT: f32 = 40.0;

/// The size of a raster image, and its copies, cached.
pub(super) fn make(kind: Kind, bytes: &[u8], widths: &Widths, cache: &Cache) -> Result<Made, BrokenPicture> {
    let crates = ["webp", "libwebp-sys", "resize", "image", "moxcms"].map(version_of).concat();
    let inputs = [EDITION, crates.as_bytes(), kind.name().as_bytes(), bytes].into_iter();
    let inputs: Vec<&[u8]> = inputs.chain(widths.name.map(str::as_bytes)).collect();
    let key = Key::new("pictures", &inputs);
    let known = cache.get(&key).and_then(|json| serde_json::from_slice::<(u32, u32, Vec<u32>)>(&json).ok());
    if let Some((width, height, kept)) = known {
        let made = Made {
            width,
            height,
            bytes: bytes.len() as u64,
            copies: kept.into_iter().map(|width| copy(cache, &key, width)).collect(),
        };
        if made.copies.iter().all(|copy| copy.file.is_file()) {
            return Ok(made);
        }
    }
    let (width, height, copies) = match read(kind, bytes)? {
        Content::Moving(width, height) => (width, height, Vec::new()),
        Content::Still(image) => (image.width(), image.height(), encode_all(kind, &image, widths, bytes.len())),
    };
    let keep = |key: &Key, bytes: &[u8]| {
        let failed = |error| {
            BrokenPicture::new(format!("has smaller copies that cannot be stored: {error}"), "make target/ writable")
        };
        cache.put(key, bytes).map_err(failed)
    };
    for (width, bytes) in &copies {
        keep(&key.part(&width.to_string()), bytes)?;
    }
    let widths: Vec<u32> = copies.iter().map(|(width, _)| *width).collect();
    let json = serde_json::to_vec(&(width, height, &widths)).expect("numbers always serialise");
    keep(&key, &json)?;
    Ok(Made {
        width,
        height,
        bytes: bytes.len() as u64,
        copies: widths.into_iter().map(|width| copy(cache, &key, width)).collect(),
    })
}

fn copy(cache: &Cache, key: &Key, width: u32) -> Copy {
    Copy { width, file: cache.file(&key.part(&width.to_string())), hash: key.short().to_owned() }
}

/// The useful copies, the widest last. One that has no fewer bytes than the next wider one, or the original, is
/// dropped.
fn encode_all(kind: Kind, image: &DynamicImage, widths: &Widths, bytes: usize) -> Vec<(u32, Vec<u8>)> {
    let own = image.width().min(widths.widest);
    let all = widths.steps.iter().copied().filter(|width| *width < own).chain([own]);
    let is_wide = widths.steps.first().is_some_and(|first| image.width() > *first);
    let widths: Vec<u32> = if is_wide { all.collect() } else { Vec::new() };
    let all: Vec<_> = widths.par_iter().filter_map(|width| Some((*width, encode(kind, image, *width)?))).collect();
    let mut wider = bytes;
    let mut worth = Vec::new();
    for copy in all.into_iter().rev() {
        if copy.1.len() < wider {
            wider = copy.1.len();
            worth.insert(0, copy);
        }
    }
    worth
}

/// A copy of this width. `None` if WebP cannot hold it: 16383 pixels is the maximum height.
pub(super) fn encode(kind: Kind, image: &DynamicImage, width: u32) -> Option<Vec<u8>> {
    let (full, height) = (u64::from(image.width()), u64::from(image.height()));
    let height = ((height * u64::from(width) + full / 2) / full).max(1) as u32;
    let (small, layout) = resize(image, width, height)?;
    let encoder = Encoder::new(&small, layout, width, height);
    let mut config = WebPConfig::new().ok()?;
    config.quality = QUALITY;
    // Doubles the time, and keeps coloured lines from fading. Photos have none.
    config.use_sharp_yuv = i32::from(kind == Kind::Png);
    let lossy = encoder.encode_advanced(&config).ok()?.to_vec();
    if kind != Kind::Png || width < image.width() {
        return Some(lossy);
    }
    // A diagram or a screenshot may be smaller as lossless WebP. Scaled down, with soft edges, it never is.
    (config.lossless, config.quality, config.method) = (1, LOSSLESS_EFFORT, 3);
    let lossless = encoder.encode_advanced(&config).ok()?.to_vec();
    Some(if lossless.len() < lossy.len() { lossless } else { lossy })
}

/// The pixels of the image in another size. Transparent pixels have no part in the colour of those around them.
fn resize(image: &DynamicImage, width: u32, height: u32) -> Option<(Vec<u8>, PixelLayout)> {
    let [full_width, full_height, width, height] =
        [image.width(), image.height(), width, height].map(|side| side as usize);
    let from = image.as_bytes();
    if image.color().has_alpha() {
        let mut small = vec![0; width * height * 4];
        let mut resizer = resize::new(full_width, full_height, width, height, Pixel::RGBA8P, Type::Lanczos3).ok()?;
        resizer.resize(from.as_rgba(), small.as_rgba_mut()).ok()?;
        return Some((small, PixelLayout::Rgba));
    }
    let mut small = vec![0; width * height * 3];
    let mut resizer = resize::new(full_width, full_height, width, height, Pixel::RGB8, Type::Lanczos3).ok()?;
    resizer.resize(from.as_rgb(), small.as_rgb_mut()).ok()?;
    Some((small, PixelLayout::Rgb))
}
