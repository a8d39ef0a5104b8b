//! The grammars as files, one a language: each is a set with the grammars that it refers to. Native only.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::{LazyLock, OnceLock};

use flate2::read::ZlibDecoder;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use syntect::dumps::{dump_binary, from_uncompressed_data};
use syntect::parsing::Scope;
use syntect::parsing::syntax_definition::{Context, ContextId, ContextReference, MatchOperation, Pattern};

use super::grammars::{Grammars, set};
use super::names::Names;

/// A set as syntect writes it, whose fields it does not show.
#[derive(Clone, Serialize, Deserialize)]
struct WholeSet {
    syntaxes: Vec<Grammar>,
    paths: Vec<(String, usize)>,
}

#[derive(Clone, Default, Serialize, Deserialize)]
struct Grammar {
    name: String,
    extensions: Vec<String>,
    scope: Scope,
    first_line: Option<String>,
    hidden: bool,
    variables: BTreeMap<String, String>,
    /// Compressed: [`Contexts`].
    contexts: Vec<u8>,
}

#[derive(Deserialize)]
struct Contexts {
    _ids: BTreeMap<String, ContextId>,
    contexts: Vec<Context>,
}

/// The whole set, and the grammars that each of it refers to.
struct Parts {
    whole: WholeSet,
    /// Each is found when it is first asked for, so that threads that write grammars do not wait for each other.
    references: Vec<OnceLock<BTreeSet<usize>>>,
}

static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let whole: WholeSet = load(&dump_binary(set()));
    Parts { references: whole.syntaxes.iter().map(|_| OnceLock::new()).collect(), whole }
});

impl Parts {
    /// The grammars that a grammar refers to.
    fn references(&self, index: usize) -> &BTreeSet<usize> {
        self.references[index].get_or_init(|| {
            let Contexts { contexts, .. } = load(&self.whole.syntaxes[index].contexts);
            contexts.iter().flat_map(grammars_of).collect()
        })
    }
}

/// The names of the files of all grammars that a text can ask for.
#[must_use]
pub fn ids() -> Vec<String> {
    let names = Grammars::all().names();
    let used: BTreeSet<usize> = names.indices.values().copied().collect();
    used.into_iter().map(|index| names.id(index)).collect()
}

/// The bytes of the file of a grammar. The others of the set are empty, so that references, which are numbers, stay.
#[must_use]
pub fn bytes(id: &str) -> Option<Vec<u8>> {
    let Parts { whole, references } = &*PARTS;
    let index = Names::index_of(id).filter(|index| *index < references.len())?;
    let (mut used, mut next) = (BTreeSet::from([index]), vec![index]);
    while let Some(grammar) = next.pop() {
        next.extend(PARTS.references(grammar).iter().copied().filter(|other| used.insert(*other)));
    }
    let grammar =
        |(index, grammar): (usize, &Grammar)| if used.contains(&index) { grammar.clone() } else { Grammar::default() };
    let syntaxes = whole.syntaxes.iter().enumerate().map(grammar).collect();
    Some(dump_binary(&WholeSet { syntaxes, paths: Vec::new() }))
}

/// Reads what syntect has written. Inflated at once, because syntect would do so byte by byte.
fn load<T: DeserializeOwned>(dump: &[u8]) -> T {
    let mut bytes = Vec::new();
    let inflated = ZlibDecoder::new(dump).read_to_end(&mut bytes);
    inflated
        .ok()
        .and_then(|_| from_uncompressed_data(&bytes).ok())
        .expect("the grammars of the program, which every test reads")
}

/// The grammars that a context refers to.
fn grammars_of(context: &Context) -> BTreeSet<usize> {
    let mut all: BTreeSet<usize> = context.prototype.iter().filter_map(grammar_of).collect();
    for pattern in &context.patterns {
        let references = match pattern {
            Pattern::Include(reference) => vec![reference],
            Pattern::Match(matched) => {
                let next = match &matched.operation {
                    MatchOperation::Push(next) | MatchOperation::Set(next) => &next[..],
                    _ => &[],
                };
                next.iter().chain(&matched.with_prototype).collect()
            }
        };
        all.extend(references.into_iter().filter_map(|reference| match reference {
            ContextReference::Direct { 0: id, .. } => grammar_of(id),
            _ => None,
        }));
    }
    all
}

/// The grammar that a context is in. Its number is private, but written.
fn grammar_of(id: &ContextId) -> Option<usize> {
    serde_json::to_value(id).ok()?.get("syntax_index")?.as_u64()?.try_into().ok()
}
