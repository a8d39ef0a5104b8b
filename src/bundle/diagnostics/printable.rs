//! Text from outside, such as the name of a file, made fit for a terminal and for the log of a workflow.

use std::borrow::Cow;

/// The most characters of a message: several lines of a terminal. A word from outside has no bound of its own.
const LONGEST: usize = 2000;

/// The text on one line, with a sign in place of each character that would steer a terminal.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    match text.contains(steers) {
        true => text.chars().map(|c| if steers(c) { sign(c) } else { c }).collect(),
        false => Cow::Borrowed(text),
    }
}

/// Lines to print, each of them [`printable`]. None begins with `::`, which a workflow would run as its command.
#[must_use]
pub fn printable_lines(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        let line = printable(line.trim_end_matches('\r'));
        if index > 0 {
            lines.push(if line.trim_start().starts_with("::") { sign('\n') } else { '\n' });
        }
        lines.push_str(&line);
    }
    shorten(lines)
}

/// Without its middle, if it is longer than anybody reads.
fn shorten(text: String) -> String {
    let byte = |chars: usize| text.char_indices().nth(chars).map(|(at, _)| at);
    let Some(half) = byte(LONGEST).and_then(|_| byte(LONGEST / 2)) else { return text };
    let end = text.char_indices().rev().nth(LONGEST / 2).map_or(half, |(at, _)| at);
    format!("{} … {}", &text[..half], &text[end..])
}

/// Controls, ends of lines, and what turns the direction of the text behind it.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The sign of a control character, as annotate-snippets shows it in a line of a file.
fn sign(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(u32::from('␀') + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '␡',
        _ => '\u{fffd}',
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, printable, printable_lines};

    #[test]
    fn what_steers_a_terminal_becomes_a_sign() {
        assert_eq!(printable("Größe 日本 👩‍🚀"), "Größe 日本 👩‍🚀");
        assert_eq!(printable("a\u{1b}[2Jb\r\n::error::c"), "a␛[2Jb␍␊::error::c");
        assert_eq!(printable("\u{9b}31m\u{7f}\u{202e}\u{2028}"), "\u{fffd}31m␡\u{fffd}\u{fffd}");
    }

    #[test]
    fn no_line_is_a_command_of_a_workflow() {
        assert_eq!(printable_lines("write\r\n+++\ntitle = \"A\"\n+++"), "write\n+++\ntitle = \"A\"\n+++");
        assert_eq!(printable_lines("move it to\n ::error::a\n::stop"), "move it to␊ ::error::a␊::stop");
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        let long = printable_lines(&format!("\"{}\" leads nowhere", "ä".repeat(1_000_000)));
        assert!(long.starts_with("\"ää") && long.ends_with("ä\" leads nowhere"));
        assert!(long.chars().count() < LONGEST + 10);
    }
}
