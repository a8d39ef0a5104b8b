//! Slugs as Eleventy's filters make them.

/// As the filter `slugify` makes them.
pub(super) fn slugified(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            // It is a part of the word: `what's`.
            '\'' | '’' if matches!(rest.peek(), Some('s' | 't')) => {
                let last = rest.next();
                if rest.peek().is_none_or(|next| next.is_whitespace()) {
                    plain.extend(last)
                } else {
                    plain.extend(['-'].into_iter().chain(last))
                }
            }
            '&' => plain.push_str(" and "),
            'ä' | 'Ä' => plain.push_str("ae"),
            'ö' | 'Ö' => plain.push_str("oe"),
            'ü' | 'Ü' => plain.push_str("ue"),
            c => plain.push(c),
        }
    }
    slug::slugify(plain)
}

/// As the older filter `slug` makes them: with the signs that an address may have.
pub(super) fn slugged(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.trim().replace('&', "and").chars() {
        match c {
            c if c.is_ascii_alphanumeric() || "$*_+~.()'\"!-:@".contains(c) => slug.push(c.to_ascii_lowercase()),
            c if c.is_whitespace() && !slug.ends_with('-') => slug.push('-'),
            c if c.is_ascii() => {}
            c => slug.push_str(&slug::slugify(c.to_string())),
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::{slugged, slugified};

    #[test]
    fn titles_become_slugs_as_the_filters_make_them() {
        for (words, new, old) in [
            ("What's new in 2.0?", "whats-new-in-2-0", "what's-new-in-2.0"),
            ("Rust & Go", "rust-and-go", "rust-and-go"),
            ("Über Köln", "ueber-koeln", "uber-koln"),
        ] {
            assert_eq!((slugified(words).as_str(), slugged(words).as_str()), (new, old));
        }
    }
}
