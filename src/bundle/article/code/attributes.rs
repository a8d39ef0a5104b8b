//! Attributes in the info string of a code block, except the language and the title.

use std::ops::RangeInclusive;

use crate::bundle::diagnostics::problem::Problem;
use crate::bundle::input::fields::unknown_keys::meant;
use crate::markdown::fence;

/// How the lines of a block are shown.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    /// The number of the first line; `None` if lines are not numbered.
    pub(super) first: Option<usize>,
    /// The lines to highlight, counted from 1.
    pub(super) marked: Vec<RangeInclusive<usize>>,
    /// Whether `+` and `-` before a line mark it as inserted or deleted.
    pub(super) diff: bool,
}

/// Known attributes: eight of this site, then rustdoc's.
const KNOWN: [&str; 17] = [
    "title",
    "name",
    "file",
    "filename",
    "linenos",
    "linenostart",
    "hl_lines",
    "diff",
    "text",
    "ignore",
    "no_run",
    "should_panic",
    "compile_fail",
    "edition2015",
    "edition2018",
    "edition2021",
    "edition2024",
];

impl Attributes {
    /// Parses the info string of a block that has so many lines.
    pub(super) fn read(info: &str, lines: usize, problems: &mut Vec<Problem>) -> Self {
        let mut attributes = Self::default();
        // HackMD's syntax for line numbers: ```rust=
        let numbered = info.split_whitespace().next().is_some_and(|word| word.ends_with('='));
        attributes.first = numbered.then_some(1);
        let is_language = usize::from(!fence::language(info).is_empty());
        for (key, value) in fence::words(info).skip(is_language) {
            match (key, value) {
                ("linenos", "false") => {}
                ("linenos", value) => attributes.first = Some(number(value).unwrap_or(attributes.first.unwrap_or(1))),
                ("linenostart", value) => attributes.first = number(value).or(attributes.first),
                ("diff", "") => attributes.diff = true,
                ("hl_lines", "") => {}
                ("hl_lines", range) => attributes.mark(range, lines, problems),
                (range, "") if range.starts_with(|c: char| c.is_ascii_digit()) => {
                    attributes.mark(range, lines, problems)
                }
                (key, _) if KNOWN.contains(&key) => {}
                (key, _) => {
                    let near = meant(key, &KNOWN[..8]);
                    problems.extend(near.map(|near| {
                        Problem::new(
                            format!("unknown attribute \"{key}\" of a code block"),
                            format!("did you mean \"{near}\"?"),
                        )
                    }));
                }
            }
        }
        attributes
    }

    /// Marks the lines of `3` or `4-6`.
    fn mark(&mut self, written: &str, lines: usize, problems: &mut Vec<Problem>) {
        let (from, to) = written.split_once('-').unwrap_or((written, written));
        match (from.parse::<usize>(), to.parse::<usize>()) {
            (Ok(from), Ok(to)) if from > 0 && from <= to && to <= lines => self.marked.push(from..=to),
            (Ok(_), Ok(_)) => {
                let message = format!("there is no line {written} to highlight: the block ends at line {lines}");
                problems.push(Problem::new(message, "count from the first line below the fence"));
            }
            _ => problems.push(Problem::new(format!("\"{written}\" is not a list of lines"), "write {2,4-6}")),
        }
    }
}

/// Parses the number of a first line: 32 bits, so that those of the lines below do not overflow.
fn number(written: &str) -> Option<usize> {
    written.parse::<u32>().ok().map(|number| number as usize)
}
