//! A date as people read it.

use maud::{Markup, html};

use super::words::WORDS;
use crate::content::Date;

pub(super) fn date(date: Date) -> Markup {
    let month = WORDS.months[usize::from(date.month()) - 1];
    html! { time datetime=(date) { (date.day()) " " (month) " " span.of-year { (date.year()) } } }
}
