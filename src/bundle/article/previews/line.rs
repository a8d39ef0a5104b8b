//! A line of text in visual order, from left to right, with mixed directions and scripts (Unicode Standard Annex 9).

use std::ops::Range;

use tiny_skia::PathBuilder;
use unicode_bidi::{BidiInfo, Level};

use super::font::{Font, Glyph};
use super::fonts::shows_nothing;

/// Consecutive glyphs of one font.
struct Piece<'f> {
    font: &'f Font,
    glyphs: Vec<Glyph>,
}

pub(super) struct Line<'f>(Vec<Piece<'f>>);

/// Whether the first paragraph of a text runs from right to left.
pub(super) fn begins_at_right(text: &str) -> bool {
    BidiInfo::new(text, None).paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl())
}

impl<'f> Line<'f> {
    /// Shapes a line of a paragraph that runs from left to right or from right to left.
    pub(super) fn new(text: &str, from_right: bool, fonts: &[&'f Font], language: &str) -> Self {
        let level = if from_right { Level::rtl() } else { Level::ltr() };
        let bidi = BidiInfo::new(text, Some(level));
        let Some(paragraph) = bidi.paragraphs.first() else { return Self(Vec::new()) };
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        let mut pieces = Vec::new();
        for run in runs {
            let from_right = levels[run.start].is_rtl();
            let mut parts = by_font(&text[run], fonts);
            if from_right {
                parts.reverse();
            }
            let piece = |(part, font): (&str, &'f Font)| Piece { font, glyphs: font.shape(part, from_right, language) };
            pieces.extend(parts.into_iter().map(piece));
        }
        Self(pieces)
    }

    /// Its width in em.
    pub(super) fn width(&self) -> f32 {
        self.0.iter().flat_map(|piece| &piece.glyphs).map(|glyph| glyph.advance).sum()
    }

    /// Appends its outlines, from `x` on. Lengths are in pixels.
    pub(super) fn outline(&self, size: f32, mut x: f32, baseline: f32, path: &mut PathBuilder) {
        for piece in &self.0 {
            for glyph in &piece.glyphs {
                piece.font.outline(glyph, size, (x, baseline), path);
                x += glyph.advance * size;
            }
        }
    }
}

/// The characters that none of the fonts has, each once.
pub(super) fn missing(text: &str, fonts: &[&Font]) -> Vec<char> {
    let mut missing: Vec<char> = text.chars().filter(|c| !shows_nothing(*c)).collect();
    missing.retain(|c| !fonts.iter().any(|font| font.has(*c)));
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// Splits a text by font: each character has the first font that has it. Signs stay in the font of the letters before
/// them if it has them; invisible characters always do.
fn by_font<'t, 'f>(text: &'t str, fonts: &[&'f Font]) -> Vec<(&'t str, &'f Font)> {
    let mut parts: Vec<(Range<usize>, &'f Font)> = Vec::new();
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let first = || fonts.iter().copied().find(|font| font.has(c));
        match parts.last_mut() {
            Some((part, font)) if shows_nothing(c) || is_sign(c) && font.has(c) => part.end = end,
            Some((part, font)) if first().is_none_or(|first| std::ptr::eq(first, *font)) => part.end = end,
            _ => parts.extend(first().or(fonts.first().copied()).map(|font| (start..end, font))),
        }
    }
    parts.into_iter().map(|(part, font)| (&text[part], font)).collect()
}

/// Whether a character is neither a letter nor a digit nor a space. (All spaces are from the first font: they have one
/// width.)
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}
