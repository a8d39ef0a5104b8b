//! Texts in YAML.

/// A text without quotes, if it can be written so.
pub(super) fn plain(words: &str) -> Option<String> {
    let first = words.chars().next()?;
    let starts_well = !"-?:,[]{}#&*!|>'\"%@`".contains(first) && !first.is_whitespace();
    let reads_well = !words.contains(": ") && !words.contains(" #") && !words.ends_with([':', ' ', '\t']);
    (starts_well && reads_well && !words.contains(char::is_control)).then(|| words.to_owned())
}

pub(super) fn single(words: &str) -> String {
    if words.contains(char::is_control) { double(words) } else { ["'", &words.replace('\'', "''"), "'"].concat() }
}

pub(super) fn double(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                out.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out + "\""
}

/// A block scalar (`|` or `>`), indented like the old one.
pub(super) fn block_scalar(old: &str, words: &str, ending: &str) -> Vec<String> {
    let (header, rest) = old.split_once('\n').unwrap_or((old, ""));
    let first = rest.lines().find(|line| !line.trim().is_empty()).unwrap_or("  ");
    let indent = &first[..first.len() - first.trim_start().len()];
    let indent = if indent.is_empty() { "  " } else { indent };
    let form = |header: &str| {
        let mut out = header.to_owned();
        for line in words.trim_end_matches('\n').split('\n') {
            out.push_str(ending);
            out.push_str(if line.is_empty() { "" } else { indent });
            out.push_str(line);
        }
        out
    };
    let sign = &header[..1];
    let mut forms = vec![form(header.trim_end())];
    for header in [[sign, "-"].concat(), sign.to_owned(), "|-".to_owned(), "|".to_owned()] {
        forms.push(form(&header));
    }
    forms
}
