//! The grammars as files, one a language: each is a set with the grammars that it refers to. Native only.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use syntect::dumps::{dump_binary, from_binary};
use syntect::parsing::syntax_definition::{Context, ContextId, ContextReference, MatchOperation, Pattern};
use syntect::parsing::{Scope, SyntaxSet};

use super::grammars::Grammars;
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
    variables: std::collections::BTreeMap<String, String>,
    contexts: Vec<u8>,
}

/// The whole set, and the grammars that each of it refers to.
struct Parts {
    whole: WholeSet,
    references: Vec<BTreeSet<usize>>,
}

static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let set = two_face::syntax::extra_newlines();
    let whole = from_binary(&dump_binary(&set));
    Parts { references: references(set), whole }
});

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
        next.extend(references[grammar].iter().copied().filter(|other| used.insert(*other)));
    }
    let grammar =
        |(index, grammar): (usize, &Grammar)| if used.contains(&index) { grammar.clone() } else { Grammar::default() };
    let syntaxes = whole.syntaxes.iter().enumerate().map(grammar).collect();
    Some(dump_binary(&WholeSet { syntaxes, paths: Vec::new() }))
}

/// The grammars that each grammar of a set refers to.
fn references(set: SyntaxSet) -> Vec<BTreeSet<usize>> {
    let builder = set.into_builder();
    let of = |contexts: &mut dyn Iterator<Item = &Context>| contexts.flat_map(grammars_of).collect();
    builder.syntaxes().iter().map(|syntax| of(&mut syntax.contexts.values())).collect()
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
