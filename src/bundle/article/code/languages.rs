//! Languages by the names authors call them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use strsim::damerau_levenshtein;
use syntect::parsing::SyntaxReference;

use super::grammars::GRAMMARS;
use super::highlight;

/// What to do with a text.
#[derive(Clone, Copy)]
pub(super) enum Language {
    /// Leave it as it is.
    Plain,
    /// Mark its lines as coming and going.
    Diff,
    /// Highlight it.
    Known(&'static SyntaxReference),
}

/// Names that say: this is not in a language.
const PLAIN: [&str; 12] =
    ["", "ascii", "console", "none", "nohighlight", "output", "plain", "plaintext", "raw", "terminal", "text", "txt"];

/// What else a language is called, and the grammar that is nearest to one that has none.
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
    // A language's own name and what is said here are stronger than another's extension.
    for grammar in GRAMMARS.syntaxes() {
        names.insert(grammar.name.to_lowercase(), grammar);
    }
    for (alias, name) in ALIASES {
        names.extend(GRAMMARS.find_syntax_by_name(name).map(|grammar| (alias.to_owned(), grammar)));
    }
    names
});

/// The language of a name, or names that are near to it.
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

/// The names that are near to those that are none. A text may have one of these on each of its blocks.
static UNKNOWN: Mutex<BTreeMap<String, Vec<String>>> = Mutex::new(BTreeMap::new());
/// More are not kept: `serve` goes on for days.
const MOST_UNKNOWN: usize = 1_000;

/// Up to three names within two letters, or within one of a short name, the nearest first, one a language.
fn near(name: &str) -> Vec<String> {
    let reach = if name.chars().count() <= 4 { 1 } else { 2 };
    // A name that is longer by more letters cannot be near, and the table of the two takes their lengths' product.
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
    /// The parts of a text that have a role, in their order.
    pub(super) fn spans(self, text: &str) -> Vec<(&'static str, Range<usize>)> {
        match self {
            Self::Known(grammar) => highlight::spans(grammar, text),
            Self::Plain | Self::Diff => Vec::new(),
        }
    }
}
