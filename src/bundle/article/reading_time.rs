//! Estimates how long a text takes to read.

use crate::markdown::Length;

/// Words per minute (Brysbaert 2019: 238 for English prose; fewer here, because code is read slower).
const WORDS: usize = 220;
/// Characters per minute in Chinese, Japanese and Korean.
const CHARACTERS: usize = 480;

/// Minutes, at least one.
pub(crate) fn minutes(Length { words, characters }: Length) -> u16 {
    let minutes = (words as f64 / WORDS as f64 + characters as f64 / CHARACTERS as f64).round();
    (minutes as u16).max(1)
}
