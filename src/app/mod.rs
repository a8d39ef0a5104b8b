//! The browser's side: takes over the static page in place, and navigates from there.

pub(crate) mod dom;
pub(crate) mod events;
pub(crate) mod features;
pub(crate) mod navigation;
pub(crate) mod session;

use std::time::Duration;

use leptos::mount::hydrate_from;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use crate::view::{APP, App};
use navigation::{click, history, live_reload};
use session::{Session, boot};

/// Takes over the page that is open, in a task of its own: the browser has just spent one on the program.
pub fn start() {
    set_timeout(take_over, Duration::ZERO);
}

/// Where it cannot be done, every link stays a plain link and the text stays readable.
fn take_over() {
    let mount = document().get_element_by_id(APP).and_then(|el| el.dyn_into::<HtmlElement>().ok());
    let (Some(mount), Some(data)) = (mount, boot::read()) else { return };
    let app = move || {
        let session = Session::new(data);
        provide_context(session);
        view! { <App site=session.site() current_page=session.current_page begin /> }
    };
    hydrate_from(mount, app).forget();
    let _ = document().document_element().map(|root| root.set_attribute("data-ready", ""));
}

/// Begins to listen, once the router is there.
fn begin() {
    let session = expect_context::<Session>();
    history::begin(session);
    click::begin(session);
    live_reload::begin(session);
    events::begin(session);
}
