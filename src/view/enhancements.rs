//! What the program adds to a page, for the reader it has: none of it is in the static page.

use maud::{Markup, html};

use super::action::Action;
use super::label::Say;
use crate::content::{Word, Words};

/// What tells of a post in a list that it was not read yet, to those who do not see the dot.
#[must_use]
pub fn unread(words: &Words) -> Markup {
    html! { span class="unseen unread-word" { " " (Say(words, Word::Unread)) } }
}

/// The offer to go on reading.
#[must_use]
pub fn resume(words: &Words) -> Markup {
    html! { button.resume type="button" data-act=(Action::Resume) { (Say(words, Word::Resume)) } }
}

/// The light box, without a picture yet.
#[must_use]
pub fn lightbox(words: &Words) -> Markup {
    html! {
        dialog.lightbox aria-label=(Say(words, Word::Picture)) {
            figure {}
            p {
                button type="button" data-act=(Action::PreviousPicture) aria-label=(Say(words, Word::PreviousPicture)) { "←" }
                button type="button" data-act=(Action::Close) aria-label=(Say(words, Word::Close)) autofocus { "×" }
                button type="button" data-act=(Action::NextPicture) aria-label=(Say(words, Word::NextPicture)) { "→" }
            }
        }
    }
}
