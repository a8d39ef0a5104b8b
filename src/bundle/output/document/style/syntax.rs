//! The syntax of style sheets, as far as it is needed to take one apart.

/// The offset of the first of these signs that is neither in brackets nor in a quoted string; the length of the text if
/// there is none.
pub(super) fn position(css: &str, signs: &[char]) -> usize {
    let (mut depth, mut quote, mut escaped) = (0_usize, None, false);
    for (at, c) in css.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if let Some(mark) = quote {
            quote = Some(mark).filter(|mark| *mark != c);
        } else if depth == 0 && signs.contains(&c) {
            return at;
        } else {
            match c {
                '"' | '\'' => quote = Some(c),
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    css.len()
}

/// Splits at the first of these signs, which belongs to neither part.
pub(super) fn split<'c>(css: &'c str, signs: &[char]) -> (&'c str, &'c str) {
    let at = position(css, signs);
    (&css[..at], css.get(at + 1..).unwrap_or_default())
}

/// Splits a list at its commas.
pub(super) fn list(css: &str) -> impl Iterator<Item = &str> {
    let mut rest = css;
    std::iter::from_fn(move || {
        let (item, after) = split(rest, &[',']);
        rest = after;
        (!item.is_empty()).then_some(item)
    })
}

/// The name that a text begins with, and the rest.
pub(super) fn name(css: &str) -> (&str, &str) {
    css.split_at(css.find(|c| !is_of_name(c)).unwrap_or(css.len()))
}

pub(super) fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::{list, split};

    #[test]
    fn brackets_and_quoted_strings_are_whole() {
        assert_eq!(split("a[b=\"{]\\\"\"]:is(c{d}){e}f", &['{']), ("a[b=\"{]\\\"\"]:is(c{d})", "e}f"));
        assert_eq!(split("a", &['{', ';']), ("a", ""));
        let items: Vec<_> = list("a:is(b,c),[d=\",\"],e").collect();
        assert_eq!(items, ["a:is(b,c)", "[d=\",\"]", "e"]);
    }
}
