//! A page as a whole document: the head, the view, and the data the program starts from.

use std::fmt::Write as _;
use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use super::shell::Shell;
use crate::content::{Head, Page, Route, SCHEMA, Site, Start};
use crate::view::{self, App, AppProps, Shown};

/// The static page.
pub(super) fn document(site: &Arc<Site>, shell: &Shell, page: Page) -> String {
    let head = Head::new(site, &page);
    let start = start(site, &page);
    let tags = tags(&head, page.route == Route::NotFound);
    let view = view(site, &page);
    let page = format!("<div id=\"app\">{view}</div>\n<script type=\"application/json\" id=\"start\">{start}</script>");
    shell.document(&escape(&head.language), &escape(&site.base), &tags, &page)
}

fn tags(head: &Head, missing: bool) -> String {
    let mut tags = format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n",
        escape(&head.title),
        escape(&head.description)
    );
    let _ = match missing {
        true => write!(tags, "<meta name=\"robots\" content=\"noindex\">"),
        false => write!(tags, "<link rel=\"canonical\" href=\"{}\">", escape(&head.canonical)),
    };
    tags
}

/// The view of a page, drawn as the browser draws it. Leptos marks places by `<!>`, which the standard of HTML calls
/// an error; a whole comment is the same node.
fn view(site: &Arc<Site>, page: &Page) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&page.route.href(&site.base)));
        let shown = RwSignal::new(Shown { route: page.route.clone(), html: Some(view::page(site, page).into()) });
        App(AppProps { site: Arc::clone(site), shown, begin: || () }).to_html()
    });
    html.replace("<!>", "<!---->")
}

/// The data that the program starts from. `<` is written so that no title can end the script element.
fn start(site: &Arc<Site>, page: &Page) -> String {
    let start = Start { schema: SCHEMA, site: Site::clone(site), route: page.route.clone() };
    serde_json::to_string(&start).expect("strings, numbers and lists always serialise").replace('<', "\\u003c")
}

/// Text for an attribute in double quotes, or an element.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
