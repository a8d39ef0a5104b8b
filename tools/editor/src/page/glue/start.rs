//! Starts the editor in its page.

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use super::app::{app, begin, draw, send, state};
use super::{address, dom, keep, listen, open, saves, share, stopped, tokens};
use crate::browser::clock::today;
use crate::drafts::database::Database;
use crate::drafts::tabs;
use crate::page::event::Event;
use crate::page::state::Place;
use crate::page::stores::Stores;
use crate::page::view::ids;
use crate::store::folder::Folder;
use crate::store::local::Local;
use crate::worker::client::Heard;
use crate::worker::files;
use crate::worker::port::Port;

/// What an author does about trouble with the data of the site or with the worker.
const AGAIN: &str = "load the page again; the draft is kept";

/// Starts the editor, if the document has a place for it.
pub fn start() {
    let (Some(root), Some(page)) = (dom::by_id::<HtmlElement>(ids::WRITE), dom::document().document_element()) else {
        return;
    };
    stopped::begin();
    let base = dom::attribute(&page, "data-base");
    let base = if base.is_empty() { "/".to_owned() } else { base };
    let address = dom::attribute(&root, "data-repository");
    let repository = address.strip_prefix("https://github.com/").map(|name| name.trim_end_matches('/').to_owned());
    let collections = serde_json::from_str(&dom::attribute(&root, "data-collections")).unwrap_or_default();
    begin(|state| {
        state.collections = collections;
        state.base.clone_from(&base);
        state.today = today();
        state.language = dom::attribute(&page, "lang");
        state.repository = repository;
        state.has_folders = Folder::is_there();
    });
    place(&base);
    if let Some(about) = dom::by_id::<HtmlElement>("write-about") {
        about.set_hidden(true);
    }
    root.set_hidden(false);
    spawn_local(pages());
    listen::begin();
    tabs::on_asked(&base, |path| open::let_go(&path));
    draw();
    spawn_local(async move {
        match Database::open(&base).await {
            Ok(database) => {
                app(|app| app.database = Some(database));
                keep::read_all().await;
                // What stays there only takes room.
                let database = app(|app| app.database.clone());
                spawn_local(async move {
                    if let Some(database) = database {
                        let _ = database.sweep().await;
                    }
                });
            }
            Err(reason) => send(Event::Drafts(Err(reason))),
        }
        saves::list().await;
        address::went();
        share::take().await;
        share::register().await;
    });
}

/// Finds where texts are saved: by the local server, whose page alone has its secret; otherwise by hand, until the author
/// gives a token or opens a folder.
fn place(base: &str) {
    let secret = dom::find(&format!("meta[name={}]", personal_page::content::write::SECRET_META));
    let secret = secret.map(|meta: Element| dom::attribute(&meta, "content")).filter(|secret| !secret.is_empty());
    match secret {
        Some(secret) => {
            app(|app| app.stores = Stores::Local(Local::new(base, &secret)));
            begin(|state| state.place = Place::Local);
        }
        None => {
            let reading = tokens::github(None).map_or(Stores::None, Stores::GitHub);
            app(|app| app.stores = reading);
        }
    }
}

/// Loads the list of the site's pages.
async fn pages() {
    let base = state(|state| state.base.clone());
    match files::pages(&base).await {
        Ok(pages) => send(Event::Pages(pages)),
        Err(message) => send(Event::Say(message, AGAIN.to_owned())),
    }
}

/// The worker. The first text starts it, so that the list of texts is there before the program that prepares them.
pub(crate) fn worker() -> Port {
    app(|app| app.worker.get_or_insert_with(|| Port::open(heard)).clone())
}

/// What the worker says.
fn heard(heard: Heard) {
    match heard {
        Heard::Answer { id, preview, .. } => send(Event::Answered { id, preview }),
        Heard::Trouble(message) => send(Event::Say(message, AGAIN.to_owned())),
        Heard::Ready | Heard::Restarted(_) => {}
        Heard::Stopped => {
            let message = "The preview has stopped: its program has failed several times.".to_owned();
            send(Event::Say(message, AGAIN.to_owned()));
        }
    }
}

/// Loads the data of the site again, and lets the worker do so, and reads the list anew: the site has changed.
pub(crate) fn refresh() {
    spawn_local(pages());
    if let Some(port) = app(|app| app.worker.clone()) {
        port.refresh();
    }
    let is_local = state(|state| state.place == Place::Local);
    if is_local {
        spawn_local(saves::list());
    }
}
