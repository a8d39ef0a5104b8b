//! Hugo's shortcodes `{{< x >}}` and `{{% x %}}`, Zola's `{{ x() }}` and `{% x() %}`, and the tags `{% x %}` of Liquid,
//! Nunjucks and Hexo.

use super::arguments::Arguments;
use super::edit::Edit;
use super::page::Page;
use super::pairs::{self, Role, Tag};
use super::scan;
use super::syntax::Syntax;

pub(super) fn edits(page: &Page<'_>) -> Vec<Edit> {
    let text = &page.prose().text;
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|step| at + step) {
        at = start + 1;
        if let Some(tag) = tag(page, start) {
            at = tag.span.end;
            tags.push(tag);
        }
    }
    pairs::edits(page, &tags)
}

fn tag(page: &Page<'_>, start: usize) -> Option<Tag> {
    let rest = &page.prose().text[start..];
    let syntax = page.syntax;
    if syntax.has_shortcodes() && (rest.starts_with("{{<") || rest.starts_with("{{%")) {
        return shortcode(page, start, if rest.starts_with("{{<") { ">}}" } else { "%}}" });
    }
    if syntax.has_tags() && rest.starts_with("{%") {
        return block_tag(page, start);
    }
    let calls = matches!(syntax, Syntax::Zola | Syntax::Plain);
    if calls && rest.starts_with("{{") {
        call(page, start, 2, "}}").map(|tag| Tag { role: Role::Single, ..tag })
    } else {
        None
    }
}

fn shortcode(page: &Page<'_>, start: usize, close: &str) -> Option<Tag> {
    let end = scan::find_unquoted(page.text, start + 3, close)?;
    let inside = page.text[start + 3..end].trim();
    let span = start..end + close.len();
    if let Some(name) = inside.strip_prefix('/') {
        return Some(Tag { span, name: name.trim().to_owned(), role: Role::Close, arguments: Arguments::default() });
    }
    let (inside, role) = inside.strip_suffix('/').map_or((inside, Role::Open), |inside| (inside, Role::Single));
    let (name, arguments) = split(inside)?;
    Some(Tag { span, name, role, arguments })
}

fn block_tag(page: &Page<'_>, start: usize) -> Option<Tag> {
    let end = scan::find_unquoted(page.text, start + 2, "%}")?;
    let inside = page.text[start + 2..end].trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '+'));
    let span = start..end + 2;
    if let Some(name) = inside.strip_prefix("end").filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_'))
    {
        return Some(Tag { span, name: name.to_owned(), role: Role::Close, arguments: Arguments::default() });
    }
    if let Some(tag) = call(page, start, 2, "%}") {
        return Some(tag);
    }
    let (name, arguments) = split(inside)?;
    Some(Tag { span, name, role: Role::Open, arguments })
}

/// Zola's form: a name, and named arguments in parentheses.
fn call(page: &Page<'_>, start: usize, open: usize, close: &str) -> Option<Tag> {
    let end = scan::find_unquoted(page.text, start + open, close)?;
    let inside = page.text[start + open..end].trim_matches(|c: char| c.is_whitespace() || c == '-');
    let (name, arguments) = inside.strip_suffix(')')?.split_once('(')?;
    let name = name.trim();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let arguments = Arguments::parse(arguments);
    is_name.then(|| Tag { span: start..end + close.len(), name: name.to_owned(), role: Role::Open, arguments })
}

/// A name and arguments after white space.
fn split(inside: &str) -> Option<(String, Arguments)> {
    let end = inside.find(char::is_whitespace).unwrap_or(inside.len());
    let (name, rest) = inside.split_at(end);
    let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_') && !name.contains(['"', '\'', '=', '{']);
    is_name.then(|| (name.to_owned(), Arguments::parse(rest)))
}
