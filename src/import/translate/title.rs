//! A title that a text repeats as its first heading.

/// The text without its first heading, if that is its title. Its lines stay, so that the lines below keep their
/// numbers.
#[must_use]
pub fn without_title(text: &str, title: &str) -> Option<String> {
    let start = text.len() - text.trim_start().len();
    let start = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next()?;
    let below = lines.next().unwrap_or_default();
    let underlined = below.starts_with("==") && below.trim_end().bytes().all(|byte| byte == b'=');
    let (words, length) = match first.trim_end().strip_prefix("# ") {
        Some(words) => (words, first.len()),
        None if underlined => (first, first.len() + below.len()),
        None => return None,
    };
    if plain(words.trim_end_matches('#')) != plain(title) {
        return None;
    }
    let breaks = "\n".repeat(text[start..start + length].matches('\n').count());
    Some(format!("{}{breaks}{}", &text[..start], &text[start + length..]))
}

/// Words without marks, in lower case, with single spaces.
fn plain(words: &str) -> String {
    let words = words.split(" {#").next().unwrap_or(words);
    let letters: String = words.chars().filter(|c| !matches!(c, '*' | '_' | '`' | '\\')).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
