//! A date as people read it.

use maud::{Markup, html};

use crate::content::{Date, Word, Words};

/// A date in the form that a word gives it, and what it is of the text around it (microformats.org).
pub(super) fn date(words: &Words, form: Word, date: Date, class: Option<&str>) -> Markup {
    let month = words.form(Word::Months, usize::from(date.month()) - 1);
    let (day, year) = (u32::from(date.day()).to_string(), u32::from(date.year()).to_string());
    let text = words.fill(form, &[("day", &day), ("month", month), ("year", &year)]);
    html! { time class=[class] datetime=(date) { (text) } }
}
