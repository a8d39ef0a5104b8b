//! The arguments of shortcodes, tags and components: `a "b c" key=value key="value" key={value}`.

use super::scan;

/// Arguments in the order of the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Arguments {
    all: Vec<(Option<String>, String)>,
    /// As written.
    pub(super) raw: String,
}

impl Arguments {
    /// Reads arguments. Commas and white space separate them.
    pub(super) fn parse(text: &str) -> Self {
        let mut all = Vec::new();
        let mut rest = text.trim_start_matches(separates);
        while !rest.is_empty() {
            let end = rest.find(|c: char| separates(c) || "=:\"'`{[".contains(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            let sign = after.trim_start();
            let is_key = is_name(word) && sign.starts_with('=') && !sign.starts_with("==");
            // Nunjucks and Hexo write some as `lang:js`; an address is no key.
            let (key, from) = if is_key { (Some(word.to_owned()), sign[1..].trim_start()) } else { (None, rest) };
            let (value, after) = value(from);
            all.push((key, value));
            rest = after.trim_start_matches(separates);
        }
        Self { all, raw: text.trim().to_owned() }
    }

    /// The value of a key, in any case.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let is =
            |(name, _): &&(Option<String>, String)| name.as_ref().is_some_and(|name| name.eq_ignore_ascii_case(key));
        self.all.iter().find(is).map(|(_, value)| value.as_str())
    }

    /// The value of the first of several keys that has one.
    pub(super) fn first(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| self.get(key)).filter(|value| !value.is_empty())
    }

    /// The values without a key.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter(|(key, _)| key.is_none()).map(|(_, value)| value.as_str())
    }

    /// A value without a key, counted from 0.
    pub(super) fn at(&self, index: usize) -> Option<&str> {
        self.words().nth(index)
    }

    /// The value of one of several keys, or the one without a key at an index.
    pub(super) fn named_or(&self, keys: &[&str], index: usize) -> Option<&str> {
        self.first(keys).or_else(|| self.at(index))
    }

    /// Without the first value that has no key.
    pub(super) fn without_first(&self) -> Self {
        let mut all = self.all.clone();
        if let Some(index) = all.iter().position(|(key, _)| key.is_none()) {
            all.remove(index);
        }
        Self { all, raw: self.raw.clone() }
    }

    /// With other values; an argument without one is left out.
    pub(super) fn mapped(self, value_of: impl Fn(&str) -> Option<String>) -> Self {
        let all = self.all.into_iter().filter_map(|(key, value)| Some((key, value_of(&value)?))).collect();
        Self { all, raw: self.raw }
    }

    pub(super) fn push(&mut self, key: &str, value: String) {
        self.all.push((Some(key.to_owned()), value));
    }
}

/// The value that a text begins with, and the rest.
fn value(text: &str) -> (String, &str) {
    let Some(first) = text.chars().next() else { return (String::new(), "") };
    if matches!(first, '"' | '\'' | '`')
        && let Some((value, length)) = quoted(text, first)
    {
        return (value, &text[length..]);
    }
    if matches!(first, '{' | '[')
        && let Some(end) = scan::balanced(text, 0)
    {
        return (text[..end].to_owned(), &text[end..]);
    }
    // At least one character, so that the reading goes on.
    let from = first.len_utf8();
    let end = text[from..].find(separates).map_or(text.len(), |at| from + at);
    (text[..end].to_owned(), &text[end..])
}

/// The text between quotation marks, and its length in the source. Backticks have no escapes.
fn quoted(text: &str, mark: char) -> Option<(String, usize)> {
    let mut value = String::new();
    let mut characters = text.char_indices().skip(1);
    while let Some((at, c)) = characters.next() {
        match c {
            _ if c == mark => return Some((value, at + c.len_utf8())),
            '\\' if mark != '`' => match characters.next()? {
                (_, 'n') => value.push('\n'),
                (_, c) if c == mark || c == '\\' => value.push(c),
                (_, c) => value.extend(['\\', c]),
            },
            _ => value.push(c),
        }
    }
    None
}

fn is_name(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '@'))
}

fn separates(c: char) -> bool {
    c.is_whitespace() || c == ','
}
