//! Makes text from outside, such as file names, safe to print on a terminal and in the log of a GitHub workflow.

use std::borrow::Cow;

/// The maximum length of a message in characters, several lines of a terminal: text from outside has no limit.
const LONGEST: usize = 2000;

/// The text on one line, with a visible sign for each character that would control a terminal.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(steers) {
        text.chars().map(|c| if steers(c) { sign(c) } else { c }).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// Lines to print, each of them [`printable`]. None after the first begins with `::`, which a workflow would run as a
/// command.
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

/// Cuts out the middle of a text that is too long.
fn shorten(text: String) -> String {
    let byte = |chars: usize| text.char_indices().nth(chars).map(|(at, _)| at);
    let Some(half) = byte(LONGEST).and_then(|_| byte(LONGEST / 2)) else { return text };
    let end = text.char_indices().rev().nth(LONGEST / 2).map_or(half, |(at, _)| at);
    format!("{} … {}", &text[..half], &text[end..])
}

/// Whether a character controls a terminal: control characters, line separators, and directional controls.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The visible sign for a control character, as annotate-snippets shows it in a line of a file.
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
    fn control_characters_are_replaced_in_the_terminal() {
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
    fn the_middle_of_a_long_message_is_left_out() {
        let long = printable_lines(&format!("\"{}\" leads nowhere", "ä".repeat(1_000_000)));
        assert!(long.starts_with("\"ää") && long.ends_with("ä\" leads nowhere"));
        assert!(long.chars().count() < LONGEST + 10);
    }
}
