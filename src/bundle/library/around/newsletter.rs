//! The form by which readers subscribe to a newsletter. Nothing is loaded from its service until it is sent.

use maud::{Markup, html};

use crate::bundle::input::config::newsletter::Newsletter;
use crate::content::{Message, Site};

pub(super) fn form(site: &Site, newsletter: &Newsletter) -> Markup {
    html! {
        form.newsletter action=(newsletter.url) method="post" target="_blank" {
            label { (site.words.get(Message::SubscribeBy)) " " input type="email" name=(newsletter.field) autocomplete="email" required; }
            " " button { (site.words.get(Message::Subscribe)) }
        }
    }
}
