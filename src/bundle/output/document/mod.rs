//! Renders a page as a whole document: the head and the view.

pub(crate) mod deferred_program;
pub(crate) mod editor;
pub(crate) mod head;
pub(crate) mod minify;
pub(crate) mod minify_css;
pub(crate) mod minify_js;
pub(crate) mod owner_tags;
pub(crate) mod reader_script;
pub(crate) mod shell;
pub(crate) mod start_script;
pub(crate) mod style;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::bundle::escape::escape;
use crate::content::{Page, Route, Site};
use crate::view::contract::attributes::ROUTE;
use crate::view::{self, APP, App, AppProps};
use shell::Shell;

/// The static page, with the tags of its head.
pub(crate) fn document(site: &Arc<Site>, shell: &Shell, tags: &str, page: &Page) -> String {
    framed(site, shell, tags, &page.route, &view::page(site, page))
}

/// The static page of a route, with the given HTML inside its frame.
pub(crate) fn framed(site: &Arc<Site>, shell: &Shell, tags: &str, route: &Route, html: &str) -> String {
    shell.document(site, tags, &body(site, route, html))
}

/// The frame of a route, with the given HTML inside.
pub(crate) fn body(site: &Arc<Site>, route: &Route, html: &str) -> String {
    let (path, view) = (route.path(), view(site, route, html));
    format!("<div id=\"{APP}\" {ROUTE}=\"{}\">{view}</div>", escape(&path))
}

/// The view of a page, rendered as in the browser. Leptos writes markers as `<!>`, which is a parse error in the HTML
/// standard; an empty comment gives the same node.
fn view(site: &Arc<Site>, route: &Route, html: &str) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&route.href(&site.base)));
        let (site, route) = (Arc::clone(site), RwSignal::new(route.clone()));
        App(AppProps { site, route, page: Some(view::page_element(html)), begin: || () }).to_html()
    });
    html.replace("<!>", "<!---->")
}
