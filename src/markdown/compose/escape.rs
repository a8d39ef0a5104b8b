//! Escapes text, so that it is no markup.

/// How far after its sign the end of an entity, and of a bracket, is searched for.
const MAX_ENTITY_BYTES: usize = 34;
const MAX_BRACKET_BYTES: usize = 1_000;

/// How much is escaped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Care {
    /// What can be markup where it is.
    Needed,
    /// All signs that can be markup anywhere.
    Signs,
    /// All punctuation, and marks are HTML.
    All,
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// A cell of a table.
    Cell,
}

/// What is around a text.
#[derive(Clone, Copy)]
pub(super) struct Context {
    pub(super) place: Place,
    pub(super) care: Care,
    /// Whether a mark is closed right before.
    pub(super) follows_mark: bool,
    /// Whether a link begins right after.
    pub(super) before_link: bool,
}

/// Appends a text.
pub(super) fn text(out: &mut String, text: &str, context: Context) {
    let tildes = text.matches('~').count() > 1;
    let marked = text.matches("==").count() > 1;
    let mut run = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let before = out.chars().next_back();
        let (rest, line_start) = (&text[at + c.len_utf8()..], before.is_none_or(|c| c == '\n'));
        let next = letters.peek().map(|(_, c)| *c);
        if at == 0 && context.follows_mark && c.is_alphanumeric() && closes_badly(out) {
            out.push_str(&format!("&#{};", u32::from(c)));
            continue;
        }
        run = if c.is_ascii_digit() && (line_start || run > 0) { run + 1 } else { 0 };
        let needed = match c {
            _ if !c.is_ascii_punctuation() => false,
            _ if context.care == Care::All => true,
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()) || context.care > Care::Needed,
            '`' => true,
            '|' => context.place == Place::Cell,
            '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => is_entity(rest),
            '[' => brackets(rest, line_start) || context.care > Care::Needed,
            ']' => context.care > Care::Needed,
            '!' => next == Some('[') || next.is_none() && context.before_link,
            '*' => !(is_space(before) && is_space(next)) || line_start,
            '_' => !(is_space(before) && is_space(next) || is_word(before) && is_word(next)),
            '~' => tildes || context.care > Care::Needed,
            '$' => context.care > Care::Needed,
            '{' => matches!(next, Some('{' | '%' | ':' | '#' | '.')) || context.care > Care::Needed,
            '}' => context.place == Place::Heading && rest.is_empty(),
            '=' => line_start || marked && next == Some('=') && before != Some('='),
            '^' => next == Some('['),
            '#' if context.place == Place::Heading => line_start || rest.trim_start_matches('#').is_empty(),
            '#' => line_start && matches!(rest.trim_start_matches('#').chars().next(), None | Some(' ' | '\t')),
            '>' => line_start,
            '+' => line_start && is_space(next),
            '-' => line_start && (is_space(next) || rest.trim_start_matches(['-', ' ']).is_empty()),
            ':' => line_start && (is_space(next) || rest.starts_with(':')),
            _ => false,
        };
        if needed {
            out.push('\\');
        }
        out.push(c);
        // A number at the beginning would be that of a list.
        if run > 0 && matches!(next, Some('.' | ')')) && rest[1..].chars().next().is_none_or(char::is_whitespace) {
            out.push('\\');
            if let Some((_, sign)) = letters.next() {
                out.push(sign);
            }
            run = 0;
        }
    }
}

/// Whether a mark that ends here, before a letter, would not be read as an end: punctuation is before it, or it is `_`.
fn closes_badly(out: &str) -> bool {
    let inside = out.trim_end_matches(['*', '_', '~']);
    out.ends_with('_') || inside.ends_with(|c: char| !c.is_alphanumeric()) && inside.len() < out.len()
}

fn is_space(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// Whether an entity follows an `&`.
fn is_entity(rest: &str) -> bool {
    let near = &rest[..rest.floor_char_boundary(MAX_ENTITY_BYTES)];
    let name = near.find(';').map(|end| &near[..end]);
    name.is_some_and(|name| {
        let name = name.strip_prefix('#').unwrap_or(name);
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Whether a `[` can begin a link, a note, a task, or what the site warns of: `[[page]]`, `[name key="value"]`.
fn brackets(rest: &str, line_start: bool) -> bool {
    let rest = &rest[..rest.floor_char_boundary(MAX_BRACKET_BYTES)];
    let Some(end) = rest.find(']') else { return rest.starts_with(['[', '^', '!']) };
    let after = &rest[end + 1..];
    rest.starts_with(['[', '^', '!'])
        || after.starts_with(['(', '[', ':'])
        || rest[..end].contains('=')
        || line_start && matches!(rest[..end].trim(), "" | "x" | "X")
}
