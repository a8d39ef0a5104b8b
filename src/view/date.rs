//! A date as people read it.

use leptos::prelude::*;

use super::words::WORDS;
use crate::content::Date;

pub(super) fn date(date: Date) -> AnyView {
    let month = WORDS.months[usize::from(date.month()) - 1];
    let text = format!("{} {} {}", date.day(), month, date.year());
    view! { <time datetime=date.to_string()>{text}</time> }.into_any()
}
