//! The program that does the costly work: it highlights code, draws formulas and cleans HTML. The worker of the editor
//! loads it when a text needs it, and calls its functions: `src/worker/costly.rs`. Natively it does nothing.

/// As fast as the standard library's allocator, and smaller to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// The exported functions. Those that return a text return JSON, and `None` where [`Costly`] does.
#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
mod exports {
    use std::cell::RefCell;
    use std::panic;

    use personal_page::bundle::preview::{Costly, CostlyWork};
    use wasm_bindgen::prelude::*;
    use wasm_bindgen::throw_str;

    thread_local! {
        static WORK: RefCell<Option<CostlyWork>> = const { RefCell::new(None) };
    }

    /// Begins to work for a site, whose policy is given as JSON. No grammar is loaded yet.
    #[wasm_bindgen]
    pub fn begin(policy: &str) {
        // An error in the worker, which tells the page of it.
        panic::set_hook(Box::new(|info| throw_str(&info.to_string())));
        WORK.set(serde_json::from_str(policy).ok().map(CostlyWork::new));
    }

    /// Adds a grammar. Bytes that are none leave the code without colours.
    #[wasm_bindgen(js_name = addGrammar)]
    pub fn add_grammar(name: &str, bytes: &[u8]) {
        WORK.with_borrow_mut(|work| work.as_mut().map(|work| work.add_grammar(name, bytes)));
    }

    /// The spans of a code.
    #[wasm_bindgen]
    pub fn spans(grammar: &str, code: &str) -> Option<String> {
        WORK.with_borrow(|work| serde_json::to_string(&work.as_ref()?.spans(grammar, code)?).ok())
    }

    /// A formula as MathML, or what is wrong with it.
    #[wasm_bindgen]
    pub fn mathml(formula: &str, display: bool) -> Option<String> {
        WORK.with_borrow(|work| serde_json::to_string(&work.as_ref()?.mathml(formula, display)?).ok())
    }

    /// HTML without what may not be in a page: no JSON, but itself.
    #[wasm_bindgen]
    pub fn sanitise(html: &str) -> Option<String> {
        WORK.with_borrow(|work| work.as_ref()?.sanitise(html))
    }
}
