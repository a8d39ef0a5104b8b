//! Decides whether dollar signs enclose a formula or mean money.
//!
//! The rules of Pandoc (`tex_math_dollars`): the opening sign has no space to its right, the closing one none to its
//! left and no digit to its right. And GitHub's: the opening sign has no letter and no digit to its left.

/// Whether `source` between dollar signs may be a formula. `before` and `after`: the text around them.
pub(super) fn may_stand(source: &str, before: &str, after: &str) -> bool {
    // `H$_2$O` is a formula, although a letter precedes it.
    let bound = source.starts_with(['_', '^']) || !before.ends_with(is_word);
    let ends = match after.chars().next() {
        Some('0'..='9' | '{') => false,
        // `$n$th`, but neither `$i/$n` nor `$HOME_$PATH` nor `${HOME}_$PATH`.
        Some('a'..='z' | 'A'..='Z' | '_') => {
            let whole = source.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '}' | ')'));
            whole && !source.starts_with('{') && (has_signs(source) || words(source) == 0)
        }
        _ => true,
    };
    bound && ends && !is_amount(source)
}

/// Whether a formula consists of words only, so that its author probably meant money.
#[must_use]
pub fn has_only_words(source: &str) -> bool {
    let name = |word: &str| word.len() > 3 && word.chars().any(|c| c.is_ascii_lowercase());
    if has_signs(source) {
        !has_commands(source) && spaced(source) > 2
    } else {
        words(source) > 1 || split(source).any(name)
    }
}

/// Whether `source` is a sentence that begins with an amount: `20 (in US` of `$20 (in US$)`, `14 or 5` of `$14 or 5$`.
fn is_amount(source: &str) -> bool {
    let bytes = source.as_bytes();
    let number = bytes.first().is_some_and(u8::is_ascii_digit);
    if !number || has_commands(source) || !bytes.iter().any(u8::is_ascii_whitespace) {
        return false;
    }
    let count = |sign: u8| bytes.iter().filter(|byte| **byte == sign).count();
    if count(b'(') != count(b')') || source.chars().any(|c| matches!(c, '€' | '£' | '¥')) || spaced(source) > 1 {
        return true;
    }
    let digit = bytes.last().is_some_and(u8::is_ascii_digit);
    let code = matches!(bytes.iter().rfind(|byte| !byte.is_ascii_uppercase()), Some(b' ' | b'\n' | b'('));
    !has_signs(source)
        && match words(source) {
            0 => digit && source.chars().all(|c| matches!(c, '0'..='9' | ' ' | '\n' | '.' | '…' | '–' | '<' | '>')),
            1 => digit || code,
            _ => true,
        }
}

/// Whether it contains LaTeX syntax that no sentence has. `1_000` is a number.
fn has_commands(source: &str) -> bool {
    let bytes = source.as_bytes();
    let command = |(at, byte): (usize, &u8)| match byte {
        b'\\' | b'^' | b'{' | b'}' => true,
        b'_' => at == 0 || !bytes[at - 1].is_ascii_digit(),
        _ => false,
    };
    bytes.iter().enumerate().any(command)
}

/// Whether it contains LaTeX syntax or an operator, as nearly every formula does. A sign with a space on one side only
/// belongs to a sentence: `50+ a month`, `is <10`.
fn has_signs(source: &str) -> bool {
    let sign = |near: &[u8]| {
        matches!(near[1], b'=' | b'<' | b'>' | b'+' | b'|')
            && near[0].is_ascii_whitespace() == near[2].is_ascii_whitespace()
    };
    has_commands(source) || source.as_bytes().windows(3).any(sign)
}

/// Number of lower-case words between spaces, as in sentences: neither `3ab` nor `AB` is one.
fn spaced(source: &str) -> usize {
    let word = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let bare = |word| str::trim_matches(word, |c: char| matches!(c, '(' | ')' | ',' | '.'));
    source.split_ascii_whitespace().map(bare).filter(word).count()
}

/// Number of words of two letters or more: one letter is a variable.
fn words(source: &str) -> usize {
    split(source).filter(|word| word.len() > 1).count()
}

fn split(source: &str) -> impl Iterator<Item = &str> {
    source.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic())
}

/// Whether `c` is a letter or a digit. Excludes scripts without spaces between words: a formula may follow directly.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{1fff}')
}
