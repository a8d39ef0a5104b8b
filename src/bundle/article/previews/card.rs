//! The layout of a preview picture: an accent bar, the title as large as it fits, the description, and a footer.

use tiny_skia::{PathBuilder, Rect};

use super::canvas::{Canvas, Ink};
use super::fit::{Step, fit};
use super::fonts::Fonts;
use super::line::{Line, begins_at_right};

/// In pixels, as link previews expect it.
pub(super) const SIZE: (u32, u32) = (1200, 630);

const WIDTH: f32 = SIZE.0 as f32;
const MARGIN: f32 = 84.0;
const COLUMN: f32 = WIDTH - 2.0 * MARGIN;
const LEADING: f32 = 1.2;
/// Font sizes in pixels, from large to small, each with the number of lines that fit above the footer.
const TITLE: [Step; 8] = [(132.0, 1), (112.0, 2), (96.0, 3), (84.0, 3), (72.0, 4), (62.0, 4), (54.0, 5), (48.0, 6)];
const ABOUT: [Step; 1] = [(42.0, 3)];
const FOOT: [Step; 1] = [(36.0, 1)];
/// The baseline of the footer, in pixels.
const BASELINE: f32 = 630.0 - MARGIN;

pub(super) struct Card {
    pub(super) title: String,
    /// The description; may be empty.
    pub(super) about: String,
    /// In the footer: the name of the site or author, and a date or address.
    pub(super) name: String,
    pub(super) more: String,
    pub(super) language: String,
}

impl Card {
    /// Draws it as a PNG, on an empty canvas of [`SIZE`].
    pub(super) fn draw(&self, canvas: &mut Canvas, fonts: &Fonts, palette: &[u8]) -> Vec<u8> {
        let from_right = begins_at_right(&self.title);
        let mut paper = Sheet { canvas, fonts, language: &self.language, from_right };
        let bar = if from_right { WIDTH - MARGIN - 72.0 } else { MARGIN };
        if let Some(bar) = Rect::from_xywh(bar, MARGIN, 72.0, 8.0) {
            paper.canvas.bar(Ink::Accent, bar);
        }
        let below = paper.block(Ink::Text, &self.title, &TITLE, MARGIN + 48.0);
        paper.block(Ink::Soft, &self.about, &ABOUT, below + 12.0);
        let taken = paper.label(Ink::Text, &self.name, 0.62 * COLUMN, !from_right);
        paper.label(Ink::Soft, &self.more, COLUMN - taken - 40.0, from_right);
        paper.canvas.png(palette)
    }
}

struct Sheet<'a> {
    canvas: &'a mut Canvas,
    fonts: &'a Fonts,
    language: &'a str,
    /// Whether the title runs from right to left.
    from_right: bool,
}

impl Sheet<'_> {
    /// Draws lines from `top` down, and returns where they end.
    fn block(&mut self, ink: Ink, text: &str, steps: &[Step], top: f32) -> f32 {
        let (size, lines) = self.fitted(text, COLUMN, steps);
        let mut baseline = top + 0.8 * size;
        for line in &lines {
            self.line(ink, text, line, size, baseline, !self.from_right);
            baseline += LEADING * size;
        }
        baseline - 0.8 * size
    }

    /// Draws a line at one side of the footer, and returns its width.
    fn label(&mut self, ink: Ink, text: &str, width: f32, at_left: bool) -> f32 {
        let (size, lines) = self.fitted(text, width, &FOOT);
        lines.iter().map(|line| self.line(ink, text, line, size, BASELINE, at_left)).sum()
    }

    fn fitted(&self, text: &str, width: f32, steps: &[Step]) -> (f32, Vec<String>) {
        let (fonts, from_right) = (self.fonts.of(text, self.language), begins_at_right(text));
        fit(text, width, steps, |part| Line::new(part, from_right, &fonts, self.language).width())
    }

    /// Draws one line of a text, and returns its width.
    fn line(&mut self, ink: Ink, text: &str, line: &str, size: f32, baseline: f32, at_left: bool) -> f32 {
        let line = Line::new(line, begins_at_right(text), &self.fonts.of(text, self.language), self.language);
        let width = size * line.width();
        let mut outlines = PathBuilder::new();
        line.outline(size, if at_left { MARGIN } else { WIDTH - MARGIN - width }, baseline, &mut outlines);
        self.canvas.fill(ink, outlines);
        width
    }
}
