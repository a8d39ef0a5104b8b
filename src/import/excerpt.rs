//! The excerpt of a text: what is above `<!-- more -->`, as plain text.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The signs that end an excerpt, without their spaces, in lower case.
const MARKS: [&str; 4] = ["<!--more-->", "<!--truncate-->", "{/*truncate*/}", "<!--excerpt-->"];

/// In characters: what search engines show of a description, about twice.
const LONGEST: usize = 300;

/// The excerpt. `None` if the text has no mark, or if it is too long for a description.
pub(super) fn read(body: &str) -> Option<String> {
    let mut at = 0;
    let mark = body.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        let plain: String = line.split_whitespace().collect::<String>().to_lowercase();
        MARKS.contains(&plain.as_str()).then_some(start)
    })?;
    let text = first_paragraph(&body[..mark])?;
    (text.chars().count() <= LONGEST && !text.contains(['{', '<', '$'])).then_some(text)
}

/// The text of the first paragraph that has any.
fn first_paragraph(text: &str) -> Option<String> {
    let mut words = String::new();
    let (mut inside, mut picture) = (false, false);
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Paragraph) => inside = true,
            Event::Start(Tag::Image { .. }) => picture = true,
            Event::End(TagEnd::Image) => picture = false,
            Event::End(TagEnd::Paragraph) if !words.trim().is_empty() => break,
            Event::End(TagEnd::Paragraph) => inside = false,
            Event::Text(text) | Event::Code(text) if inside && !picture => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak if inside => words.push(' '),
            _ => {}
        }
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn an_excerpt_is_the_plain_text_above_its_mark() {
        assert_eq!(
            read("![x](y.png)\n\nA *short* [text](b).\n\n<!-- more -->\n\nMore.").as_deref(),
            Some("A short text.")
        );
        assert_eq!(read("No mark.\n\nMore."), None);
        assert_eq!(read("In code `<!-- more -->` it is none."), None);
    }
}
