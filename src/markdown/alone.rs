//! Finds the paragraphs that have nothing but pictures, or nothing but a bare URL.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::events::spanned::{Spanned, end};

/// A paragraph of nothing but pictures, or of nothing but one bare URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alone {
    /// Range of the paragraph in the text, in bytes.
    pub span: Range<usize>,
    /// The range of each.
    pub items: Vec<Range<usize>>,
    /// Whether each has a line of its own.
    pub lines: bool,
}

/// All such paragraphs, in order. The text tells a bare URL from one in angle brackets.
pub(super) fn alone(text: &str, events: &[Spanned<'_>]) -> Vec<Alone> {
    let mut all = Vec::new();
    let mut index = 0;
    while let Some((event, span)) = events.get(index) {
        if let Event::Start(Tag::Paragraph) = event {
            let last = end(events, index);
            all.extend(paragraph(text, &events[index + 1..last], span));
            index = last;
        }
        index += 1;
    }
    all
}

/// A paragraph with this content.
fn paragraph(text: &str, content: &[Spanned<'_>], span: &Range<usize>) -> Option<Alone> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let (mut lines, mut broken, mut bare) = (true, true, false);
    let mut index = 0;
    while let Some((event, span)) = content.get(index) {
        match event {
            Event::Start(tag @ (Tag::Image { .. } | Tag::Link { link_type: LinkType::Autolink, .. })) => {
                let link = matches!(tag, Tag::Link { .. });
                if bare || link && (!items.is_empty() || text[span.start..].starts_with('<')) {
                    return None;
                }
                (lines, broken, bare) = (lines && broken, false, link);
                items.push(span.clone());
                index = end(content, index);
            }
            Event::SoftBreak | Event::HardBreak => broken = true,
            Event::Text(text) if text.trim().is_empty() => {}
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            _ => return None,
        }
        index += 1;
    }
    (!items.is_empty()).then(|| Alone { span: span.clone(), items, lines })
}

#[cfg(test)]
mod tests {
    use super::alone;
    use crate::content::Dialect;
    use crate::markdown::events;

    /// The items of each paragraph as the text has them, and whether each has a line.
    fn found(text: &str) -> Vec<(Vec<&str>, bool)> {
        let all = alone(text, &events(text, Dialect::default()));
        all.into_iter().map(|it| (it.items.into_iter().map(|item| &text[item]).collect(), it.lines)).collect()
    }

    #[test]
    fn pictures_and_a_bare_url_alone_are_found() {
        assert_eq!(found("![a](b)"), [(vec!["![a](b)"], true)]);
        assert_eq!(found("> ![a](b)\n> ![c](d \"e\")"), [(vec!["![a](b)", "![c](d \"e\")"], true)]);
        assert_eq!(found("![a](b)<!-- x -->\\\n![c](d)"), [(vec!["![a](b)", "![c](d)"], true)]);
        assert_eq!(found("![a](b) ![c](d)"), [(vec!["![a](b)", "![c](d)"], false)]);
        assert_eq!(found("https://a.example/b"), [(vec!["https://a.example/b"], true)]);
    }

    #[test]
    fn what_has_other_words_is_not() {
        for text in [
            "![a](b) and",
            "https://a.example/b.",
            "<https://a.example/b>",
            "[a](https://a.example/b)",
            "https://a.example/b https://a.example/c",
            "![a](b)\nhttps://a.example/b",
            "[![a](b)](c)",
            "![a](b) <kbd>",
            "# ![a](b)",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
