//! A draft as a record of IndexedDB. Browser only.

use wasm_bindgen::JsValue;

use super::draft::{Base, Draft};
use crate::browser::js;
use crate::store::Version;

pub(super) fn write(draft: &Draft) -> JsValue {
    let pictures = serde_json::to_string(&draft.pictures).unwrap_or_default();
    let base = serde_json::to_string(&draft.base.as_ref().map(|base| &base.version)).unwrap_or_default();
    js::object(&[
        ("path", draft.path.as_str().into()),
        ("text", draft.text.as_str().into()),
        ("base", base.into()),
        ("baseText", draft.base.as_ref().map_or("", |base| &base.text).into()),
        ("proposed", serde_json::to_string(&draft.proposed).unwrap_or_default().into()),
        ("history", draft.history.as_str().into()),
        ("start", JsValue::from_f64(draft.selection.0 as f64)),
        ("end", JsValue::from_f64(draft.selection.1 as f64)),
        ("changed", draft.changed.into()),
        ("pictures", pictures.into()),
    ])
}

/// A draft from its record. `None` if there is no record.
pub(super) fn read(record: &JsValue) -> Option<Draft> {
    if record.is_undefined() {
        return None;
    }
    let version: Option<Version> = serde_json::from_str(&js::text(record, "base")).ok().flatten();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "written from a usize")]
    let place = |name| js::number(record, name) as usize;
    Some(Draft {
        path: js::text(record, "path"),
        text: js::text(record, "text"),
        base: version.map(|version| Base { version, text: js::text(record, "baseText") }),
        // A record of an earlier editor has none.
        proposed: serde_json::from_str(&js::text(record, "proposed")).ok().flatten(),
        history: js::text(record, "history"),
        selection: (place("start"), place("end")),
        changed: js::number(record, "changed"),
        pictures: serde_json::from_str(&js::text(record, "pictures")).unwrap_or_default(),
    })
}
