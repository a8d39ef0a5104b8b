//! The names of posts: `2024-05-01-hello`, and in Jekyll also `2024-5-1-hello`.

use crate::bundle::diagnostics::location::Location;
use crate::bundle::input::fields::date::of_name;
use crate::bundle::input::fields::value::{Entry, Value};
use crate::import::data::Data;

/// The date that a name begins with, and the rest.
pub(super) fn date(stem: &str) -> Option<(String, &str)> {
    let mut parts = stem.splitn(4, '-');
    let [year, month, day, rest] = [parts.next()?, parts.next()?, parts.next()?, parts.next()?];
    let is_number =
        |part: &str, lengths: &[usize]| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let dated = is_number(year, &[2, 4]) && is_number(month, &[1, 2]) && is_number(day, &[1, 2]) && !rest.is_empty();
    let century = if year.len() == 2 { "20" } else { "" };
    dated.then(|| (format!("{century}{year}-{month:0>2}-{day:0>2}"), rest))
}

/// Gives a text the date and the slug of a name that only Jekyll reads as dated.
pub(super) fn complete(data: &mut Data, stem: &str) {
    if of_name(stem).0.is_some() {
        return;
    }
    let Some((day, rest)) = date(stem) else { return };
    let at = Location::default();
    let entry =
        |key: &str, text: &str| Entry { key: key.to_owned(), key_at: at, value: Value::Text(text.to_owned()), at };
    data.fill(Data(vec![entry("date", &day), entry("slug", rest)]));
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn a_date_of_one_digit_is_a_date_and_other_numbers_are_none() {
        assert_eq!(date("2024-5-1-hello-you"), Some(("2024-05-01".to_owned(), "hello-you")));
        for name in ["hello", "10-9-8", "2024-05-hello", "a-1-2-b", "20245-1-1-x"] {
            assert_eq!(date(name), None, "{name}");
        }
    }
}
