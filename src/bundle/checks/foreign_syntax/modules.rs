//! Recognises lines of JavaScript modules (ECMAScript 16.2), but not sentences that begin with the same words.

/// Reserved words, which cannot be names.
const RESERVED: [&str; 12] =
    ["class", "default", "do", "else", "for", "function", "if", "import", "in", "new", "this", "with"];

/// The keyword of a line, `import` or `export`, if it is one of a module.
pub(crate) fn of(line: &str) -> Option<&'static str> {
    let line = line.trim_end();
    let (line, ended) = line.strip_suffix(';').map_or((line, false), |line| (line.trim_end(), true));
    if let Some(rest) = line.strip_prefix("import ") {
        return import(rest).then_some("import");
    }
    line.strip_prefix("export ").is_some_and(|rest| export(rest.trim_start(), ended)).then_some("export")
}

fn import(rest: &str) -> bool {
    let (names, file) = rest.rsplit_once(" from ").unwrap_or(("", rest));
    let quoted = file.strip_prefix(['"', '\'']).and_then(|file| file.strip_suffix(['"', '\'']));
    let Some(file) = quoted.filter(|file| !file.contains(char::is_whitespace)) else { return false };
    // Go has `import "fmt"`, so a path without names has to be relative or scoped.
    if names.is_empty() { file.starts_with(['.', '@']) } else { are_names(names.trim()) }
}

/// Whether names are `a`, `{ a, b as c }`, `* as a`, or the first and one of the others.
fn are_names(names: &str) -> bool {
    let is_group = |group: &str| {
        group.strip_prefix('*').is_some_and(|rest| rest.trim_start().starts_with("as "))
            || group.starts_with('{') && group.ends_with('}')
    };
    // TypeScript has `import type`.
    let names = names.strip_prefix("type ").map_or(names, str::trim_start);
    let (name, rest) = name(names);
    if RESERVED.contains(&name) {
        return false;
    }
    let group = if name.is_empty() { Some(names) } else { rest.strip_prefix(',').map(str::trim_start) };
    if rest.is_empty() { !name.is_empty() } else { group.is_some_and(is_group) }
}

fn export(rest: &str, ended: bool) -> bool {
    let (word, after) = name(rest);
    match word {
        "" => rest.starts_with('{') || rest.strip_prefix('*').is_some_and(|rest| rest.contains(" from ")),
        "default" => default(after, ended),
        "const" | "let" | "var" => {
            let (variable, value) = name(after);
            let is_pattern = variable.is_empty() && after.starts_with(['{', '[']);
            value.contains('=') && (is_pattern || !variable.is_empty() && value.starts_with(['=', ':']))
        }
        "async" => name(after).0 == "function" && export(after, ended),
        "function" => {
            let (_, parameters) = name(after.trim_start_matches('*').trim_start());
            parameters.starts_with('(') && parameters.ends_with(['(', ',', '{', '}'])
        }
        "class" => {
            let (_, rest) = name(after);
            rest.starts_with('{') || rest.starts_with("extends ")
        }
        _ => false,
    }
}

/// Whether a value can follow `export default`: a declaration, an object, a function without a name, an element, or a
/// name.
fn default(value: &str, ended: bool) -> bool {
    let (word, after) = name(value);
    match word {
        "" => value.starts_with('{') || value.contains("=>") || value.starts_with('<') && value.ends_with('>'),
        "function" | "class" | "async" => export(value, ended),
        _ if after.is_empty() => ended || word.starts_with(char::is_uppercase),
        _ => after.starts_with('(') && after.ends_with(['(', ',', '{', ')']) || after.starts_with("=>"),
    }
}

/// The name that a text begins with, and the rest after white space.
fn name(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    (name, rest.trim_start())
}
