//! Where code ends that begins at a place in a text.

use super::page::marks;

/// The offset after the fenced code block that begins on a line.
pub(super) fn fence(text: &str, start: usize) -> Option<usize> {
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next()?;
    let rest = &first[marks(first).1..];
    let mark = rest.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = rest.chars().take_while(|c| *c == mark).count();
    if length < 3 || mark == '`' && rest[length..].contains('`') {
        return None;
    }
    let mut at = start + first.len();
    for line in lines {
        at += line.len();
        let line = line.trim_start_matches([' ', '\t', '>']);
        let run = line.chars().take_while(|c| *c == mark).count();
        if run >= length && line[run..].trim().is_empty() {
            break;
        }
    }
    Some(at)
}

/// The offset after a run of so many backticks.
pub(super) fn closing_run(text: &str, run: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(start) = text[at..].find('`').map(|step| at + step) {
        let length = text[start..].bytes().take_while(|byte| *byte == b'`').count();
        at = start + length;
        if length == run {
            return Some(at);
        }
    }
    None
}
