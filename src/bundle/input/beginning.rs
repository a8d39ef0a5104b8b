//! The beginning of a text that has no title.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::content::Dialect;
use crate::markdown::events;

/// In characters: a line of a list.
const LONGEST: usize = 60;

/// The words of the first block of a text that has some, without markup, cut at a word. `None` if there are none.
pub(super) fn beginning(text: &str, dialect: Dialect) -> Option<String> {
    let mut words = String::new();
    let mut in_code = false;
    for (event, _) in events(text, dialect) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if in_code => {}
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell)
                if !words.trim().is_empty() =>
            {
                break;
            }
            _ => {}
        }
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then(|| cut(&words))
}

fn cut(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(LONGEST) else { return words.to_owned() };
    let kept = &words[..end];
    let whole =
        if words[end..].starts_with(' ') { kept } else { kept.rsplit_once(' ').map_or(kept, |(whole, _)| whole) };
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::beginning;
    use crate::content::Dialect;

    #[test]
    fn the_beginning_is_the_words_of_the_first_block() {
        for (text, words) in [
            ("Rye *again*, with [seeds](./a.md).\n\nMore.", Some("Rye again, with seeds.")),
            ("```\ncode\n```\n\nAfter the code.", Some("After the code.")),
            ("![A loaf](./loaf.jpg)", Some("A loaf")),
            ("- one\n- two", Some("one")),
            ("", None),
            ("---", None),
        ] {
            assert_eq!(beginning(text, Dialect::default()).as_deref(), words, "{text}");
        }
    }

    #[test]
    fn a_long_beginning_is_cut_at_a_word() {
        let text = "The starter doubled in four hours today, which it never did before in this kitchen.";
        let words = "The starter doubled in four hours today, which it never did…";
        assert_eq!(beginning(text, Dialect::default()).as_deref(), Some(words));
        let text = "字".repeat(100);
        assert_eq!(beginning(&text, Dialect::default()), Some("字".repeat(60) + "…"));
    }
}
