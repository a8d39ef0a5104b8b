//! The HTML of a page in pieces: the children of the element of its text, and what is around them.

use std::ops::Range;

/// A page as the preview shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    html: String,
    /// Where each child of the element of the text begins, and where the last ends. None if the page has no text.
    starts: Vec<u32>,
}

/// What of the text becomes other HTML.
#[derive(Debug, PartialEq, Eq)]
pub struct Change<'h> {
    /// How many children there were.
    pub children: usize,
    /// Those that are replaced.
    pub range: Range<usize>,
    /// The HTML in their place.
    pub html: &'h str,
}

impl Pieces {
    /// A page by its HTML and the places in it, in bytes.
    #[must_use]
    pub fn new(html: String, starts: Vec<u32>) -> Self {
        Self { html, starts }
    }

    /// The whole HTML.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The change of the text by which another page becomes this one. `None` if more than the text differs.
    #[must_use]
    pub fn change_from(&self, old: &Self) -> Option<Change<'_>> {
        let (olds, news) = (old.children()?, self.children()?);
        if old.around()? != self.around()? {
            return None;
        }
        let start = olds.iter().zip(&news).take_while(|(old, new)| old == new).count();
        let rest = olds[start..].iter().rev().zip(news[start..].iter().rev());
        let end = rest.take_while(|(old, new)| old == new).count();
        let html = self.html.get(self.at(start)?..self.at(news.len() - end)?)?;
        Some(Change { children: olds.len(), range: start..olds.len() - end, html })
    }

    fn at(&self, child: usize) -> Option<usize> {
        self.starts.get(child).map(|start| *start as usize)
    }

    fn children(&self) -> Option<Vec<&str>> {
        self.starts.windows(2).map(|ends| self.html.get(ends[0] as usize..ends[1] as usize)).collect()
    }

    fn around(&self) -> Option<(&str, &str)> {
        let (first, last) = (self.starts.first()?, self.starts.last()?);
        Some((self.html.get(..*first as usize)?, self.html.get(*last as usize..)?))
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Pieces};

    /// A page with a title and paragraphs.
    fn page(title: &str, paragraphs: &[&str]) -> Pieces {
        let (mut html, mut starts) = (format!("<h1>{title}</h1><div>"), Vec::new());
        for paragraph in paragraphs {
            starts.push(html.len() as u32);
            html.extend(["<p>", paragraph, "</p>\n"]);
        }
        starts.push(html.len() as u32);
        Pieces::new(html + "</div>", starts)
    }

    #[test]
    fn of_a_text_only_the_paragraph_that_was_written_is_replaced() {
        let (old, new) = (page("Rye", &["Flour", "Wate", "Salt"]), page("Rye", &["Flour", "Water", "Salt"]));
        let change = Change { children: 3, range: 1..2, html: "<p>Water</p>\n" };
        assert_eq!(new.change_from(&old), Some(change));
        assert_eq!(new.change_from(&new), Some(Change { children: 3, range: 3..3, html: "" }));
    }

    #[test]
    fn a_paragraph_more_among_equal_ones_is_inserted_once() {
        let (old, new) = (page("Rye", &["Fold", "Fold"]), page("Rye", &["Fold", "Fold", "Fold"]));
        let change = Change { children: 2, range: 2..2, html: "<p>Fold</p>\n" };
        assert_eq!(new.change_from(&old), Some(change));
        let change = Change { children: 3, range: 2..3, html: "" };
        assert_eq!(old.change_from(&new), Some(change));
    }

    #[test]
    fn the_first_words_of_a_text_are_inserted() {
        let change = Change { children: 0, range: 0..0, html: "<p>F</p>\n" };
        assert_eq!(page("Rye", &["F"]).change_from(&page("Rye", &[])), Some(change));
    }

    #[test]
    fn another_title_or_a_page_without_a_text_is_no_change_of_the_text() {
        let page_of_findings = Pieces::new(String::new(), Vec::new());
        assert_eq!(page("Rye", &["Flour"]).change_from(&page("Wheat", &["Flour"])), None);
        assert_eq!(page("Rye", &["Flour"]).change_from(&page_of_findings), None);
        assert_eq!(page_of_findings.change_from(&page("Rye", &["Flour"])), None);
    }
}
