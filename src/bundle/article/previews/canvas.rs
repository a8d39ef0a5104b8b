//! A canvas of few colours, the paper and three inks, encoded as an indexed PNG.

use png::{BitDepth, ColorType, Encoder, EncodingError, chunk};
use tiny_skia::{FillRule, Mask, PathBuilder, Rect, Transform};
use zlib_rs::{DeflateConfig, Strategy, compress_bound, compress_slice};

use crate::bundle::theme_colors::ThemeColors;

/// The tokens of `style/tokens.css` for the inks, in the order of [`Ink`].
const INKS: [&str; 3] = ["--ink", "--ink-muted", "--accent"];
/// Shades of each ink, from the paper to the ink itself. All of them fit into one palette, which makes a small file.
const STEPS: usize = 63;
/// How many pixels are looked at together.
const RUN: usize = 64;

#[derive(Clone, Copy)]
pub(super) enum Ink {
    Text,
    Soft,
    Accent,
}

/// What a picture is drawn on, and then the next: to have the memory for one anew takes longer than to empty it.
pub(super) struct Canvas {
    width: u32,
    height: u32,
    /// The coverage of each pixel by each ink.
    inks: [Mask; 3],
    /// The palette index of each pixel, line by line, each after the number of its filter: none.
    lines: Vec<u8>,
    /// The lines as a zlib stream, and unused bytes.
    stream: Vec<u8>,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32) -> Self {
        let mask = |_| Mask::new(width, height).expect("a picture has a width and a height");
        let lines = vec![0; (width as usize + 1) * height as usize];
        let stream = vec![0; compress_bound(lines.len())];
        Self { width, height, inks: INKS.map(mask), lines, stream }
    }

    /// Fills outlines.
    pub(super) fn fill(&mut self, ink: Ink, outlines: PathBuilder) {
        // Spaces have no outline.
        if let Some(path) = outlines.finish() {
            self.inks[ink as usize].fill_path(&path, FillRule::Winding, true, Transform::identity());
        }
    }

    /// Fills a rectangle.
    pub(super) fn bar(&mut self, ink: Ink, bar: Rect) {
        let mut path = PathBuilder::new();
        path.push_rect(bar);
        self.fill(ink, path);
    }

    /// Encodes the picture with a [`palette`], and empties the canvas.
    pub(super) fn png(&mut self, palette: &[u8]) -> Vec<u8> {
        self.write_lines();
        self.inks.iter_mut().for_each(Mask::clear);
        self.encode(palette).expect("a size, a palette and as many pixels are all that a PNG in memory needs")
    }

    fn encode(&mut self, palette: &[u8]) -> Result<Vec<u8>, EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette);
        let mut writer = encoder.write_header()?;
        // It repeats only the byte before: in letters on paper, looking for other repetitions takes most of the time that a
        // picture takes, and makes it 3 % smaller.
        let config = DeflateConfig { strategy: Strategy::Rle, ..DeflateConfig::default() };
        let (stream, _) = compress_slice(&mut self.stream, &self.lines, config);
        writer.write_chunk(chunk::IDAT, stream)?;
        writer.finish()?;
        Ok(bytes)
    }

    fn write_lines(&mut self) {
        self.lines.fill(0);
        let width = self.width as usize;
        for (ink, mask) in self.inks.iter().enumerate() {
            for (line, covered) in self.lines.chunks_mut(width + 1).zip(mask.data().chunks(width)) {
                write_line(ink, &mut line[1..], covered);
            }
        }
    }
}

/// Writes the pixels of a line that an ink covers.
fn write_line(ink: usize, pixels: &mut [u8], covered: &[u8]) {
    for (pixels, covered) in pixels.chunks_mut(RUN).zip(covered.chunks(RUN)) {
        // Fast path: most of a picture is paper.
        if [0; RUN].starts_with(covered) {
            continue;
        }
        for (pixel, covered) in pixels.iter_mut().zip(covered) {
            let step = (usize::from(*covered) * STEPS + 127) / 255;
            if step > 0 {
                *pixel = (ink * STEPS + step) as u8;
            }
        }
    }
}

/// The RGB bytes of the paper, and then of every shade of every ink.
pub(super) fn palette(colors: &ThemeColors) -> Vec<u8> {
    let paper = colors.rgb("--paper");
    let mut palette = paper.to_vec();
    for ink in INKS.map(|token| colors.rgb(token)) {
        for step in 1..=STEPS {
            let mixed = |(paper, ink): (&u8, u8)| {
                ((usize::from(*paper) * (STEPS - step) + usize::from(ink) * step + STEPS / 2) / STEPS) as u8
            };
            palette.extend(paper.iter().zip(ink).map(mixed));
        }
    }
    palette
}
