//! The costly work: highlighting, formulas and HTML. A program of its own does it (`src/bin/costly.rs`), which is loaded
//! when a text needs it. Browser only.

use personal_page::bundle::preview::{Costly, Span};
use personal_page::bundle::{Mistake, Policy};
use wasm_bindgen::prelude::*;

const FAILED: &str =
    "the program that colours code, draws formulas and cleans HTML cannot be loaded, so that they are shown as written";

#[wasm_bindgen]
extern "C" {
    /// Loads the program: `tools/editor/worker.js`.
    #[wasm_bindgen(catch, js_name = loadCostly)]
    async fn load_costly() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = costly)]
    fn begin(policy: &str);

    #[wasm_bindgen(js_namespace = costly, js_name = addGrammar)]
    fn give_grammar(name: &str, bytes: &[u8]);

    #[wasm_bindgen(js_namespace = costly)]
    fn spans(grammar: &str, code: &str) -> Option<String>;

    #[wasm_bindgen(js_namespace = costly)]
    fn mathml(formula: &str, display: bool) -> Option<String>;

    #[wasm_bindgen(js_namespace = costly)]
    fn sanitise(html: &str) -> Option<String>;
}

/// The program. Nothing but [`load`](Self::load) may be called before it is loaded.
pub(super) struct Program;

impl Program {
    /// Loads it, or says that it cannot be.
    pub(super) async fn load() -> Result<(), String> {
        load_costly().await.map(|_| ()).map_err(|_| FAILED.to_owned())
    }

    /// Lets it work for a site of a policy, without grammars yet.
    pub(super) fn begin(policy: &Policy) {
        begin(&serde_json::to_string(policy).unwrap_or_default());
    }

    pub(super) fn add_grammar(name: &str, bytes: &[u8]) {
        give_grammar(name, bytes);
    }
}

impl Costly for Program {
    fn spans(&self, grammar: &str, code: &str) -> Option<Vec<Span>> {
        serde_json::from_str(&spans(grammar, code)?).ok()
    }

    fn mathml(&self, formula: &str, display: bool) -> Option<Result<String, Mistake>> {
        serde_json::from_str(&mathml(formula, display)?).ok()
    }

    fn sanitise(&self, html: &str) -> Option<String> {
        sanitise(html)
    }
}
