//! Draws the cards of a site, each only if it is not in the cache.

use std::path::Path;

use super::card::Card;
use super::fonts::Fonts;
use crate::bundle::cache::{Cache, Key, version_of};
use crate::bundle::theme_colors::ThemeColors;

/// Part of the cache key: increase it when the bytes change.
const EDITION: &str = "1";
/// The crates that determine the bytes, for the cache key.
const CRATES: [&str; 9] = [
    "flate2",
    "harfrust",
    "miniz_oxide",
    "png",
    "read-fonts",
    "skrifa",
    "tiny-skia",
    "unicode-bidi",
    "unicode-linebreak",
];

/// What all cards are drawn with.
pub(super) struct Painter<'a> {
    fonts: &'a Fonts,
    colors: &'a ThemeColors,
    cache: Cache,
    /// What determines the bytes besides the texts of a card.
    inputs: [String; 4],
}

impl<'a> Painter<'a> {
    pub(super) fn new(root: &Path, fonts: &'a Fonts, colors: &'a ThemeColors) -> Self {
        let crates = CRATES.map(version_of).concat();
        let inputs = [EDITION, &crates, colors.css(), fonts.key().name()].map(str::to_owned);
        Self { fonts, colors, cache: Cache::of(root), inputs }
    }

    /// The picture of a card, as PNG.
    pub(super) fn draw(&self, card: &Card<'_>) -> Vec<u8> {
        let texts = [card.title, card.about, card.name, &card.more, card.language];
        let inputs = self.inputs.iter().map(String::as_str).chain(texts).map(str::as_bytes);
        let key = Key::new("previews", &inputs.collect::<Vec<_>>());
        self.cache.get(&key).unwrap_or_else(|| {
            let png = card.draw(self.fonts, self.colors);
            // Best effort: without the cache it is drawn again next time.
            let _ = self.cache.put(&key, &png);
            png
        })
    }
}
