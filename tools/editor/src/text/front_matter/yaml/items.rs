//! Lists in YAML: between brackets, and an item a line.

use std::ops::Range;

use personal_page::bundle::preview::front_matter::{self, Read};

use super::entries::{flow_end, quoted_end};
use super::scalars::{double, plain, single};

/// An item of a list between brackets.
pub(super) fn written(text: &str) -> String {
    plain(text).filter(|text| !text.contains([',', '[', ']', '{', '}'])).unwrap_or_else(|| double(text))
}

/// The items of a list between brackets.
pub(super) fn flow(old: &str) -> Option<Vec<(String, Range<usize>)>> {
    if !old.starts_with('[') || flow_end(old, 0, old.len()) != old.len() {
        return None;
    }
    let mut items = Vec::new();
    let mut at = 1;
    loop {
        at = old.len() - old[at..].trim_start_matches(|c: char| c.is_whitespace() || c == ',').len();
        let rest = &old[at..];
        if rest.starts_with(']') || rest.is_empty() {
            return Some(items);
        }
        let end = match rest.chars().next()? {
            // A comment, a list in the list.
            '#' | '[' | '{' => return None,
            quote @ ('"' | '\'') => at + quoted_end(rest, quote)?,
            _ => at + rest[..rest.find([',', ']'])?].trim_end().len(),
        };
        items.push((value(&old[at..end])?, at..end));
        at = end;
    }
}

/// An item as a text.
fn value(item: &str) -> Option<String> {
    match front_matter::yaml(&["item: ", item].concat())?.pop()?.1 {
        Read::Text(words) | Read::Number(words) => Some(words),
        Read::Flag(_) => item.split_whitespace().next().map(str::to_owned),
        Read::Nothing | Read::List(_) | Read::Table => None,
    }
}

/// A list with an item a line, with other items: those that stay keep their lines, with the comments above them.
pub(super) fn replaced(old: &str, texts: &[String], ending: &str) -> Option<String> {
    let mut chunks: Vec<(String, String)> = Vec::new();
    let (mut pending, mut sign, mut quote) = (String::new(), None, None);
    // Each line with the ending before it.
    for line in old.split('\n').skip(1) {
        let line = line.trim_end_matches('\r');
        let words = line.trim_start();
        if words.is_empty() || words.starts_with('#') {
            pending.push_str(&[ending, line].concat());
            continue;
        }
        let item = words.strip_prefix("- ")?.trim_start();
        let value = value(item).filter(|_| !item.starts_with(['[', '{', '&', '*', '!', '|', '>']))?;
        let length = line.len() - item.len();
        sign.get_or_insert_with(|| line[..length].to_owned());
        quote = quote.or(item.chars().next());
        chunks.push((value, [&std::mem::take(&mut pending), ending, line].concat()));
    }
    let sign = sign.filter(|_| !texts.is_empty())?;
    let write = |text: &String| match quote {
        Some('"') => double(text),
        Some('\'') => single(text),
        _ => plain(text).unwrap_or_else(|| double(text)),
    };
    let mut out = String::new();
    for text in texts {
        match chunks.iter().find(|(value, _)| value == text) {
            Some((_, line)) => out.push_str(line),
            None => out.push_str(&[ending, &sign, &write(text)].concat()),
        }
    }
    Some(out + &pending)
}
