//! The page that is shown for one that cannot be read without a network: what it says, and what can be read.

use std::sync::Arc;

use maud::{Markup, html};

use crate::bundle::library::Library;
use crate::bundle::output::document;
use crate::bundle::output::document::head;
use crate::bundle::output::document::shell::Shell;
use crate::content::{Content, Message, Messages, Page, Route, SCHEMA, Site};
use crate::view::READABLE;

/// The document. As any address may have it, it is the page of none.
pub(super) fn document(site: &Arc<Site>, shell: &Shell, library: &Library) -> String {
    let page = Page {
        schema: SCHEMA,
        route: Route::NotFound,
        title: site.words.get(Message::Offline).to_owned(),
        description: String::new(),
        language: None,
        words: Messages::default(),
        content: Content::NotFound,
    };
    let tags = head::tags(site, library, &page);
    document::framed(site, shell, &tags, &page.route, markup(site).into_string())
}

/// `page.js` fills the list in.
fn markup(site: &Site) -> Markup {
    let say = |word| site.words.get(word);
    html! {
        div.notice {
            h1 { (say(Message::Offline)) }
            p { (say(Message::OfflineMore)) }
            p.ways {
                // To where the reader wanted to go.
                a rel="external" href="" { (say(Message::Retry)) }
                a href=(site.base) { (say(Message::Home)) }
            }
            section id=(READABLE) hidden {
                h2 { (say(Message::Readable)) }
                ul {}
            }
        }
    }
}
