//! What is pasted and dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event as DomEvent, File, FileList};

use super::app::{send, state};
use super::listen::is_field;
use super::typing::sync;
use super::{clipboard, field, pictures};
use crate::browser::js;
use crate::page::event::Event;
use crate::text::link::is_url;

/// HTML becomes Markdown, an address over words a link, and a picture is added. Other text is left to the browser.
pub(super) fn pasted(event: &DomEvent) {
    let Some(data) =
        event.dyn_ref::<ClipboardEvent>().filter(|_| is_field(event)).and_then(ClipboardEvent::clipboard_data)
    else {
        return;
    };
    let chosen = files(data.files());
    let [html, text] = ["text/html", "text/plain"].map(|kind| data.get_data(kind).unwrap_or_default());
    if !chosen.is_empty() && text.is_empty() {
        event.prevent_default();
        sync();
        spawn_local(pictures::add(chosen));
    } else if !html.is_empty() || (is_url(text.trim()) && field::selected().0 != field::selected().1) {
        event.prevent_default();
        sync();
        // As editors of code say it: VS Code has the name of the language.
        let language = data.get_data("vscode-editor-data").ok().and_then(|data| js_sys::JSON::parse(&data).ok());
        let language = language.map(|data| js::text(&data, "mode")).filter(|mode| !mode.is_empty());
        let pasted = if html.is_empty() { None } else { clipboard::markdown(&html, &text, language.as_deref()) };
        send(Event::Pasted { pasted, text });
    }
}

fn transfer(event: &DomEvent) -> Option<DataTransfer> {
    let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let is_open = state(|state| state.editor.is_some());
    (is_open && data.types().iter().any(|kind| kind == "Files")).then_some(data)
}

/// Files may be dropped.
pub(super) fn dragged(event: &DomEvent) {
    if transfer(event).is_some() {
        event.prevent_default();
    }
}

/// Files are dropped: those that are pictures are added.
pub(super) fn dropped(event: &DomEvent) {
    if let Some(data) = transfer(event) {
        event.prevent_default();
        sync();
        spawn_local(pictures::add(files(data.files())));
    }
}

/// The files of a list.
pub(super) fn files(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}
