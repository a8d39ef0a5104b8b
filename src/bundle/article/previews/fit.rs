//! Breaks a text into lines of similar length (Unicode Standard Annex 14), in the largest font size that fits.

use std::ops::Range;

use unicode_linebreak::linebreaks;

/// Ends a text that is cut off.
const ELLIPSIS: char = '…';

/// A font size in pixels, and how many lines of it fit.
pub(super) type Step = (f32, usize);

/// The text between two line break opportunities. Widths are in em.
struct Segment {
    range: Range<usize>,
    width: f32,
    /// The width without the spaces at its end, which take no room at the end of a line.
    bare: f32,
}

/// The lines of a text in the first size that it fits in, or cut off in the last. `measure` gives the width of a text
/// in em.
pub(super) fn fit(text: &str, width: f32, steps: &[Step], measure: impl Fn(&str) -> f32) -> (f32, Vec<String>) {
    let Some(&(least, most_lines)) = steps.last() else { return (0.0, Vec::new()) };
    let segments = segments(text, width / least, &measure);
    for (size, lines) in steps {
        if let Some(wrapped) = wrap(&segments, width / size).filter(|wrapped| wrapped.len() <= *lines) {
            let even = even(&segments, width / size, wrapped);
            return (*size, even.into_iter().map(|line| words(text, &segments[line]).to_owned()).collect());
        }
    }
    let wrapped = wrap(&segments, width / least).unwrap_or_default();
    let mut lines: Vec<String> =
        wrapped.iter().take(most_lines).map(|line| words(text, &segments[line.clone()]).to_owned()).collect();
    if let (Some(last), Some(line)) = (lines.last_mut(), wrapped.get(most_lines - 1)) {
        // Cut after a segment if one fits, else after a character.
        let ends = segments[line.clone()].iter().rev().map(|segment| segment.range.end);
        let first = segments[line.start].range.clone();
        let within = text[first.clone()].char_indices().rev().map(|(at, _)| first.start + at);
        let cuts = ends.chain(within).map(|end| format!("{}{ELLIPSIS}", text[first.start..end].trim_end()));
        *last = cuts.into_iter().find(|cut| measure(cut) <= width / least).unwrap_or_default();
    }
    (least, lines)
}

/// Splits a text; a segment wider than a line is cut.
fn segments(text: &str, widest: f32, measure: &impl Fn(&str) -> f32) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut start = 0;
    for (end, _) in linebreaks(text).filter(|(end, _)| !in_korean(text, *end)) {
        for range in pieces(text, start..end, widest, measure) {
            let part = &text[range.clone()];
            segments.push(Segment { range, width: measure(part), bare: measure(part.trim_end()) });
        }
        start = end;
    }
    segments
}

fn pieces(text: &str, range: Range<usize>, widest: f32, measure: &impl Fn(&str) -> f32) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = range.start;
    if measure(text[range.clone()].trim_end()) > widest {
        for (at, c) in text[range.clone()].char_indices() {
            let at = range.start + at;
            if at > start && measure(&text[start..at + c.len_utf8()]) > widest {
                pieces.push(start..at);
                start = at;
            }
        }
    }
    pieces.push(start..range.end);
    pieces
}

/// Whether a position is between two syllables of Korean, which breaks lines at spaces.
fn in_korean(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let is_syllable = |c: char| ('\u{ac00}'..='\u{d7a3}').contains(&c);
    before.ends_with(is_syllable) && after.starts_with(is_syllable)
}

/// The segments of each line, as many as fit; `None` if one is wider than a line.
fn wrap(segments: &[Segment], limit: f32) -> Option<Vec<Range<usize>>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut width = f32::INFINITY;
    for (index, segment) in segments.iter().enumerate() {
        if segment.bare > limit {
            return None;
        }
        match lines.last_mut() {
            Some(line) if width + segment.bare <= limit => line.end = index + 1,
            _ => {
                lines.push(index..index + 1);
                width = 0.0;
            }
        }
        width += segment.width;
    }
    Some(lines)
}

/// Wraps into the same number of lines, in the smallest width that allows it.
fn even(segments: &[Segment], limit: f32, lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let (mut least, mut most, mut best) = (0.0, limit, lines);
    // Twelve bisections find the width to the pixel.
    for _ in 0..12 {
        let between = (least + most) / 2.0;
        match wrap(segments, between).filter(|lines| lines.len() == best.len()) {
            Some(lines) => (most, best) = (between, lines),
            None => least = between,
        }
    }
    best
}

/// The text of some segments.
fn words<'t>(text: &'t str, segments: &[Segment]) -> &'t str {
    let range = segments.first().zip(segments.last()).map(|(first, last)| first.range.start..last.range.end);
    range.map_or("", |range| text[range].trim_end())
}
