//! A page as a whole document: the head, the view, and the data the program starts from.

pub(crate) mod deferred_program;
pub(crate) mod head;
pub(crate) mod minify_css;
pub(crate) mod shell;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::content::{Page, Route, SCHEMA, Site, Start};
use crate::view::{self, APP, App, AppProps, CurrentPage, START};
use shell::Shell;

/// The static page, with the tags of its head.
pub(crate) fn document(site: &Arc<Site>, shell: &Shell, tags: &str, page: &Page) -> String {
    framed(site, shell, tags, &page.route, view::page(site, page))
}

/// The static page of a route, with other HTML inside its frame than its own.
pub(crate) fn framed(site: &Arc<Site>, shell: &Shell, tags: &str, route: &Route, html: String) -> String {
    let start = start(site, route);
    let view = view(site, route, html);
    let body =
        format!("<div id=\"{APP}\">{view}</div>\n<script type=\"application/json\" id=\"{START}\">{start}</script>");
    shell.document(site, tags, &body)
}

/// The view of a page, drawn as the browser draws it. Leptos marks places by `<!>`, which the standard of HTML calls
/// an error; a whole comment is the same node.
fn view(site: &Arc<Site>, route: &Route, html: String) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&route.href(&site.base)));
        let current_page = RwSignal::new(CurrentPage { route: route.clone(), html: Some(html.into()) });
        App(AppProps { site: Arc::clone(site), current_page, begin: || () }).to_html()
    });
    html.replace("<!>", "<!---->")
}

/// The data that the program starts from. `<` is written so that no title can end the script element.
fn start(site: &Arc<Site>, route: &Route) -> String {
    let start = Start {
        schema: SCHEMA,
        site: Site { words: site.words.for_pages(), ..Site::clone(site) },
        route: route.clone(),
    };
    serde_json::to_string(&start).expect("strings, numbers and lists always serialise").replace('<', "\\u003c")
}
