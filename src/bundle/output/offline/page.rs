//! The page that is shown for one that is not available offline, with a list of those that are.

use std::sync::Arc;

use maud::{Markup, html};

use crate::bundle::library::Library;
use crate::bundle::output::document;
use crate::bundle::output::document::head;
use crate::bundle::output::document::shell::Shell;
use crate::content::{Content, Message, Messages, Page, Route, SCHEMA, Site};
use crate::view::READABLE;

/// The document. It can be shown at any address, so its route is [`Route::NotFound`].
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
    document::framed(site, shell, &tags, &page.route, &markup(site).into_string())
}

/// `page.js` fills the list in.
fn markup(site: &Site) -> Markup {
    let say = |word| site.words.get(word);
    html! {
        div.notice {
            h1 { (say(Message::Offline)) }
            p { (say(Message::OfflineMore)) }
            p.ways {
                // An empty `href` is the address that the reader asked for.
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
