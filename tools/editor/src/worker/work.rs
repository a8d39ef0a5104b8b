//! The costly work of the worker: highlighting, formulas, and HTML. Browser only.

use std::sync::{PoisonError, RwLock};

use personal_page::bundle::Mistake;
use personal_page::bundle::preview::{Costly, CostlyWork, SiteIndex, Span};

/// The work for the texts of a site, whose grammars are added one by one.
pub(super) struct Work(RwLock<CostlyWork>);

impl Work {
    pub(super) fn new(index: &SiteIndex) -> Self {
        Self(RwLock::new(CostlyWork::new(index.policy().clone())))
    }

    /// Adds a grammar. Bytes that are none leave the code without colours.
    pub(super) fn add_grammar(&self, name: &str, bytes: &[u8]) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).add_grammar(name, bytes);
    }
}

impl Costly for Work {
    fn spans(&self, grammar: &str, code: &str) -> Option<Vec<Span>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).spans(grammar, code)
    }

    fn mathml(&self, formula: &str, display: bool) -> Option<Result<String, Mistake>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).mathml(formula, display)
    }

    fn sanitise(&self, html: &str) -> Option<String> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).sanitise(html)
    }
}
