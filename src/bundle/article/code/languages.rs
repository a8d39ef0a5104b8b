//! Finds the grammar for the language name of a code block.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use strsim::damerau_levenshtein;
use syntect::parsing::SyntaxReference;

use super::grammars::GRAMMARS;
use super::highlight;

/// How a text is highlighted.
#[derive(Clone, Copy)]
pub(super) enum Language {
    /// Not at all.
    Plain,
    /// By lines, as inserted or deleted.
    Diff,
    /// By a grammar.
    Known(&'static SyntaxReference),
}

/// Names for text that is in no language.
const PLAIN: [&str; 12] =
    ["", "ascii", "console", "none", "nohighlight", "output", "plain", "plaintext", "raw", "terminal", "text", "txt"];

/// Further names of languages, each with its grammar, or the most similar one if there is none.
const ALIASES: [(&str, &str); 37] = [
    ("apache", "Apache Conf"),
    ("assembly", "x86_64 Assembly"),
    ("clj", "Clojure"),
    ("csharp", "C#"),
    ("docker", "Dockerfile"),
    ("fortran", "Fortran (Modern)"),
    ("fs", "F#"),
    ("fsharp", "F#"),
    ("gdscript", "GDScript (Godot Engine)"),
    ("git", "Git Config"),
    ("golang", "Go"),
    ("graphviz", "Graphviz (DOT)"),
    ("h", "C"),
    ("handlebars", "HTML (Twig)"),
    ("help", "Command Help"),
    ("jsonc", "JavaScript"),
    ("json5", "JavaScript"),
    ("jsx", "TypeScriptReact"),
    ("liquid", "Jinja2"),
    ("mjs", "JavaScript"),
    ("cjs", "JavaScript"),
    ("node", "JavaScript"),
    ("objc", "Objective-C"),
    ("objectivec", "Objective-C"),
    ("plist", "XML"),
    ("postgresql", "SQL"),
    ("regex", "Regular Expression"),
    ("ron", "Rust"),
    ("scheme", "Lisp"),
    ("shell", "Bourne Again Shell (bash)"),
    ("shellscript", "Bourne Again Shell (bash)"),
    ("sqlite", "SQL"),
    ("svg", "XML"),
    ("systemd", "INI"),
    ("viml", "VimL"),
    ("wat", "Lisp"),
    ("xhtml", "HTML"),
];

/// Every name of every grammar in lower case.
static NAMES: LazyLock<BTreeMap<String, &'static SyntaxReference>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for grammar in GRAMMARS.syntaxes().iter().filter(|grammar| !grammar.hidden) {
        for name in grammar.file_extensions.iter().chain([&grammar.name]) {
            names.insert(name.to_lowercase(), grammar);
        }
    }
    // A language's own name and the aliases take precedence over another's file extension.
    for grammar in GRAMMARS.syntaxes() {
        names.insert(grammar.name.to_lowercase(), grammar);
    }
    for (alias, name) in ALIASES {
        names.extend(GRAMMARS.find_syntax_by_name(name).map(|grammar| (alias.to_owned(), grammar)));
    }
    names
});

/// The language of a name, or similar names if it is unknown.
pub(super) fn find(name: &str) -> Result<Language, Vec<String>> {
    let name = name.to_lowercase();
    match NAMES.get(&name) {
        _ if PLAIN.contains(&name.as_str()) => Ok(Language::Plain),
        Some(grammar) if grammar.name == "Diff" => Ok(Language::Diff),
        Some(grammar) => Ok(Language::Known(grammar)),
        None => {
            let mut unknown = UNKNOWN.lock().unwrap_or_else(PoisonError::into_inner);
            if unknown.len() >= MOST_UNKNOWN {
                unknown.clear();
            }
            Err(unknown.entry(name).or_insert_with_key(|name| near(name)).clone())
        }
    }
}

/// Cached suggestions for unknown names: a text may have the same one on each of its blocks.
static UNKNOWN: Mutex<BTreeMap<String, Vec<String>>> = Mutex::new(BTreeMap::new());
/// The cache is cleared at this many entries: `serve` may run for days.
const MOST_UNKNOWN: usize = 1_000;

/// Up to three names within an edit distance of two, or of one for a short name; the nearest first, one per grammar.
fn near(name: &str) -> Vec<String> {
    let reach = if name.chars().count() <= 4 { 1 } else { 2 };
    // Fast path: the distance is at least the difference in length, and its table takes the product of both lengths.
    let length = name.chars().count();
    let alike = |known: &str| known.chars().count().abs_diff(length) <= reach;
    let distance =
        |known: &str| alike(known).then(|| damerau_levenshtein(name, known)).filter(|distance| *distance <= reach);
    let plain = PLAIN.iter().filter(|plain| plain.len() > 3).map(|plain| (*plain, ""));
    let known = NAMES.iter().filter(|(name, _)| !name.contains('.'));
    let known = known.map(|(name, grammar)| (name.as_str(), grammar.name.as_str()));
    let mut near: Vec<_> =
        known.chain(plain).filter_map(|(known, grammar)| Some((distance(known)?, known, grammar))).collect();
    near.sort();
    let mut seen = Vec::new();
    near.retain(|(_, _, grammar)| !seen.contains(grammar) && (seen.push(*grammar), true).1);
    near.into_iter().take(3).map(|(_, known, _)| known.to_owned()).collect()
}

impl Language {
    /// The spans of a text that have a role, in order.
    pub(super) fn spans(self, text: &str) -> Vec<(&'static str, Range<usize>)> {
        match self {
            Self::Known(grammar) => highlight::spans(grammar, text),
            Self::Plain | Self::Diff => Vec::new(),
        }
    }
}
