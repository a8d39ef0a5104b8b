//! The signs, names and texts of a source of JavaScript.

/// What the source is made of, as far as literals need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Name(String),
    Text(String),
    /// A text with values in it.
    Template(String),
    Sign(char),
}

/// The tokens of a source, without comments.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' | '`' => {
                let (text, taken) = quoted(rest, c);
                let has_values = c == '`' && text.contains("${");
                tokens.push(if has_values { Token::Template(text) } else { Token::Text(text) });
                taken
            }
            c if c.is_alphanumeric() || c == '_' || c == '$' => {
                let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
                let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
                tokens.push(Token::Name(rest[..end].to_owned()));
                end
            }
            c if c.is_whitespace() => c.len_utf8(),
            c => {
                tokens.push(Token::Sign(c));
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    tokens
}

/// A text in quotes, and how many bytes it takes with them.
fn quoted(rest: &str, quote: char) -> (String, usize) {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            c if c == quote => return (text, at + c.len_utf8()),
            '\n' if quote != '`' => return (text, at),
            '\\' => match chars.next() {
                Some((_, 'n')) => text.push('\n'),
                Some((_, c)) => text.push(c),
                None => {}
            },
            c => text.push(c),
        }
    }
    (text, rest.len())
}
