//! Draws the cards of a site, each only if it is not in the cache.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::canvas::{Canvas, palette};
use super::card::{Card, SIZE};
use super::fonts::Fonts;
use crate::bundle::cache::Cache;
use crate::bundle::key::{Key, version_of};
use crate::bundle::theme_colors::ThemeColors;

/// Part of the cache key: increase it when the bytes change.
const EDITION: &str = "4";
/// The crates that determine the bytes, for the cache key.
const CRATES: [&str; 8] =
    ["harfrust", "png", "read-fonts", "skrifa", "tiny-skia", "unicode-bidi", "unicode-linebreak", "zlib-rs"];

/// What all cards are drawn with.
pub(super) struct Painter {
    fonts: Fonts,
    palette: Vec<u8>,
    /// Those that nothing is drawn on now.
    canvases: Mutex<Vec<Canvas>>,
    cache: Cache,
    /// What determines the bytes besides the texts of a card.
    inputs: [String; 4],
}

impl Painter {
    pub(super) fn new(root: &Path, fonts: Fonts, colors: &ThemeColors) -> Self {
        let crates = CRATES.map(version_of).concat();
        let inputs = [EDITION, &crates, colors.css(), fonts.key().name()].map(str::to_owned);
        Self { fonts, palette: palette(colors), canvases: Mutex::default(), cache: Cache::of(root), inputs }
    }

    /// What the picture of a card is made from.
    pub(super) fn key(&self, card: &Card) -> Key {
        let texts = [&card.title, &card.about, &card.name, &card.more, &card.language];
        let inputs = self.inputs.iter().chain(texts).map(String::as_bytes);
        Key::new("previews", &inputs.collect::<Vec<_>>())
    }

    /// The picture of a card, as a PNG.
    pub(super) fn png(&self, card: &Card) -> Vec<u8> {
        let key = self.key(card);
        self.cache.get(&key).unwrap_or_else(|| {
            let png = self.draw(card);
            // Best effort: without it, the picture is drawn again.
            let _ = self.cache.put(&key, &png);
            png
        })
    }

    fn draw(&self, card: &Card) -> Vec<u8> {
        let canvases = || self.canvases.lock().unwrap_or_else(PoisonError::into_inner);
        let idle = canvases().pop();
        let mut canvas = idle.unwrap_or_else(|| Canvas::new(SIZE.0, SIZE.1));
        let png = card.draw(&mut canvas, &self.fonts, &self.palette);
        canvases().push(canvas);
        png
    }
}
