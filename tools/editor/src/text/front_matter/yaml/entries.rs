//! The keys of a block of YAML, and where their values are.

use std::ops::Range;

/// A key with its value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_at: usize,
    /// The value, without the spaces before it and a comment behind it. One in lines below its key begins at the end
    /// of the key's line.
    pub(super) value: Range<usize>,
}

/// The entries that lines begin with.
pub(super) fn entries(text: &str) -> Vec<Entry> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some((key, after)) = key(line) {
            starts.push((key, at, at + after));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(_, at, _)| *at).chain([text.len()]).collect::<Vec<_>>();
    let entry = |((key, key_at, after), end): ((String, usize, usize), usize)| Entry {
        key,
        key_at,
        value: value(text, after, end),
    };
    starts.into_iter().zip(ends).map(entry).collect()
}

/// The key of a line, and where its value begins in the line.
fn key(line: &str) -> Option<(String, usize)> {
    if line
        .starts_with([' ', '\t', '#', '-', '[', ']', '{', '}', '\n', '\r', ',', '?', '&', '*', '!', '%', '@', '|', '>'])
    {
        return None;
    }
    let (key, end) = match line.chars().next()? {
        quote @ ('"' | '\'') => {
            let end = 1 + line[1..].find(quote)?;
            (&line[1..end], end + 1)
        }
        _ => {
            let end = line
                .match_indices(':')
                .find(|(at, _)| line[at + 1..].chars().next().is_none_or(char::is_whitespace))?
                .0;
            (line[..end].trim_end(), end)
        }
    };
    let rest = line[end..].trim_start_matches([' ', '\t']).strip_prefix(':')?;
    Some((key.to_owned(), line.len() - rest.len()))
}

/// The value between the colon of a key and the next key.
fn value(text: &str, after: usize, end: usize) -> Range<usize> {
    let line_end = text[after..end].find('\n').map_or(end, |length| after + length);
    let first = text[after..line_end].trim_end_matches('\r');
    let start = after + (first.len() - first.trim_start().len());
    let rest = first.trim_start();
    let in_lines = || last_line(text, line_end, end);
    match rest.chars().next() {
        // The value is in the lines below, if there is one; a comment beside the key stays.
        None | Some('#') => match in_lines() {
            Some(last) => after + first.len()..last,
            None => after..after,
        },
        Some('|' | '>') => start..in_lines().unwrap_or(start + rest.len()),
        Some(quote @ ('"' | '\'')) => start..quoted_end(&text[start..end], quote).map_or(end, |length| start + length),
        Some('[' | '{') => start..flow_end(text, start, end),
        _ => match in_lines() {
            Some(last) => start..last,
            None => start..start + without_comment(rest).len(),
        },
    }
}

/// The end of the last line below a key that has words and no comment alone.
fn last_line(text: &str, line_end: usize, end: usize) -> Option<usize> {
    let mut last = None;
    let mut at = line_end;
    for line in text[line_end..end].split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !line.starts_with('#') {
            last = Some(at + line.trim_end().len());
        }
        at += line.len();
    }
    last
}

fn without_comment(line: &str) -> &str {
    let end =
        line.match_indices('#').find(|(at, _)| line[..*at].ends_with([' ', '\t'])).map_or(line.len(), |(at, _)| at);
    line[..end].trim_end()
}

/// Where the quotes that a text begins with end. `None` if they do not.
pub(super) fn quoted_end(text: &str, quote: char) -> Option<usize> {
    let mut letters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = letters.next() {
        if c == '\\' && quote == '"' {
            letters.next();
        } else if c == quote {
            let doubled = quote == '\'' && letters.next_if(|(_, next)| *next == '\'').is_some();
            if !doubled {
                return Some(at + 1);
            }
        }
    }
    None
}

pub(super) fn flow_end(text: &str, start: usize, end: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(c) = text[at..end].chars().next() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            '"' | '\'' if text[..at].ends_with([' ', ',', '[', '{', '\n', ':']) => {
                at = quoted_end(&text[at..end], c).map_or(end, |length| at + length);
                continue;
            }
            '#' if text[..at].ends_with([' ', '\n', '\t']) => {
                at += text[at..end].find('\n').unwrap_or(end - at);
                continue;
            }
            _ => {}
        }
        at += c.len_utf8();
        if depth == 0 {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_is_found_in_whatever_form_it_has() {
        let text = "a: plain # comment\nb: 'it''s'\nc: \"a \\\" b\"  # x\nd: |\n  one: two\n\n  three\n\n# about e\ne: [x, 'y]',\n  z] # last\nf:\n- x\n- y\n\ng:   # why\n  - z\nh:\n\"i\": 1\nj: two\n  lines\n";
        let found: Vec<(String, &str)> =
            entries(text).into_iter().map(|entry| (entry.key, &text[entry.value])).collect();
        let wanted = [
            ("a", "plain"),
            ("b", "'it''s'"),
            ("c", "\"a \\\" b\""),
            ("d", "|\n  one: two\n\n  three"),
            ("e", "[x, 'y]',\n  z]"),
            ("f", "\n- x\n- y"),
            ("g", "\n  - z"),
            ("h", ""),
            ("i", "1"),
            ("j", "two\n  lines"),
        ];
        assert_eq!(found, wanted.map(|(key, value)| (key.to_owned(), value)));
    }
}
