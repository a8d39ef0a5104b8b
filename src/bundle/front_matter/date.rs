//! Dates as authors and other engines write them.

use crate::content::Date;

/// The calendar date of `2025-03-01`, `2025/03/01`, `2025-01-29 18:15:32 +0530` or `2025-01-29T18:15:32Z`,
/// as it is written: no zone moves it.
pub(crate) fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, time) = text.split_at_checked(10)?;
    let day = if day.contains('/') { day.replace('/', "-") } else { day.to_owned() };
    is_time(time).then(|| day.parse().ok())?
}

/// Nothing, or `T` or white space, and then what starts with hours and minutes.
fn is_time(text: &str) -> bool {
    let Some(time) = text.strip_prefix(['T', 't', ' ']) else { return text.is_empty() };
    let mut parts = time.trim_start().splitn(2, ':');
    let hours = parts.next().is_some_and(|hours| matches!(hours.parse(), Ok(0..=24u8)));
    let minutes =
        parts.next().and_then(|rest| rest.get(..2)).is_some_and(|minutes| matches!(minutes.parse(), Ok(0..=59u8)));
    hours && minutes
}

/// Takes the date off the front of a name: `2025-03-01-hello` is `hello`, and `2025-03-01` keeps its name.
pub(crate) fn of_name(name: &str) -> (Option<Date>, &str) {
    let dated = name.split_at_checked(10).and_then(|(date, rest)| Some((date.parse().ok()?, rest)));
    match dated {
        Some((date, "")) => (Some(date), name),
        Some((date, rest)) => match rest.strip_prefix(['-', '_']) {
            Some("") => (Some(date), name),
            Some(rest) => (Some(date), rest),
            None => (None, name),
        },
        None => (None, name),
    }
}
