//! Compares the labels of footnotes and links.

/// Folds a label: labels match if they fold to the same. Case is ignored (CommonMark, 4.7), by the full case folding
/// of Unicode, as in the parser.
pub(super) fn folded(label: &str) -> String {
    if label.is_ascii() {
        return label.to_ascii_lowercase();
    }
    label.chars().flat_map(folded_char).collect()
}

/// Converts to lower, upper and lower case, as one alone keeps some apart: `ς` and `σ` are both `Σ`, and `ß` is `SS`.
fn folded_char(letter: char) -> impl Iterator<Item = char> {
    // `ı` has the upper case of `i`, but matches it in Turkic languages only (CaseFolding.txt, status T).
    let stays = letter == 'ı';
    let other = (!stays).then(|| letter.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase));
    stays.then_some(letter).into_iter().chain(other.into_iter().flatten())
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
