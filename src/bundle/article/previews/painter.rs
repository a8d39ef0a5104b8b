//! Draws the cards of a site, each only if it is not in the cache.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use super::card::Card;
use super::fonts::Fonts;
use crate::bundle::cache::Cache;
use crate::bundle::key::{Key, version_of};
use crate::bundle::theme_colors::ThemeColors;

/// Part of the cache key: increase it when the bytes change.
const EDITION: &str = "3";
/// The crates that determine the bytes, for the cache key.
const CRATES: [&str; 8] =
    ["harfrust", "miniz_oxide", "png", "read-fonts", "skrifa", "tiny-skia", "unicode-bidi", "unicode-linebreak"];

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

    /// Draws a card, unless the cache has its picture.
    pub(super) fn draw(&self, card: &Card<'_>) -> Picture {
        let texts = [card.title, card.about, card.name, &card.more, card.language];
        let inputs = self.inputs.iter().map(String::as_str).chain(texts).map(str::as_bytes);
        let key = Key::new("previews", &inputs.collect::<Vec<_>>());
        if self.cache.file(&key).is_file() {
            return Picture { key, png: None };
        }
        let png = card.draw(self.fonts, self.colors);
        // Where it cannot be stored, it stays in memory.
        let is_stored = self.cache.put(&key, &png).is_ok();
        Picture { key, png: (!is_stored).then_some(png) }
    }
}

/// The picture of a card.
pub(super) struct Picture {
    /// What it is made from.
    pub(super) key: Key,
    /// Its PNG, if that is not in the cache.
    png: Option<Vec<u8>>,
}

impl Picture {
    /// Its PNG. An error if it was removed from the cache meanwhile.
    pub(super) fn png(&self, cache: &Cache) -> io::Result<Cow<'_, [u8]>> {
        match &self.png {
            Some(png) => Ok(png.into()),
            None => fs::read(cache.file(&self.key)).map(Into::into),
        }
    }
}
