//! Lists between brackets. Items that stay keep their bytes; in a list with an item a line, also their lines.

use std::ops::Range;

/// A written list.
pub(super) struct List<'a> {
    written: &'a str,
    /// The items, and where they are.
    items: Vec<(String, Range<usize>)>,
}

impl<'a> List<'a> {
    /// `None` if it is not between brackets.
    pub(super) fn new(written: &'a str, items: Vec<(String, Range<usize>)>) -> Option<Self> {
        (written.starts_with('[') && written.ends_with(']') && written.len() > 1).then_some(Self { written, items })
    }

    /// The list with other items. `write` writes an item that is new, like another one. `None` if a comment would be
    /// lost.
    pub(super) fn with(
        &self,
        texts: &[String],
        write: impl Fn(&str, Option<&str>) -> String,
        ending: &str,
    ) -> Option<String> {
        let like = self.items.first().map(|(_, range)| &self.written[range.clone()]);
        if self.has_a_line_each() {
            return Some(self.lines(texts, |text| write(text, like), ending));
        }
        let between = self.items.windows(2).map(|pair| &self.written[pair[0].1.end..pair[1].1.start]);
        let separator = between.clone().next().unwrap_or(", ");
        if self.written.contains(['\n', '#'])
            && between.chain([self.first(), self.last()]).any(|gap| gap.contains(['#', '\n']))
        {
            return None;
        }
        let item = |text: &String| {
            let kept = self.items.iter().find(|(old, _)| old == text);
            kept.map_or_else(|| write(text, like), |(_, range)| self.written[range.clone()].to_owned())
        };
        let items: Vec<String> = texts.iter().map(item).collect();
        let (first, last) =
            if items.is_empty() || self.items.is_empty() { ("", "") } else { (self.first(), self.last()) };
        Some(["[", first, &items.join(separator), last, "]"].concat())
    }

    /// What is between the first bracket and the first item.
    fn first(&self) -> &str {
        self.items.first().map_or("", |(_, range)| &self.written[1..range.start])
    }

    fn last(&self) -> &str {
        self.items.last().map_or("", |(_, range)| &self.written[range.end..self.written.len() - 1])
    }

    fn line_of(&self, at: usize) -> usize {
        self.written[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    fn has_a_line_each(&self) -> bool {
        let starts: Vec<usize> = self.items.iter().map(|(_, range)| self.line_of(range.start)).collect();
        let alone = |(start, (_, range)): (&usize, &(String, Range<usize>))| {
            *start > 0
                && self.written[*start..range.start].trim().is_empty()
                && !self.written[range.clone()].contains('\n')
        };
        !starts.is_empty()
            && starts.windows(2).all(|pair| pair[0] < pair[1])
            && starts.iter().zip(&self.items).all(alone)
            && self.line_of(self.written.len() - 1) > starts[starts.len() - 1]
    }

    /// Each item keeps its line and the comments above it.
    fn lines(&self, texts: &[String], write: impl Fn(&str) -> String, ending: &str) -> String {
        let end_of = |at: usize| self.written[at..].find('\n').map_or(self.written.len(), |length| at + length + 1);
        let first = self.line_of(self.items[0].1.start);
        let indent = &self.written[first..self.items[0].1.start];
        let mut out = self.written[..first].to_owned();
        for text in texts {
            match self.items.iter().position(|(old, _)| old == text) {
                Some(index) => {
                    let (_, range) = &self.items[index];
                    let start = if index == 0 { first } else { end_of(self.items[index - 1].1.end) };
                    let (item, rest) = (&self.written[start..range.end], &self.written[range.end..end_of(range.end)]);
                    let comma = if rest.trim_start().starts_with(',') { "" } else { "," };
                    out.push_str(&[item, comma, rest].concat());
                }
                None => out.push_str(&[indent, &write(text), ",", ending].concat()),
            }
        }
        let last = self.items.last().map_or(first, |(_, range)| end_of(range.end));
        let had_comma = self.last().trim_start().starts_with(',');
        if !had_comma {
            drop_last_comma(&mut out);
        }
        out + &self.written[last..]
    }
}

/// Takes away the comma after the last item, as the list was written. One before a comment stays.
fn drop_last_comma(out: &mut String) {
    let trimmed = out.trim_end();
    if let Some(before) = trimmed.strip_suffix(',') {
        let (at, rest) = (before.len(), out[trimmed.len()..].to_owned());
        out.truncate(at);
        out.push_str(&rest);
    }
}
