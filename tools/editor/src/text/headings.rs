//! Headings.

use std::ops::Range;

use super::blocks::Parsed;
use super::edit::Edit;
use super::lines::{following, lines_in};
use super::lists::prefix::Prefix;
use super::selection::Selection;

/// Makes the lines of a selection headings of a level from 1 to 6, or paragraphs if all of them are that already.
#[must_use]
pub fn toggle(text: &str, selection: Selection, level: usize) -> Option<Edit> {
    let range = selection.within(text);
    let parsed = Parsed::new(text);
    if parsed.is_literal(range.start) || !(1..=6).contains(&level) {
        return None;
    }
    let single = range.is_empty();
    let lines: Vec<Line> = lines_in(text, range.clone())
        .map(|line| Line::read(text, &line))
        .filter(|line| single || !line.is_blank)
        .collect();
    let all = lines.iter().all(|line| line.level == level);
    let sign = if all { String::new() } else { "#".repeat(level) + " " };
    let mut edits = Vec::new();
    for line in lines.into_iter().filter(|line| all || line.level != level) {
        edits.push((line.sign, sign.clone()));
        edits.extend(line.underline.map(|underline| (underline, String::new())));
    }
    Edit::joined(text, &edits, range.into())
}

struct Line {
    /// 0 for what is no heading.
    level: usize,
    /// The signs before the words, with the space after them.
    sign: Range<usize>,
    /// The line of `===` or `---` below, with the ending before it.
    underline: Option<Range<usize>>,
    is_blank: bool,
}

impl Line {
    fn read(text: &str, line: &Range<usize>) -> Self {
        let start = line.start + Prefix::of(&text[line.clone()]).len();
        let words = &text[start..line.end];
        let signs = words.len() - words.trim_start_matches('#').len();
        let after = &words[signs..];
        let is_heading = (1..=6).contains(&signs) && (after.is_empty() || after.starts_with([' ', '\t']));
        let space = after.len() - after.trim_start().len();
        let is_blank = words.trim().is_empty();
        if is_heading {
            return Self { level: signs, sign: start..start + signs + space, underline: None, is_blank };
        }
        let below = following(text, line).filter(|_| start == line.start && !is_blank);
        let sign = below.as_ref().and_then(|below| underline(&text[below.clone()]));
        let underline = below.filter(|_| sign.is_some()).map(|below| line.end..below.end);
        Self { level: sign.unwrap_or_default(), sign: start..start, underline, is_blank }
    }
}

/// The level of the heading whose words are above a line.
fn underline(line: &str) -> Option<usize> {
    let signs = line.trim_end();
    match signs.chars().next()? {
        '=' if signs.chars().all(|c| c == '=') => Some(1),
        '-' if signs.chars().all(|c| c == '-') => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tested::does;
    use super::*;

    fn second(text: &str, selection: Selection) -> Option<Edit> {
        toggle(text, selection, 2)
    }

    #[test]
    fn a_line_becomes_a_heading_and_a_paragraph_again() {
        does(
            second,
            &[
                ("A ti│tle\r\n\r\nText", "## A ti│tle\r\n\r\nText"),
                ("## A ti│tle", "A ti│tle"),
                ("#### A ti│tle", "## A ti│tle"),
                ("日│本語", "## 日│本語"),
                ("│", "## │"),
                ("> 👩‍👩‍👧│", "> ## 👩‍👩‍👧│"),
            ],
        );
    }

    #[test]
    fn lines_with_one_heading_among_them_all_become_headings() {
        does(second, &[("⟦## One\n\nTwo⟧", "⟦## One\n\n## Two⟧")]);
    }

    #[test]
    fn a_heading_with_a_line_below_it_loses_the_line() {
        does(second, &[("Tit│le\n=====\nText", "## Tit│le\nText"), ("Tit│le\n---\nText", "Tit│le\nText")]);
    }

    #[test]
    fn in_code_and_in_the_front_matter_a_sign_is_no_heading() {
        does(second, &[("```\ncom│ment\n```", ""), ("---\nti│tle: a\n---\n", "")]);
    }
}
