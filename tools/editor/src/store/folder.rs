//! The folder of the site on disk, where the browser can open one (File System Access). Browser only.
//!
//! Not all or nothing: the browser has no such write. All files are compared with their bases first, pictures are written
//! before the text that shows them, and deletions come last, so that a write that breaks off loses nothing.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::{Change, Conflict, Listed, Problem, Save, Saved, Store, StoreError, StoredFile, Version};
use crate::browser::js;

/// Deeper folders are not read: a link may lead back up.
const MAX_DEPTH: usize = 12;

/// An opened folder.
#[derive(Clone, Debug)]
pub struct Folder {
    handle: JsValue,
    /// The folders of texts in it, without slashes.
    texts: Vec<String>,
}

impl Folder {
    /// Whether the browser can open one.
    #[must_use]
    pub fn is_there() -> bool {
        js::global("showDirectoryPicker").is_function()
    }

    /// Lets the author choose the folder of the site. `None` if they choose none.
    ///
    /// # Errors
    /// If the folder is not that of a site.
    pub async fn choose(texts: Vec<String>) -> Result<Option<Self>, StoreError> {
        let options = js::object(&[("mode", "readwrite".into()), ("id", "site".into())]);
        let Ok(folder) = js::call_async(&js_sys::global(), "showDirectoryPicker", &[options]).await else {
            return Ok(None);
        };
        if js::call_async(&folder, "getFileHandle", &["site.toml".into()]).await.is_err() {
            return Err(StoreError::Refused(Problem::new(
                "this is not the folder of a site",
                "open the folder that has site.toml",
            )));
        }
        Ok(Some(Self { handle: folder, texts }))
    }

    async fn folder(&self, path: &str, create: bool) -> Result<JsValue, JsValue> {
        let mut folder = self.handle.clone();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            let options = js::object(&[("create", create.into())]);
            folder = js::call_async(&folder, "getDirectoryHandle", &[part.into(), options]).await?;
        }
        Ok(folder)
    }

    async fn bytes(&self, path: &str) -> Result<Vec<u8>, JsValue> {
        let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = self.folder(parent, false).await?;
        let handle = js::call_async(&folder, "getFileHandle", &[name.into()]).await?;
        let file = js::call_async(&handle, "getFile", &[]).await?;
        Ok(js::bytes(&js::call_async(&file, "arrayBuffer", &[]).await?))
    }

    /// Writes a file. The browser puts it into its place only when it is whole.
    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = self.folder(parent, true).await?;
        let handle =
            js::call_async(&folder, "getFileHandle", &[name.into(), js::object(&[("create", true.into())])]).await?;
        let stream = js::call_async(&handle, "createWritable", &[]).await?;
        js::call_async(&stream, "write", &[Uint8Array::from(bytes).into()]).await?;
        js::call_async(&stream, "close", &[]).await?;
        Ok(())
    }

    async fn remove(&self, path: &str) -> Result<(), JsValue> {
        let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = self.folder(parent, false).await?;
        js::call_async(&folder, "removeEntry", &[name.into()]).await.map(drop)
    }

    /// The file at a path, if there is one. A file that is there and cannot be read is an error.
    async fn found(&self, path: &str) -> Result<Option<StoredFile>, StoreError> {
        match self.bytes(path).await {
            Ok(bytes) => Ok(Some(StoredFile { path: path.to_owned(), version: Version::of(&bytes), bytes })),
            // The file, or a folder on the way to it.
            Err(error) if js::text(&error, "name") == "NotFoundError" => Ok(None),
            Err(error) => Err(failed(&error)),
        }
    }

    /// The files that are not at the base of their change.
    async fn conflicts(&self, save: &Save) -> Result<Vec<Conflict>, StoreError> {
        let mut conflicts = Vec::new();
        for expected in save.changes.iter().flat_map(Change::expected) {
            let theirs = self.found(expected.path).await?;
            if !expected.allows(theirs.as_ref().map(|file| &file.version)) {
                conflicts.push(Conflict { path: expected.path.to_owned(), theirs });
            }
        }
        Ok(conflicts)
    }

    async fn carry_out(&self, save: &Save) -> Result<Vec<(String, Option<Version>)>, JsValue> {
        let mut files = Vec::new();
        let mut gone: Vec<&str> = Vec::new();
        for change in save.changes.iter().rev() {
            match change {
                Change::Write { path, bytes, .. } => {
                    self.write(path, bytes).await?;
                    files.push((path.clone(), Some(Version::of(bytes))));
                }
                Change::Rename { from, to, base } => {
                    self.write(to, &self.bytes(from).await?).await?;
                    files.push((to.clone(), Some(base.clone())));
                    gone.push(from);
                }
                Change::Delete { path, .. } => {
                    // Git sees nothing of it, as the owner's .gitignore may not know it.
                    self.write(".trash/.gitignore", b"*\n").await?;
                    self.write(&trash(path), &self.bytes(path).await?).await?;
                    gone.push(path);
                }
            }
        }
        for path in gone {
            self.remove(path).await?;
            files.push((path.to_owned(), None));
        }
        Ok(files)
    }
}

impl Store for Folder {
    async fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let mut files = Vec::new();
        let mut folders: Vec<_> = self.texts.iter().map(|name| (name.clone(), 0)).collect();
        while let Some((path, depth)) = folders.pop() {
            let folder = match self.folder(&path, false).await {
                Ok(folder) => folder,
                // A collection has no text yet.
                Err(error) if js::text(&error, "name") == "NotFoundError" => continue,
                Err(error) => return Err(failed(&error)),
            };
            let entries = entries(&folder).await.map_err(|error| failed(&error))?;
            for entry in entries {
                let (name, kind) = (js::text(&entry, "name"), js::text(&entry, "kind"));
                let path = format!("{path}/{name}");
                if name.starts_with('.') {
                    continue;
                }
                if kind == "directory" {
                    if depth < MAX_DEPTH {
                        folders.push((path, depth + 1));
                    }
                } else if let Some(file) = self.found(&path).await? {
                    files.push(Listed { path: file.path, version: file.version });
                }
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
    }

    async fn read(&self, path: &str) -> Result<StoredFile, StoreError> {
        let missing = Problem::new(format!("there is no file {path}"), "it may have been renamed or deleted");
        self.found(path).await?.ok_or(StoreError::NotFound(missing))
    }

    async fn save(&self, save: &Save) -> Result<Saved, StoreError> {
        if save.differs_in_case_only() {
            return Err(StoreError::Refused(Problem::new(
                "the names differ in case only, which some disks take for one",
                "choose another name, or rename the file with another program",
            )));
        }
        let conflicts = self.conflicts(save).await?;
        if !conflicts.is_empty() {
            return Err(StoreError::Conflict(conflicts));
        }
        let files = self.carry_out(save).await.map_err(|error| failed(&error))?;
        Ok(Saved { files, commit: None, link: None })
    }
}

/// Where a file that is deleted is copied to: a folder for each second, so that none takes the place of another. As in
/// the local server's trash, it is hidden, so nothing in it is read or published.
fn trash(path: &str) -> String {
    let now: String = js_sys::Date::new_0().to_iso_string().into();
    format!(".trash/{}/{path}", now.get(..19).unwrap_or_default().replace(':', ""))
}

async fn entries(folder: &JsValue) -> Result<Vec<JsValue>, JsValue> {
    let values = js::call(folder, "values", &[])?;
    let next: Function = js::get(&values, "next").dyn_into()?;
    let mut entries = Vec::new();
    loop {
        let step = js::settle(next.call0(&values)?).await?;
        if js::get(&step, "done").is_truthy() {
            return Ok(entries);
        }
        entries.push(js::get(&step, "value"));
    }
}

fn failed(error: &JsValue) -> StoreError {
    StoreError::Refused(Problem::new(
        format!("the browser could not use the folder: {}", js::message(error)),
        "open the folder again, and allow this page to edit files in it",
    ))
}
