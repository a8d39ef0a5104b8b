//! The length of a text, as the site counts it for the reading time.

use personal_page::content::Dialect;
use personal_page::markdown::Length;

use super::front_matter::split::body_start;

/// The length of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Words between spaces, and characters of Chinese, Japanese and Korean.
    pub words: usize,
    /// Characters as Unicode has them, with spaces and signs of Markdown.
    pub characters: usize,
    /// The reading time, at least one.
    pub minutes: u16,
}

/// Counts a file without its front matter.
#[must_use]
pub fn count(text: &str) -> Count {
    let body = &text[body_start(text)..];
    let length = Length::of(body, Dialect::default());
    Count { words: length.words + length.characters, characters: body.chars().count(), minutes: length.minutes() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_without_signs_and_front_matter() {
        let count =
            count("+++\r\ntitle = \"Not counted\"\r\n+++\r\n## The **sun**\r\n\r\n[شمس](/a/) e\u{301}te\u{301} 👩‍👩‍👧\r\n");
        assert_eq!(count.words, 5);
        assert_eq!(count.minutes, 1);
    }

    #[test]
    fn japanese_is_counted_by_characters() {
        assert_eq!(count("日本語です sun").words, 6);
        assert_eq!(count(&"雨".repeat(4_800)).minutes, 10);
        assert_eq!(count(&"rain ".repeat(2_200)).minutes, 10);
        assert_eq!(count("日本").characters, 2);
    }
}
