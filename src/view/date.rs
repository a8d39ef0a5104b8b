//! Dates in pages.

use maud::{Markup, html};

use crate::content::{Date, Message, Messages};

/// A date in the format of a message. `class`: its role in a microformat (microformats.org).
pub(crate) fn date(words: &Messages, form: Message, date: Date, class: Option<&str>) -> Markup {
    html! { time class=[class] datetime=(date) { (words.date(form, date)) } }
}
