//! A date as people read it.

use maud::{Markup, html};

use super::words::WORDS;
use crate::content::Date;

pub(super) fn date(date: Date) -> Markup {
    marked(date, None)
}

/// A date, and what it is of the text around it (microformats.org).
pub(super) fn marked(date: Date, class: Option<&str>) -> Markup {
    let month = WORDS.months[usize::from(date.month()) - 1];
    html! { time class=[class] datetime=(date) { (date.day()) " " (month) " " span.of-year { (date.year()) } } }
}
