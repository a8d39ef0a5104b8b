//! The info string of a fenced code block: a language and options.

/// The words of an info string, each with its value: `rust title="main.rs" {2,4-6}` has `rust`, `title` with
/// `main.rs`, `2` and `4-6`. Commas, braces and brackets only separate, so that the syntaxes of other engines mean the
/// same: `rust,linenos,hl_lines=2 4-6` and `{linenos=true,hl_lines=[2,"4-6"]}`.
pub fn words(info: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = info;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(separates);
        let (mut quote, mut before) = ('\0', '=');
        let ends = |c: char| {
            let quotes = c == '"' || c == '\'';
            if quote != '\0' {
                quote = if c == quote { '\0' } else { quote };
            } else if quotes && before == '=' {
                quote = c;
            } else if separates(c) {
                return true;
            }
            before = c;
            false
        };
        let (word, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        rest = after;
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        (!word.is_empty()).then(|| (bare(key), bare(value)))
    })
}

/// The language: the first word, `rust` of `rust,ignore`, of `{.rust}` and of `rust {2-3}`. May be empty.
#[must_use]
pub fn language(info: &str) -> &str {
    match words(info).next() {
        Some((word, "")) if !word.starts_with(|c: char| c.is_ascii_digit()) => word.trim_start_matches('.'),
        _ => "",
    }
}

/// The title shown above the block: `title="main.rs"`, Zola's `name=main.rs`, or `file=main.rs`. May be empty.
#[must_use]
pub fn title(info: &str) -> &str {
    words(info).find(|(key, _)| TITLES.contains(key)).map_or("", |(_, value)| value)
}

/// The keys for a title.
pub const TITLES: [&str; 4] = ["title", "name", "file", "filename"];

/// The length of the longest run of backticks in code, which the signs around it must exceed.
#[must_use]
pub fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

fn bare(text: &str) -> &str {
    text.trim_matches(['"', '\''])
}

fn separates(c: char) -> bool {
    matches!(c, ' ' | '\t' | ',' | '{' | '}' | '[' | ']')
}
