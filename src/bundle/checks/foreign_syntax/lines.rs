//! Finds foreign syntax that has a line of its own: `:::x`, `!!! x`, `[toc]`, and the modules of MDX.

use super::found::Found;
use super::kind::Kind;
use super::modules;
use super::prose::Prose;
use super::reach::name;

const CONTENTS: [&str; 6] = ["[toc]", "[[toc]]", "[_toc_]", "[[_toc_]]", "@[toc]", "${toc}"];

/// All of them. `body` is the text including its code.
pub(crate) fn find(prose: &Prose, body: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut start = 0;
    // Modules are at the beginning of a paragraph.
    let mut in_modules = false;
    for line in prose.text.split_inclusive('\n') {
        let quoted = line.trim_start_matches([' ', '\t', '>']);
        let begin = start + line.len() - quoted.len();
        let written = quoted.trim_end();
        let span = begin..begin + written.len();
        in_modules = in_modules || prose.paragraphs.binary_search(&start).is_ok();
        let module = if in_modules { modules::of(line).map(|word| (Kind::Module, word.to_owned())) } else { None };
        in_modules = module.is_some();
        let line_of = || {
            directive(written)
                .or_else(|| admonition(written, &body[start + line.len()..]))
                .or_else(|| contents(prose, written, begin))
        };
        if let Some((kind, name)) = module.or_else(line_of) {
            found.push(Found { kind, name, span });
        }
        start += line.len();
    }
    found
}

/// A directive. A container has three colons and a name, or attributes; a leaf has two, and words in brackets or
/// attributes.
fn directive(line: &str) -> Option<(Kind, String)> {
    let rest = line.trim_start_matches(':');
    let colons = line.len() - rest.len();
    let rest = rest.trim_start();
    let called = match rest.strip_prefix('{') {
        Some(attributes) => name(attributes.trim_start().trim_start_matches('.')),
        None => name(rest),
    };
    let leaf = colons == 2 && line[colons..].starts_with(called) && rest[called.len()..].starts_with(['[', '{']);
    let is = !called.is_empty() && (colons > 2 || leaf);
    is.then(|| (Kind::Directive, ":".repeat(colons.min(3)) + called))
}

/// An admonition, whose text is indented.
fn admonition(line: &str, after: &str) -> Option<(Kind, String)> {
    let (sign, rest) = line.split_at_checked(3).filter(|(sign, _)| ["!!!", "???"].contains(sign))?;
    let rest = rest.trim_start_matches('+').strip_prefix(' ')?.trim_start();
    let called = name(rest);
    let title = rest[called.len()..].trim_start();
    let next = after.split('\n').find(|line| !line.trim().is_empty()).unwrap_or_default();
    let indented = next.starts_with("    ") || next.starts_with('\t');
    (!called.is_empty() && (title.is_empty() || title.starts_with('"')) && indented)
        .then(|| (Kind::Admonition, format!("{sign} {called}")))
}

fn contents(prose: &Prose, line: &str, begin: usize) -> Option<(Kind, String)> {
    let is = CONTENTS.contains(&line.to_lowercase().as_str()) && !prose.is_linked(begin..begin + line.len());
    is.then(|| (Kind::Contents, line.to_owned()))
}
