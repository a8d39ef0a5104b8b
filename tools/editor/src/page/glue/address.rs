//! The address of the page names the text that is open: `/write/#posts/hello.md`.

use super::app::{send, state};
use super::{dom, listen, typing};
use crate::browser::js;
use crate::page::event::Event;
use crate::page::path;

/// The address has changed, or is read for the first time.
pub(crate) fn went() {
    // While the text that is left is still the open one.
    listen::leave();
    typing::composed();
    let hash = dom::window().location().hash().unwrap_or_default();
    let path = state(|state| path::of_anchor(hash.trim_start_matches('#'), &state.collections));
    send(Event::Went(path.or_else(of_query)));
}

/// The text that a link to the editor names: `?file=posts/hello.md&at=3`, at a block of it. The address becomes that which
/// the editor itself gives the text.
fn of_query() -> Option<String> {
    let location = dom::window().location();
    let query = web_sys::UrlSearchParams::new_with_str(&location.search().ok()?).ok()?;
    let file = query.get("file").filter(|file| state(|state| path::is_allowed(file, &state.collections)))?;
    let address = format!("{}#{}", location.pathname().ok()?, path::anchor(&file));
    let history = js::get(&dom::window(), "history");
    let _ = js::call(&history, "replaceState", &[wasm_bindgen::JsValue::NULL, "".into(), address.into()]);
    let block = query.get("at").filter(|at| !at.is_empty() && at.bytes().all(|byte| byte.is_ascii_digit()));
    Some(block.map_or(file.clone(), |block| format!("{file}:{block}")))
}
