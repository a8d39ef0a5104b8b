//! The drafts in IndexedDB. Browser only.
//!
//! A transaction writes a text and its pictures together, and is complete only when the disk has it (`strict`). The
//! history and the base of a text are fields of its record, so that none is newer than the others.

use std::collections::BTreeSet;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

use super::draft::{Draft, Picture};
use super::record::{read, write};
use super::request::{complete, request, result, store};
use crate::browser::js;

const TEXTS: &str = "texts";
const PICTURES: &str = "pictures";

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
