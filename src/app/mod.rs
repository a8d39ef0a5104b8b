//! The app: hydrates the static page in place, and navigates from there. Browser only.

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

use crate::content::Route;
use crate::view::contract::attributes;
use crate::view::{APP, App};
use navigation::{click, history, live_reload};
use session::{Session, boot};

/// Hydrates the open page, in a task of its own: the current one was spent on loading the program.
pub fn start() {
    set_timeout(take_over, Duration::ZERO);
}

/// If the page cannot be hydrated, its links stay plain links and its text stays readable.
fn take_over() {
    let mount = document().get_element_by_id(APP).and_then(|el| el.dyn_into::<HtmlElement>().ok());
    let (Some(mount), Some(site)) = (mount, boot::read()) else { return };
    // Not from the address, so that `404.html` and `?utm=` need no special case.
    let Some(path) = mount.get_attribute(attributes::ROUTE) else { return };
    let app = move || {
        let session = Session::new(site, Route::parse(&path));
        provide_context(session);
        view! { <App site=session.site() route=session.route page=None begin /> }
    };
    hydrate_from(mount, app).forget();
    let _ = document().document_element().map(|root| root.set_attribute(attributes::READY, ""));
}

/// Adds the listeners, once the router exists.
fn begin() {
    let session = expect_context::<Session>();
    history::begin(session);
    click::begin(session);
    live_reload::begin(session);
    events::begin(session);
}
