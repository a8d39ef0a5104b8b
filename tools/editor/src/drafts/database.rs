//! The drafts in IndexedDB. Browser only.
//!
//! A transaction writes a text and its pictures together, and is complete only when the disk has it (`strict`). The
//! history and the base of a text are fields of its record, so that none is newer than the others.

use std::collections::BTreeSet;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::draft::{self, Base, Draft, Picture};
use crate::browser::js;
use crate::store::Version;

const TEXTS: &str = "texts";
const PICTURES: &str = "pictures";

/// Why a database is not opened that another tab has open in an older form.
const BLOCKED: &str = "another tab has an older version of the editor open";

/// The open database.
#[derive(Clone, Debug)]
pub struct Database(JsValue);

impl Database {
    /// Opens the database of a site, or makes it. Sites on the same host share storage, so the base is in its name.
    ///
    /// # Errors
    /// What the browser says where it refuses, such as in some private windows.
    pub async fn open(base: &str) -> Result<Self, String> {
        let name = format!("personal-page:{base}:write");
        let open = js::call(&js::global("indexedDB"), "open", &[name.into(), 1.into()]).map_err(|e| js::message(&e))?;
        let request = open.clone();
        let upgrade = js::callback(move |_| {
            let database = js::get(&request, "result");
            for (store, key) in [(TEXTS, "path"), (PICTURES, "path")] {
                let options = js::object(&[("keyPath", key.into())]);
                let _ = js::call(&database, "createObjectStore", &[store.into(), options]);
            }
        });
        js::set(&open, "onupgradeneeded", &upgrade);
        let database = result(&open).await?;
        // A newer version of the editor in another tab may upgrade the database.
        let opened = database.clone();
        js::set(&database, "onversionchange", &js::callback(move |_| drop(js::call(&opened, "close", &[]))));
        Ok(Self(database))
    }

    /// All drafts.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn all(&self) -> Result<Vec<Draft>, String> {
        let transaction = self.transaction(TEXTS, "readonly")?;
        let store = store(&transaction, TEXTS)?;
        let records = request(&store, "getAll", &[]).await?;
        Ok(Array::from(&records).iter().filter_map(|record| read(&record)).collect())
    }

    /// The draft of a file.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn get(&self, path: &str) -> Result<Option<Draft>, String> {
        let transaction = self.transaction(TEXTS, "readonly")?;
        let store = store(&transaction, TEXTS)?;
        Ok(read(&request(&store, "get", &[path.into()]).await?))
    }

    /// The bytes of a picture.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn picture(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        let transaction = self.transaction(PICTURES, "readonly")?;
        let store = store(&transaction, PICTURES)?;
        let record = request(&store, "get", &[path.into()]).await?;
        Ok((!record.is_undefined()).then(|| js::bytes(&js::get(&record, "bytes"))))
    }

    /// Writes a draft, and the pictures that have been added since it was last written.
    ///
    /// # Errors
    /// What the browser says: `QuotaExceededError` if there is no room.
    pub async fn put(&self, draft: &Draft, pictures: &[(String, Vec<u8>)]) -> Result<(), String> {
        let transaction = self.transaction(&[TEXTS, PICTURES], "readwrite")?;
        js::call(&store(&transaction, TEXTS)?, "put", &[write(draft)]).map_err(|e| js::message(&e))?;
        for (path, bytes) in pictures {
            let bytes = Uint8Array::from(bytes.as_slice()).into();
            let record = js::object(&[("path", path.as_str().into()), ("bytes", bytes)]);
            js::call(&store(&transaction, PICTURES)?, "put", &[record]).map_err(|e| js::message(&e))?;
        }
        complete(&transaction).await
    }

    /// Removes a draft and its pictures.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn delete(&self, path: &str, pictures: &[Picture]) -> Result<(), String> {
        let transaction = self.transaction(&[TEXTS, PICTURES], "readwrite")?;
        js::call(&store(&transaction, TEXTS)?, "delete", &[path.into()]).map_err(|e| js::message(&e))?;
        for picture in pictures {
            let store = store(&transaction, PICTURES)?;
            js::call(&store, "delete", &[picture.path.as_str().into()]).map_err(|e| js::message(&e))?;
        }
        complete(&transaction).await
    }

    /// Removes pictures that no draft has, such as those of a text whose save went on after its tab was closed.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn sweep(&self) -> Result<(), String> {
        let transaction = self.transaction(&[TEXTS, PICTURES], "readwrite")?;
        let records = request(&store(&transaction, TEXTS)?, "getAll", &[]).await?;
        let drafts = Array::from(&records).iter().filter_map(|record| read(&record)).collect::<Vec<_>>();
        let kept: BTreeSet<&str> =
            drafts.iter().flat_map(|draft| &draft.pictures).map(|picture| picture.path.as_str()).collect();
        let pictures = store(&transaction, PICTURES)?;
        for key in Array::from(&request(&pictures, "getAllKeys", &[]).await?).iter() {
            if key.as_string().is_some_and(|path| !kept.contains(path.as_str())) {
                js::call(&pictures, "delete", &[key]).map_err(|error| js::message(&error))?;
            }
        }
        Ok(())
    }

    fn transaction(&self, stores: impl Stores, mode: &str) -> Result<JsValue, String> {
        let options = js::object(&[("durability", "strict".into())]);
        js::call(&self.0, "transaction", &[stores.names(), mode.into(), options]).map_err(|error| js::message(&error))
    }
}

/// The names of the stores of a transaction.
trait Stores {
    fn names(&self) -> JsValue;
}

impl Stores for &str {
    fn names(&self) -> JsValue {
        (*self).into()
    }
}

impl Stores for &[&str; 2] {
    fn names(&self) -> JsValue {
        self.iter().map(|name| JsValue::from(*name)).collect::<Array>().into()
    }
}

fn store(transaction: &JsValue, name: &str) -> Result<JsValue, String> {
    js::call(transaction, "objectStore", &[name.into()]).map_err(|error| js::message(&error))
}

async fn request(store: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, String> {
    result(&js::call(store, method, arguments).map_err(|error| js::message(&error))?).await
}

/// The result of a request of IndexedDB.
async fn result(request: &JsValue) -> Result<JsValue, String> {
    let events = Promise::new(&mut |resolve, reject| {
        js::set(request, "onsuccess", &resolve);
        js::set(request, "onerror", &reject.clone());
        js::set(request, "onblocked", &reject);
    });
    match JsFuture::from(events).await {
        Ok(_) => Ok(js::get(request, "result")),
        // A request that is blocked has no error.
        Err(event) if js::text(&event, "type") == "blocked" => Err(BLOCKED.to_owned()),
        Err(_) => Err(reason(&js::get(request, "error"))),
    }
}

/// Waits until the disk has what a transaction wrote. A request in it that fails aborts it, and only then it has an error.
async fn complete(transaction: &JsValue) -> Result<(), String> {
    let events = Promise::new(&mut |resolve, reject| {
        js::set(transaction, "oncomplete", &resolve);
        js::set(transaction, "onabort", &reject);
    });
    match JsFuture::from(events).await {
        Ok(_) => Ok(()),
        Err(_) => Err(reason(&js::get(transaction, "error"))),
    }
}

fn reason(error: &JsValue) -> String {
    draft::reason(&js::text(error, "name"), &js::text(error, "message"))
}

fn write(draft: &Draft) -> JsValue {
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
fn read(record: &JsValue) -> Option<Draft> {
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
