//! Links that share a text. Each opens a form of another site, which is loaded only then.

use maud::{Markup, html};

use crate::bundle::composed;
use crate::bundle::input::config::around::Share;
use crate::bundle::input::post::Post;
use crate::content::{Message, Site};

pub(super) fn links(site: &Site, post: &Post, places: &[Share]) -> Markup {
    let url = composed::encode(&(site.origin.clone() + &post.route().href(&site.base)));
    let title = composed::encode(&post.title);
    html! {
        div.share {
            span aria-hidden="true" { (site.words.get(Message::Share)) }
            ul.reply aria-label=(site.words.get(Message::Share)) {
                @for place in places {
                    li { a rel="external" href=(place.form.replace("{url}", &url).replace("{title}", &title)) { (place.name) } }
                }
            }
        }
    }
}
