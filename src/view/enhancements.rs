//! What the program adds to a page in the browser. None of it is in the static page.

use maud::{Markup, html};

use super::contract::action::Action;
use super::label::Label;
use crate::content::{Message, Messages};

/// The text that marks an unread post in a list for screen readers, in place of the dot.
#[must_use]
pub fn unread(words: &Messages) -> Markup {
    html! { span class="unseen unread-word" { " " (Label(words, Message::Unread)) } }
}

/// The button to continue reading.
#[must_use]
pub fn resume(words: &Messages) -> Markup {
    html! { button.resume type="button" data-act=(Action::Resume) { (Label(words, Message::Resume)) } }
}

/// The lightbox, without a picture.
#[must_use]
pub fn lightbox(words: &Messages) -> Markup {
    html! {
        dialog.lightbox aria-label=(Label(words, Message::Picture)) {
            figure {}
            p {
                button type="button" data-act=(Action::PreviousPicture) aria-label=(Label(words, Message::PreviousPicture)) { "←" }
                button type="button" data-act=(Action::Close) aria-label=(Label(words, Message::Close)) autofocus { "×" }
                button type="button" data-act=(Action::NextPicture) aria-label=(Label(words, Message::NextPicture)) { "→" }
            }
        }
    }
}
