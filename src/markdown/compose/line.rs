//! Writes the content of a paragraph as Markdown that reads back as the same content.
//!
//! Characters are escaped where they could be markup. The result is parsed as the site's dialect does; if it reads
//! differently, more is escaped, and at last marks are written as HTML.

use std::borrow::Cow;

use super::address::{destination, is_plain_address, titled};
use super::escape::{self, Care, Place};
use super::read_back::{read, wanted};
use super::tokens::{Mark, Token};

/// A paragraph, a heading's text, or a table's cell as Markdown. [`super::tidy`] has made the tokens.
#[must_use]
pub fn line(tokens: &[Token], place: Place) -> String {
    let wanted = wanted(tokens);
    let mut written = String::new();
    for care in [Care::Needed, Care::Signs, Care::All] {
        written = write(tokens, place, care);
        if read(&written, place) == wanted {
            break;
        }
    }
    written
}

fn write(tokens: &[Token], place: Place, care: Care) -> String {
    let mut out = String::new();
    // The character before which a mark has closed, which must not be a letter there.
    let mut closed_at = None;
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        match token {
            Token::Text(text) => {
                let follows_mark = closed_at.take() == Some(out.len());
                let context = escape::Context { place, care, follows_mark, before_link: opens_link(next) };
                escape::text(&mut out, text, context);
            }
            Token::Code(code) => out.push_str(&code_span(code, place)),
            Token::Formula(formula) => out.push_str(&["$", &in_cell(formula, place), "$"].concat()),
            Token::Image { alt, src, title } => {
                let alt = escaped(alt, place, care);
                out.push_str(&format!("![{alt}]({}{})", destination(src), titled(title, place)));
            }
            Token::Html(html) => out.push_str(html),
            Token::Note(number) => out.push_str(&format!("[^{number}]")),
            Token::Open(mark) => open(&mut out, mark, sign(tokens, index, care), next),
            Token::Close(mark) => {
                close(&mut out, mark, sign(tokens, index, care), place);
                if !matches!(mark, Mark::Link(..) | Mark::Element(..)) {
                    closed_at = Some(out.len());
                }
            }
            Token::Break if place == Place::Paragraph => out.push_str("\\\n"),
            Token::Break => out.push_str("<br>"),
            Token::Paragraph => {}
        }
    }
    out
}

fn opens_link(next: Option<&Token>) -> bool {
    matches!(next, Some(Token::Open(Mark::Link(..))))
}

/// The signs of a mark: emphasis beside other marks is written with the other sign.
fn sign(tokens: &[Token], index: usize, care: Care) -> (&'static str, &'static str) {
    match (&tokens[index], care) {
        (Token::Open(Mark::Emphasis) | Token::Close(Mark::Emphasis), Care::All) => ("<em>", "</em>"),
        (Token::Open(Mark::Strong) | Token::Close(Mark::Strong), Care::All) => ("<strong>", "</strong>"),
        (Token::Open(Mark::Deleted) | Token::Close(Mark::Deleted), Care::All) => ("<del>", "</del>"),
        (Token::Open(Mark::Emphasis) | Token::Close(Mark::Emphasis), _) => {
            if near_strong(tokens, index) {
                ("_", "_")
            } else {
                ("*", "*")
            }
        }
        (Token::Open(Mark::Strong) | Token::Close(Mark::Strong), _) => ("**", "**"),
        _ => ("~~", "~~"),
    }
}

/// Whether the emphasis at an index, from its beginning to its end, touches strong emphasis.
fn near_strong(tokens: &[Token], index: usize) -> bool {
    let (mut first, mut last) = (index, index);
    if matches!(tokens[index], Token::Open(_)) {
        last =
            tokens[index..].iter().position(|one| *one == Token::Close(Mark::Emphasis)).map_or(index, |at| index + at);
    } else {
        first = tokens[..index].iter().rposition(|one| *one == Token::Open(Mark::Emphasis)).unwrap_or(index);
    }
    let strong = |at: Option<&Token>| matches!(at, Some(Token::Open(Mark::Strong) | Token::Close(Mark::Strong)));
    let around = [first.checked_sub(1), Some(first + 1), last.checked_sub(1), Some(last + 1)];
    around.into_iter().flatten().any(|at| strong(tokens.get(at)))
}

fn open(out: &mut String, mark: &Mark, (sign, _): (&str, &str), next: Option<&Token>) {
    match mark {
        Mark::Link(..) => out.push('['),
        Mark::Element(tag, _) => out.push_str(tag),
        _ => {
            // A mark between a letter and punctuation opens nothing: the letter is written by its number.
            let punctuation = match next {
                Some(Token::Text(text)) => text.starts_with(|c: char| !c.is_alphanumeric()),
                _ => true,
            };
            if !sign.starts_with('<') && (punctuation || sign == "_") {
                number_last(out);
            }
            out.push_str(sign);
        }
    }
}

fn close(out: &mut String, mark: &Mark, (_, sign): (&str, &str), place: Place) {
    match mark {
        Mark::Link(address, title) => {
            let autolink = title.is_empty() && is_plain_address(address);
            match out.rfind('[').filter(|_| autolink) {
                Some(at) if out[at + 1..].replace('\\', "") == *address => {
                    out.replace_range(at.., &["<", address, ">"].concat())
                }
                _ => out.push_str(&["](", &destination(address), &titled(title, place), ")"].concat()),
            }
        }
        Mark::Element(_, tag) => out.push_str(tag),
        _ => out.push_str(sign),
    }
}

/// Writes the last character by its number, if it is a letter or a digit.
fn number_last(out: &mut String) {
    if let Some(last) = out.chars().next_back().filter(|c| c.is_alphanumeric()) {
        out.truncate(out.len() - last.len_utf8());
        out.push_str(&format!("&#{};", u32::from(last)));
    }
}

fn escaped(text: &str, place: Place, care: Care) -> String {
    let mut out = String::from("[");
    escape::text(&mut out, text, escape::Context { place, care, follows_mark: false, before_link: false });
    out.split_off(1)
}

/// Code between more backticks than it has in a row.
fn code_span(code: &str, place: Place) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let both = code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty();
    let pad = if code.starts_with('`') || code.ends_with('`') || both { " " } else { "" };
    [&fence, pad, &in_cell(code, place), pad, &fence].concat()
}

/// Code or a formula, in which `|` would end a cell of a table.
fn in_cell(text: &str, place: Place) -> Cow<'_, str> {
    if place == Place::Cell { text.replace('|', "\\|").into() } else { text.into() }
}
