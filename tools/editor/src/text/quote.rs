//! Quotes.

use super::edit::Edit;
use super::front_matter::split::body_start;
use super::lines::lines_in;
use super::selection::Selection;

/// Quotes the lines of a selection, or takes one level of the quote off if all of them are quoted.
#[must_use]
pub fn toggle(text: &str, selection: Selection) -> Option<Edit> {
    let range = selection.within(text);
    if range.start < body_start(text) {
        return None;
    }
    let lines: Vec<_> = lines_in(text, range.clone()).collect();
    let quoted = |line: &std::ops::Range<usize>| text[line.clone()].trim_start_matches(' ').starts_with('>');
    let words = || lines.iter().filter(|line| !text[(*line).clone()].trim().is_empty());
    let all = words().next().is_some() && words().all(quoted);
    let edit = |line: &std::ops::Range<usize>| {
        let written = &text[line.clone()];
        if !all {
            let sign = if written.is_empty() && lines.len() > 1 { ">" } else { "> " };
            return Some((line.start..line.start, sign.to_owned()));
        }
        let rest = written.trim_start_matches(' ').strip_prefix('>')?;
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        Some((line.start..line.start + written.len() - rest.len(), String::new()))
    };
    let edits: Vec<_> = lines.iter().filter_map(edit).collect();
    Edit::joined(text, &edits, range.into())
}

#[cfg(test)]
mod tests {
    use super::super::tested::does;
    use super::*;

    #[test]
    fn lines_are_quoted_with_the_empty_ones_between_them() {
        does(toggle, &[("⟦雨\r\n\r\nشمس⟧\r\n", "> ⟦雨\r\n>\r\n> شمس⟧\r\n"), ("a│", "> a│"), ("│", "> │")]);
    }

    #[test]
    fn a_quote_of_all_lines_is_taken_off_by_one_level() {
        does(toggle, &[("⟦> a\n>\n>> b⟧", "⟦a\n\n> b⟧"), ("> a│", "a│"), (">a│", "a│")]);
    }

    #[test]
    fn lines_of_which_one_is_no_quote_are_quoted_together() {
        does(toggle, &[("⟦> a\nb⟧", "> ⟦> a\n> b⟧")]);
    }

    #[test]
    fn the_front_matter_is_never_quoted() {
        does(toggle, &[("---\nti│tle: a\n---\n", "")]);
    }
}
