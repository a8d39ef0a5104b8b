//! Reads the data for hydration.

use leptos::wasm_bindgen::prelude::*;

use super::json;
use crate::content::{HydrationData, SCHEMA, Site};

#[wasm_bindgen]
extern "C" {
    /// What all pages share. Defined in `bundle/output/document/start.js`.
    #[wasm_bindgen(thread_local_v2, js_name = siteData)]
    static SITE_DATA: JsValue;
}

/// Reads the data of the site. `None` if it has another schema version.
pub(crate) fn read() -> Option<Site> {
    let data: HydrationData = json::read_value(SITE_DATA.with(JsValue::clone))?;
    (data.schema == SCHEMA).then_some(data.site)
}
