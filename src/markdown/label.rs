//! Compares the labels of footnotes and links.

use unicase::UniCase;

/// Folds a label: labels match if they fold to the same. Case is ignored (CommonMark, 4.7), by the full case folding of
/// Unicode. The table for that is the parser's own, because the one of `std` would add 13 kB (gzip) to the program.
pub(super) fn folded(label: &str) -> String {
    UniCase::unicode(label).to_folded_case()
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser};

    use super::folded;

    /// Whether two labels match in the parser. It keeps both of two notes with one label, but reads a reference to an
    /// undefined label as text.
    fn match_in_parser(one: char, other: char) -> bool {
        let text = format!("[^{one}]\n\n[^{other}]: Note.");
        Parser::new_ext(&text, Options::ENABLE_FOOTNOTES).any(|event| matches!(event, Event::FootnoteReference(_)))
    }

    #[test]
    fn labels_match_where_the_parser_has_them_match() {
        for letter in ('\u{80}'..'\u{1ffff}').filter(|letter| letter.is_alphabetic()) {
            let others = letter.to_lowercase().chain(letter.to_uppercase()).filter(|other| *other != letter);
            for other in others {
                let alike = folded(&letter.to_string()) == folded(&other.to_string());
                assert_eq!(alike, match_in_parser(letter, other), "{letter} {other}");
            }
        }
    }
}
