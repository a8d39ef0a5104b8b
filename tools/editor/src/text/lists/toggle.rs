//! Makes lines the items of a list, and back.

use std::ops::Range;

use super::prefix::{Marker, Prefix};
use crate::text::blocks::Parsed;
use crate::text::edit::Edit;
use crate::text::lines::lines_in;
use crate::text::selection::Selection;

/// Makes the lines of a selection items, numbered or not; or takes their signs off if all of them are that already. Blank
/// lines stay as they are. `None` in code and in the front matter.
#[must_use]
pub fn toggle(text: &str, selection: Selection, numbered: bool) -> Option<Edit> {
    let range = selection.within(text);
    if Parsed::new(text).is_literal(range.start) {
        return None;
    }
    let lines: Vec<Range<usize>> = lines_in(text, range.clone()).collect();
    let only = lines.len() == 1;
    let has_words = |line: &Range<usize>| only || !text[line.clone()].trim().is_empty();
    let signs: Vec<Sign> = lines.into_iter().filter(has_words).map(|line| Sign::read(text, &line)).collect();
    let are_all = signs.iter().all(|sign| sign.marker.is_some_and(|marker| is_number(marker) == numbered));
    let written = |index: usize| match numbered {
        _ if are_all => String::new(),
        true => format!("{}. ", index + 1),
        false => "- ".to_owned(),
    };
    let edits: Vec<_> = signs.into_iter().enumerate().map(|(index, sign)| (sign.range, written(index))).collect();
    Edit::joined(text, &edits, range.into())
}

/// The sign of an item, with the spaces after it; of another line, the place of one.
struct Sign {
    range: Range<usize>,
    marker: Option<Marker>,
}

impl Sign {
    fn read(text: &str, line: &Range<usize>) -> Self {
        let prefix = Prefix::of(&text[line.clone()]);
        let start = line.start + prefix.quote.len() + prefix.indent.len();
        // A check box stays.
        Self { range: start..line.start + prefix.len() - prefix.task.len(), marker: prefix.marker }
    }
}

fn is_number(marker: Marker) -> bool {
    matches!(marker, Marker::Number(..))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tested::does;

    fn toggled(text: &str, numbered: bool) -> String {
        toggle(text, Selection { start: 0, end: text.len() }, numbered).expect("a list").apply(text)
    }

    #[test]
    fn lines_become_items_and_lines_again() {
        assert_eq!(toggled("tea\n\nwater", false), "- tea\n\n- water");
        assert_eq!(toggled("- tea\n\n- water", false), "tea\n\nwater");
        assert_eq!(toggled("> tea\r\n> water", true), "> 1. tea\r\n> 2. water");
    }

    #[test]
    fn items_of_one_kind_become_items_of_the_other() {
        assert_eq!(toggled("- tea\n- water", true), "1. tea\n2. water");
        assert_eq!(toggled("1. tea\nwater", false), "- tea\n- water");
    }

    #[test]
    fn an_empty_line_becomes_an_item() {
        assert_eq!(toggled("", false), "- ");
        assert_eq!(toggled("2026 was dry", true), "1. 2026 was dry");
    }

    #[test]
    fn check_boxes_and_indents_stay() {
        assert_eq!(toggled("- [ ] tea\n  - [x] water", true), "1. [ ] tea\n  2. [x] water");
        assert_eq!(toggled(">\t* tea\n> 12) water", false), ">\t- tea\n> - water");
    }

    #[test]
    fn in_code_and_in_the_front_matter_there_is_no_list() {
        let bullets = |text: &str, selection: Selection| toggle(text, selection, false);
        does(
            bullets,
            &[
                ("---\nti│tle: a\n---\n", ""),
                ("+++\n⟦+++\nText⟧", ""),
                ("```\nco│de\n```", ""),
                ("Text\n\n    co│de", ""),
                ("---\na: 1\n---\nText│", "---\na: 1\n---\n- Text│"),
            ],
        );
    }
}
