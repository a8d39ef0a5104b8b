//! One font: its characters, text shaping, and the outlines of its glyphs.

use std::borrow::Cow;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::MetadataProvider;
use skrifa::metrics::Metrics;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{GlyphId, LocationRef, Size};
use tiny_skia::PathBuilder;

/// A font, with its data for shaping.
pub(super) struct Font {
    data: Cow<'static, [u8]>,
    shaper: ShaperData,
}

/// A positioned glyph. Lengths are in em.
pub(super) struct Glyph {
    id: GlyphId,
    pub(super) advance: f32,
    /// Offset from its position, to the right and up.
    offset: (f32, f32),
}

impl Font {
    /// Reads a font, the first of a collection; `None` if it cannot be used.
    pub(super) fn new(data: Cow<'static, [u8]>) -> Option<Self> {
        let font = FontRef::from_index(&data, 0).ok()?;
        let usable = font.charmap().has_map() && metrics(&font).units_per_em > 0;
        let shaper = ShaperData::new(&font);
        usable.then_some(Self { data, shaper })
    }

    pub(super) fn data(&self) -> &[u8] {
        &self.data
    }

    fn parsed(&self) -> FontRef<'_> {
        FontRef::from_index(&self.data, 0).expect("it could be read before")
    }

    pub(super) fn has(&self, c: char) -> bool {
        self.parsed().charmap().map(c).is_some()
    }

    /// Shapes a text of one direction into glyphs, from left to right.
    pub(super) fn shape(&self, text: &str, from_right: bool, language: &str) -> Vec<Glyph> {
        let font = self.parsed();
        let em = f32::from(metrics(&font).units_per_em);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if from_right { Direction::RightToLeft } else { Direction::LeftToRight });
        if let Ok(language) = language.parse() {
            buffer.set_language(language);
        }
        buffer.guess_segment_properties();
        let shaped = self.shaper.shaper(&font).build().shape(buffer, ShapeOptions::new());
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let glyph = |(info, position): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| Glyph {
            id: GlyphId::new(info.glyph_id),
            advance: position.x_advance as f32 / em,
            offset: (position.x_offset as f32 / em, position.y_offset as f32 / em),
        };
        glyphs.map(glyph).collect()
    }

    /// Appends the outline of a glyph at a position in pixels.
    pub(super) fn outline(&self, glyph: &Glyph, size: f32, (x, baseline): (f32, f32), path: &mut PathBuilder) {
        let font = self.parsed();
        let mut pen = Pen { path, x: x + glyph.offset.0 * size, y: baseline - glyph.offset.1 * size };
        if let Some(outline) = font.outline_glyphs().get(glyph.id) {
            // A broken outline is drawn up to the error.
            let _ = outline.draw(DrawSettings::unhinted(Size::new(size), LocationRef::default()), &mut pen);
        }
    }
}

fn metrics(font: &FontRef<'_>) -> Metrics {
    font.metrics(Size::unscaled(), LocationRef::default())
}

/// Moves outlines into place, and flips the y axis, which points up in a font.
struct Pen<'a> {
    path: &'a mut PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (left, up) = (self.x, self.y);
        self.path.cubic_to(left + ax, up - ay, left + bx, up - by, left + x, up - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
