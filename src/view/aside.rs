//! What the program adds to a page, for the reader it has: none of it is in the static page.

use maud::{Markup, html};

use super::words::WORDS;

/// What tells of a post in a list that it was not read yet, to those who do not see the dot.
#[must_use]
pub fn unread() -> Markup {
    html! { span class="unseen unread-word" { " " (WORDS.unread) } }
}

/// The offer to go on reading.
#[must_use]
pub fn resume() -> Markup {
    html! { button.resume type="button" data-act="resume" { (WORDS.resume) } }
}

/// The light box, without a picture yet.
#[must_use]
pub fn lightbox() -> Markup {
    html! {
        dialog.lightbox aria-label=(WORDS.picture) {
            figure {}
            p {
                button type="button" data-act="back" aria-label=(WORDS.previous) { "←" }
                button type="button" data-act="close" aria-label=(WORDS.close) autofocus { "×" }
                button type="button" data-act="on" aria-label=(WORDS.next) { "→" }
            }
        }
    }
}
