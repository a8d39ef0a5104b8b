//! A canvas of few colours, the paper and three inks, encoded as an indexed PNG.

use miniz_oxide::deflate::core::{
    CompressionStrategy, CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params,
};
use png::{BitDepth, ColorType, Encoder, EncodingError, chunk};
use tiny_skia::{FillRule, Mask, PathBuilder, Rect, Transform};

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

/// The coverage of each pixel by each ink.
pub(super) struct Canvas {
    width: u32,
    height: u32,
    inks: [Mask; 3],
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32) -> Self {
        let mask = |_| Mask::new(width, height).expect("a picture has a width and a height");
        Self { width, height, inks: INKS.map(mask) }
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

    pub(super) fn png(&self, colors: &ThemeColors) -> Vec<u8> {
        self.encode(colors).expect("a size, a palette and as many pixels are all that a PNG in memory needs")
    }

    fn encode(&self, colors: &ThemeColors) -> Result<Vec<u8>, EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette(colors));
        let mut writer = encoder.write_header()?;
        writer.write_chunk(chunk::IDAT, &deflated(&self.lines()))?;
        writer.finish()?;
        Ok(bytes)
    }

    /// The palette index of each pixel, line by line, each after the number of its filter: none.
    fn lines(&self) -> Vec<u8> {
        let pixels = self.pixels();
        let mut lines = Vec::with_capacity(pixels.len() + self.height as usize);
        for line in pixels.chunks(self.width as usize) {
            lines.push(0);
            lines.extend_from_slice(line);
        }
        lines
    }

    /// The palette index of each pixel.
    fn pixels(&self) -> Vec<u8> {
        let mut pixels = vec![0; self.inks[0].data().len()];
        for (ink, mask) in self.inks.iter().enumerate() {
            for (pixels, covered) in pixels.chunks_mut(RUN).zip(mask.data().chunks(RUN)) {
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
        pixels
    }
}

/// A zlib stream that repeats only the byte before: in letters on paper, looking for other repetitions takes most of the
/// time that a picture takes, and makes it 3 % smaller.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    const LEVEL: i32 = 6;
    const WINDOW_BITS: i32 = 15;
    let flags = create_comp_flags_from_zip_params(LEVEL, WINDOW_BITS, CompressionStrategy::RLE as i32);
    let mut stream = Vec::new();
    compress_to_output(&mut CompressorOxide::new(flags), bytes, TDEFLFlush::Finish, |part| {
        stream.extend_from_slice(part);
        true
    });
    stream
}

/// The RGB bytes of the paper, and then of every shade of every ink.
fn palette(colors: &ThemeColors) -> Vec<u8> {
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
