//! The names of languages: what an author may write for a grammar.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
#[cfg(not(target_arch = "wasm32"))]
use syntect::parsing::SyntaxSet;

use crate::bundle::input::slugify::slugify;

/// Further names of languages, each with its grammar, or the most similar one if there is none.
#[cfg(not(target_arch = "wasm32"))]
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

/// The names of all grammars, which tell unknown languages from those whose grammar is not loaded.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Names {
    /// The name of each grammar, in the order of the whole set.
    pub(super) grammars: Vec<String>,
    /// The index of a grammar by what an author may write for it, in lower case.
    pub(super) indices: BTreeMap<String, usize>,
}

impl Names {
    /// Every name of every grammar of a set in lower case.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn of(set: &SyntaxSet) -> Self {
        let mut indices = BTreeMap::new();
        for (index, grammar) in set.syntaxes().iter().enumerate().filter(|(_, grammar)| !grammar.hidden) {
            for name in grammar.file_extensions.iter().chain([&grammar.name]) {
                indices.insert(name.to_lowercase(), index);
            }
        }
        // A language's own name and the aliases take precedence over another's file extension.
        for (index, grammar) in set.syntaxes().iter().enumerate() {
            indices.insert(grammar.name.to_lowercase(), index);
        }
        for (alias, name) in ALIASES {
            let index = set.syntaxes().iter().rposition(|grammar| grammar.name == name);
            indices.extend(index.map(|index| (alias.to_owned(), index)));
        }
        Self { grammars: set.syntaxes().iter().map(|grammar| grammar.name.clone()).collect(), indices }
    }

    /// The name of a grammar.
    pub(super) fn name(&self, index: usize) -> &str {
        self.grammars.get(index).map_or("", String::as_str)
    }

    /// The name of the file of a grammar.
    pub(crate) fn id(&self, index: usize) -> String {
        let name = self.grammars.get(index).and_then(|name| slugify(name));
        // Several names have one slug: `C`, `C++` and `C#`.
        format!("{}-{index}", name.as_ref().map_or("grammar", |slug| slug.as_str()))
    }

    /// The index of a grammar in the whole set, by the name of its file.
    pub(crate) fn index_of(id: &str) -> Option<usize> {
        id.rsplit_once('-')?.1.parse().ok()
    }
}
