//! The first line of code blocks: what other engines write behind the language.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::code::Info;
use super::edit::Edit;
use super::page::{Page, marks};
use super::syntax::Syntax;
use crate::content::Dialect;
use crate::markdown;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    if !page.text.contains("```") && !page.text.contains("~~~") {
        return Vec::new();
    }
    let edit = |(event, span): (Event<'_>, std::ops::Range<usize>)| {
        let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) = event else { return None };
        let line = &page.text[span.start..page.line_end(span.start)];
        let fence = marks(line).1;
        let info = line[fence..].trim_start_matches(['`', '~']);
        let from = span.start + line.len() - info.len();
        let written = info.trim();
        let read = translated(written, page.syntax)?;
        let start = from + info.len() - info.trim_start().len();
        (read != written)
            .then(|| Edit::new(start..start + written.len(), read, "words behind the language of a code block"))
    };
    markdown::events(page.text, Dialect::default()).into_iter().filter_map(edit).collect()
}

/// An info string in this dialect; `None` if it has nothing to translate.
fn translated(info: &str, syntax: Syntax) -> Option<String> {
    if let Some((language, title)) = info.split_once(":title=") {
        // Gatsby's form.
        return Some(
            Info { language: language.to_owned(), title: title.trim_matches('"').to_owned(), ..Info::default() }
                .written(),
        );
    }
    if syntax == Syntax::Hexo {
        return of_hexo(info);
    }
    let mut words = Vec::new();
    let mut changed = false;
    for (index, word) in split(info).into_iter().enumerate() {
        let other = other(&word).or_else(|| (index > 0 && syntax.has_components()).then(|| of_themes(&word)).flatten());
        changed |= other.is_some();
        words.extend(other.unwrap_or_else(|| vec![word]));
    }
    changed.then(|| joined(words))
}

/// Words, with all marked lines in one list.
fn joined(words: Vec<String>) -> String {
    let is_lines = |word: &String| word.starts_with('{') && word[1..].starts_with(|c: char| c.is_ascii_digit());
    let (lines, mut words): (Vec<_>, Vec<_>) = words.into_iter().partition(is_lines);
    if !lines.is_empty() {
        let lines: Vec<&str> = lines.iter().map(|word| word.trim_matches(['{', '}'])).collect();
        words.push(format!("{{{}}}", lines.join(",").replace(' ', "")));
    }
    words.join(" ")
}

/// What a word of Expressive Code, Shiki or Docusaurus means: the lines of `ins={2}`, the title of `file="x"`, or nothing,
/// if it is about the look of the block or about words in it.
fn of_themes(word: &str) -> Option<Vec<String>> {
    let (key, value) = word.split_once('=').unwrap_or((word, ""));
    let lines = value.trim_matches(['{', '}']);
    match key {
        "ins" | "del" | "mark" if lines.starts_with(|c: char| c.is_ascii_digit()) => Some(vec![format!("{{{lines}}}")]),
        "file" | "filename" if value.len() > 2 => Some(vec![format!("title={value}")]),
        "ins" | "del" | "mark" | "wrap" | "preserveIndent" | "frame" | "collapse" | "live" | "noInline"
        | "metastring" | "hangingIndent" | "hideFileName" | "file" | "showCopy" => Some(Vec::new()),
        // Words in the code, such as "text" or /a.*/.
        _ if word.starts_with(['"', '\'']) || word.len() > 1 && word.starts_with('/') && word.ends_with('/') => {
            Some(Vec::new())
        }
        _ => None,
    }
}

/// What a word means here, if it is not of this dialect.
fn other(word: &str) -> Option<Vec<String>> {
    let (key, value) =
        word.split_once('=').map_or((word, ""), |(key, value)| (key, value.trim_matches(['"', '\'', '{', '}'])));
    let number = |value: &str| value.bytes().all(|byte| byte.is_ascii_digit()) && !value.is_empty();
    match key {
        "showLineNumbers" | "lineNumbers" | "line-numbers" if value.is_empty() || value == "true" => {
            Some(vec!["linenos".to_owned()])
        }
        "showLineNumbers" | "lineNumbers" if value == "false" => Some(Vec::new()),
        "showLineNumbers" | "linenums" | "startLineNumber" if number(value) => {
            Some(vec![if value == "1" { "linenos".to_owned() } else { format!("linenostart={value}") }])
        }
        "hl_lines" if value.contains(' ') => {
            Some(vec![format!("{{{}}}", value.split_whitespace().collect::<Vec<_>>().join(","))])
        }
        _ => {
            // VitePress: `ts:line-numbers=2`, and the name of a tab in brackets.
            if let Some((language, rest)) = word.split_once(":line-numbers") {
                let first = rest.strip_prefix('=').map(|first| first.trim_end_matches('}'));
                let first = first
                    .filter(|first| number(first))
                    .map_or("linenos".to_owned(), |first| format!("linenostart={first}"));
                return Some(vec![language.to_owned(), first]);
            }
            if let Some(language) = word.strip_suffix(":no-line-numbers") {
                return Some(vec![language.to_owned()]);
            }
            // Prism's form.
            let compared = word.strip_prefix("diff-").filter(|language| !language.is_empty());
            if let Some(language) = compared {
                return Some(vec![language.to_owned(), "diff".to_owned()]);
            }
            let name = word.strip_prefix('[')?.strip_suffix(']')?;
            Some(vec![format!("title=\"{name}\"")])
        }
    }
}

/// Hexo has a title, an address and its text behind the language.
fn of_hexo(info: &str) -> Option<String> {
    let (language, title) = info.split_once(char::is_whitespace)?;
    let is_title = !title.contains(['=', '{', '"']) && !matches!(title.trim(), "linenos" | "diff");
    let info = Info { language: language.to_owned(), title: title.trim().to_owned(), ..Info::default() };
    is_title.then(|| info.written())
}

/// Words at spaces outside quotation marks, braces and brackets.
fn split(info: &str) -> Vec<String> {
    let (mut words, mut word, mut depth, mut quote) = (Vec::new(), String::new(), 0usize, None);
    for c in info.chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '{' | '[') => depth += 1,
            (None, '}' | ']') => depth = depth.saturating_sub(1),
            (None, ' ' | '\t') if depth == 0 => {
                words.push(std::mem::take(&mut word));
                continue;
            }
            _ => {}
        }
        word.push(c);
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}
