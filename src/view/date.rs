//! A date as people read it.

use maud::{Markup, html};

use crate::content::{Date, Message, Messages};

/// A date in the form that a word gives it, and what it is of the text around it (microformats.org).
pub(super) fn date(words: &Messages, form: Message, date: Date, class: Option<&str>) -> Markup {
    html! { time class=[class] datetime=(date) { (words.date(form, date)) } }
}
