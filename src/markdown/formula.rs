//! Where dollar signs enclose a formula, and where they are money.
//!
//! The rules of Pandoc (`tex_math_dollars`): the opening sign has no space to its right, the closing one none to its
//! left and no digit to its right. With GitHub's: the opening one has no letter and no digit to its left.

/// What no sentence has, and nearly every formula.
const SIGNS: [char; 10] = ['\\', '^', '_', '{', '}', '=', '<', '>', '+', '|'];

/// Whether a formula may stand between what is before and after its dollar signs.
pub(super) fn may_stand(source: &str, before: &str, after: &str) -> bool {
    // `H$_2$O` is a formula wherever it stands.
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

/// Whether a formula is nothing but words, so that its author likely meant money.
#[must_use]
pub fn has_only_words(source: &str) -> bool {
    let name = |word: &str| word.len() > 3 && word.chars().any(|c| c.is_ascii_lowercase());
    !has_signs(source) && (words(source) > 1 || split(source).any(name))
}

/// Whether it is a sentence that begins with an amount: `20 (in US` of `$20 (in US$)`, `14 or 5` of `$14 or 5$`.
fn is_amount(source: &str) -> bool {
    if !source.starts_with(|c: char| c.is_ascii_digit()) || has_signs(source) || !source.contains([' ', '\n']) {
        return false;
    }
    let digit = source.ends_with(|c: char| c.is_ascii_digit());
    let code = source.rsplit([' ', '\n', '(']).next().is_some_and(|last| last.chars().all(|c| c.is_ascii_uppercase()));
    let open = source.matches('(').count() != source.matches(')').count();
    match words(source) {
        0 => digit && source.chars().all(|c| matches!(c, '0'..='9' | ' ' | '\n' | '.' | '…' | '–')),
        1 => digit || code || open,
        _ => true,
    }
}

fn has_signs(source: &str) -> bool {
    source.contains(SIGNS)
}

/// How many words of two letters or more it has: one letter is a variable.
fn words(source: &str) -> usize {
    split(source).filter(|word| word.len() > 1).count()
}

fn split(source: &str) -> impl Iterator<Item = &str> {
    source.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic())
}

/// Whether it is a letter or a digit. Scripts without spaces between words are not among them: a formula follows there.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{1fff}')
}
