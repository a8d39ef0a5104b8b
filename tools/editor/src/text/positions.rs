//! Places of the text and of the preview: the blocks of a text are the elements of the preview.

/// A place in a preview.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The index of the block.
    pub block: usize,
    /// How far in the block, from 0 to 1.
    pub fraction: f64,
}

/// The place of a byte of a text, whose top-level blocks begin at `blocks`. What is before the first one is at its start.
/// `None` if there are no blocks.
#[must_use]
pub fn place(blocks: &[u32], text: &str, at: usize) -> Option<Place> {
    let block = blocks.partition_point(|start| *start as usize <= at).checked_sub(1);
    let Some(block) = block else { return (!blocks.is_empty()).then_some(Place { block: 0, fraction: 0.0 }) };
    let (start, end) = extent(blocks, text, block)?;
    let fraction = at.saturating_sub(start) as f64 / (end - start).max(1) as f64;
    Some(Place { block, fraction: fraction.clamp(0.0, 1.0) })
}

/// The byte of a text at a place of its preview, at the start of a character. `None` if there is no such block.
#[must_use]
pub fn offset(blocks: &[u32], text: &str, place: Place) -> Option<usize> {
    let (start, end) = extent(blocks, text, place.block)?;
    let fraction = if place.fraction.is_finite() { place.fraction.clamp(0.0, 1.0) } else { 0.0 };
    Some(text.floor_char_boundary(start + ((end - start) as f64 * fraction).round() as usize))
}

/// Where a block begins and its words end.
fn extent(blocks: &[u32], text: &str, block: usize) -> Option<(usize, usize)> {
    let start = text.floor_char_boundary(*blocks.get(block)? as usize);
    let end = blocks.get(block + 1).map_or(text.len(), |next| text.floor_char_boundary(*next as usize)).max(start);
    Some((start, start + text[start..end].trim_end().len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tested::{holds, texts};
    use super::*;

    #[test]
    fn a_caret_leads_to_its_block_and_back() {
        let text = "---\r\na: 1\r\n---\r\n# 日本\r\n\r\nشمس 👩‍👩‍👧\r\n";
        let blocks = [16, 28].map(|at| at as u32);
        assert_eq!(place(&blocks, text, 0), Some(Place { block: 0, fraction: 0.0 }));
        assert_eq!(place(&blocks, text, 28), Some(Place { block: 1, fraction: 0.0 }));
        assert_eq!(place(&blocks, text, text.len()), Some(Place { block: 1, fraction: 1.0 }));
        assert_eq!(offset(&blocks, text, Place { block: 0, fraction: 0.0 }), Some(16));
        assert_eq!(offset(&blocks, text, Place { block: 9, fraction: 0.0 }), None);
        assert_eq!(place(&[], text, 3), None);
    }

    #[test]
    fn no_blocks_and_no_place_lead_outside_a_text_or_into_a_character() {
        holds(
            400,
            &(texts(), prop::collection::vec(0..300_u32, 0..6), 0..300_usize, any::<f64>()),
            |(text, mut blocks, at, fraction)| {
                blocks.sort_unstable();
                if let Some(place) = place(&blocks, &text, at) {
                    prop_assert!((0.0..=1.0).contains(&place.fraction));
                    let back = offset(&blocks, &text, Place { fraction, ..place }).expect("an offset");
                    prop_assert!(text.is_char_boundary(back));
                }
                Ok(())
            },
        );
    }
}
