//! The costly work, with grammars that are loaded one by one.

use std::collections::BTreeMap;

use syntect::dumps::from_reader;
use syntect::parsing::SyntaxSet;

use super::code::highlight;
use super::code::names::Names;
use super::code::spans::ROLES;
use super::costly::{Costly, Mistake, Span};
#[cfg(not(target_arch = "wasm32"))]
use super::costly::{DiagramFault, Drawing};
#[cfg(not(target_arch = "wasm32"))]
use super::diagrams::draw;
use super::formulas::mathml::mathml;
use super::sanitise::clean::clean;
use crate::bundle::input::config::content_security_policy::Policy;

/// Does the costly work for texts of one site.
pub struct CostlyWork {
    /// By the names of their files.
    grammars: BTreeMap<String, SyntaxSet>,
    policy: Policy,
}

impl CostlyWork {
    /// Works for a site with a policy. No grammar is loaded yet.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self { grammars: BTreeMap::new(), policy }
    }

    /// Adds a grammar from the bytes of its file. `false` if they are not those of a grammar.
    pub fn add_grammar(&mut self, name: &str, bytes: &[u8]) -> bool {
        let set = from_reader::<SyntaxSet, _>(bytes).ok();
        let set = set.filter(|set| Names::index_of(name).is_some_and(|index| index < set.syntaxes().len()));
        set.map(|set| self.grammars.insert(name.to_owned(), set)).is_some()
    }
}

impl Costly for CostlyWork {
    fn spans(&self, grammar: &str, code: &str) -> Option<Vec<Span>> {
        let set = self.grammars.get(grammar)?;
        let spans = highlight::spans(set.syntaxes().get(Names::index_of(grammar)?)?, set, code);
        let numbered = spans
            .into_iter()
            .filter_map(|(role, span)| Some((ROLES.iter().position(|known| *known == role)?, span.start, span.end)));
        Some(numbered.collect())
    }

    fn mathml(&self, formula: &str, display: bool) -> Option<Result<String, Mistake>> {
        Some(mathml(formula, display))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn diagram(&self, source: &str) -> Option<Result<Drawing, DiagramFault>> {
        Some(draw(source))
    }

    fn sanitise(&self, html: &str) -> Option<String> {
        Some(clean(html, &self.policy))
    }
}
