//! A date as people read it.

use maud::{Markup, html};

use crate::content::{Date, Word, Words};

/// A date in the form that a word gives it, and what it is of the text around it (microformats.org).
pub(super) fn date(words: &Words, form: Word, date: Date, class: Option<&str>) -> Markup {
    html! { time class=[class] datetime=(date) { (words.date(form, date)) } }
}
