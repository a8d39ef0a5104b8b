//! Saving by hand: a download, or GitHub's own form.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::app::{app, send, state};
use super::{dom, tokens};
use crate::browser::js;
use crate::page::event::Event;
use crate::page::path;
use crate::store::github::forms;

/// Downloads the text, and each picture that is not saved.
pub(crate) fn download() {
    let files = state(|state| {
        let editor = state.editor.as_ref()?;
        let mut files = vec![(editor.path.clone(), editor.text.clone().into_bytes(), "text/markdown".to_owned())];
        app(|app| {
            for picture in &editor.pictures {
                let bytes = app.pictures.get(&picture.path).map(|loaded| loaded.bytes.clone());
                files.extend(bytes.map(|bytes| (picture.path.clone(), bytes, picture.media_type.clone())));
            }
        });
        Some(files)
    });
    let Some(files) = files else { return };
    let folder = path::folder(&files[0].0).to_owned();
    for (path, bytes, media_type) in &files {
        give(path.rsplit('/').next().unwrap_or(path), bytes, media_type);
    }
    let message = if files.len() == 1 {
        "One file is downloaded.".to_owned()
    } else {
        format!("{} files are downloaded.", files.len())
    };
    send(Event::Say(message, format!("put into the folder {folder} of the site")));
}

fn give(name: &str, bytes: &[u8], media_type: &str) {
    let Some(url) = url(bytes, media_type) else { return };
    let Ok(link) = dom::document().create_element("a") else { return };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Not at once: the download may not have begun.
    dom::later(60_000, move || drop(Url::revoke_object_url(&url)));
}

/// An address of bytes in this browser.
pub(crate) fn url(bytes: &[u8], media_type: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Opens GitHub's form. A new text that fits into an address is filled in; any other is put into the clipboard.
pub(crate) async fn form() {
    let Some(store) = tokens::github(None) else { return };
    let Some((path, text, is_new)) = state(|state| {
        let editor = state.editor.as_ref()?;
        Some((editor.path.clone(), editor.text.clone(), editor.base.is_none()))
    }) else {
        return;
    };
    let site = store.site();
    let branch = site.branch.clone().unwrap_or_else(|| "main".to_owned());
    let filled = if is_new { forms::new_file(site, &branch, &path, &text) } else { None };
    let (address, is_filled) = match filled {
        Some(address) => (address, true),
        None if is_new => (forms::blank(site, &branch, &path), false),
        None => (forms::edit(site, &branch, &path), false),
    };
    if !is_filled {
        let clipboard = js::get(&js::global("navigator"), "clipboard");
        if js::call_async(&clipboard, "writeText", &[text.into()]).await.is_err() {
            send(Event::Say(
                "The browser does not allow the clipboard.".to_owned(),
                "copy the text, then open the form again".to_owned(),
            ));
            return;
        }
    }
    let _ = dom::window().open_with_url_and_target_and_features(&address, "_blank", "noopener");
    let message = if is_filled {
        "GitHub’s form has the text."
    } else {
        "The text is in the clipboard, and GitHub’s form is open."
    };
    let remedy = if is_filled {
        "Commit it there."
    } else {
        "Select all there, paste, and commit. Pictures are uploaded there, too."
    };
    send(Event::Say(message.to_owned(), remedy.to_owned()));
}
