//! Renders a page as a whole document: the head, the view, and the data for hydration.

pub(crate) mod deferred_program;
pub(crate) mod head;
pub(crate) mod minify;
pub(crate) mod minify_css;
pub(crate) mod minify_js;
pub(crate) mod shell;
pub(crate) mod style;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::content::{HydrationData, Page, Route, SCHEMA, Site};
use crate::view::{self, APP, App, AppProps, START};
use shell::Shell;

/// The static page, with the tags of its head.
pub(crate) fn document(site: &Arc<Site>, shell: &Shell, tags: &str, page: &Page) -> String {
    framed(site, shell, tags, &page.route, &view::page(site, page))
}

/// The static page of a route, with the given HTML inside its frame.
pub(crate) fn framed(site: &Arc<Site>, shell: &Shell, tags: &str, route: &Route, html: &str) -> String {
    let data = hydration_data(site, route);
    let view = view(site, route, html);
    let body =
        format!("<div id=\"{APP}\">{view}</div>\n<script type=\"application/json\" id=\"{START}\">{data}</script>");
    shell.document(site, tags, &body)
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

/// The data that the app hydrates the page with. `<` is escaped so that no title can end the script element.
fn hydration_data(site: &Arc<Site>, route: &Route) -> String {
    let data = HydrationData {
        schema: SCHEMA,
        site: Site { words: site.words.for_pages(), ..Site::clone(site) },
        route: route.clone(),
    };
    serde_json::to_string(&data).expect("strings, numbers and lists always serialise").replace('<', "\\u003c")
}
