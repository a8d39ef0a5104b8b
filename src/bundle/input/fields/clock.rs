//! Parses times of a day and offsets from UTC (ISO 8601). Not by the library for dates: its parsers and their messages
//! are a fifteenth of the editor.

use jiff::civil::Time;
use jiff::tz::Offset;

/// Parses `18:15`, `18:15:32` or `18:15:32.5`.
pub(super) fn time(text: &str) -> Option<Time> {
    let (hour, rest) = two(text)?;
    let (minute, rest) = two(rest.strip_prefix(':')?)?;
    if rest.is_empty() {
        return Time::new(hour, minute, 0, 0).ok();
    }
    let (second, rest) = two(rest.strip_prefix(':')?)?;
    let nanosecond = if rest.is_empty() { 0 } else { nanoseconds(rest.strip_prefix(['.', ','])?)? };
    // A leap second is taken for the one before it.
    Time::new(hour, minute, if second == 60 { 59 } else { second }, nanosecond).ok()
}

/// Parses `Z`, `+05:30`, `+0530`, `+05` or `+05:30:15`. The name of a zone in brackets may follow (RFC 9557).
pub(super) fn offset(text: &str) -> Option<Offset> {
    let (written, notes) = text.find('[').map_or((text, ""), |at| text.split_at(at));
    if !are_notes(notes) {
        return None;
    }
    if matches!(written, "Z" | "z") {
        return Some(Offset::UTC);
    }
    let (sign, digits) = match written.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, written.strip_prefix('+')?),
    };
    let (hours, rest) = two(digits)?;
    let (minutes, seconds) = match rest.strip_prefix(':') {
        _ if rest.is_empty() => (0, 0),
        Some(rest) => more(rest, ":")?,
        None => more(rest, "")?,
    };
    if minutes > 59 || seconds > 59 {
        return None;
    }
    Offset::from_seconds(sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60 + i32::from(seconds))).ok()
}

/// The minutes of an offset, and its seconds, if any, behind a separator.
fn more(text: &str, separator: &str) -> Option<(i8, i8)> {
    let (minutes, rest) = two(text)?;
    if rest.is_empty() {
        return Some((minutes, 0));
    }
    let (seconds, rest) = two(rest.strip_prefix(separator)?)?;
    rest.is_empty().then_some((minutes, seconds))
}

/// Whether these are nothing but words in brackets.
fn are_notes(text: &str) -> bool {
    let mut notes = text.split_inclusive(']');
    notes.all(|note| note.len() > 2 && note.starts_with('[') && note.ends_with(']') && !note[1..].contains('['))
}

/// The two digits that a text begins with, and the rest.
fn two(text: &str) -> Option<(i8, &str)> {
    let (digits, rest) = text.split_at_checked(2)?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Some((digits.parse().ok()?, rest)))?
}

/// A fraction of a second, of one digit to nine.
fn nanoseconds(digits: &str) -> Option<i32> {
    let is_fraction = (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_fraction.then(|| format!("{digits:0<9}").parse().ok())?
}

#[cfg(test)]
mod tests {
    use jiff::civil::Time;
    use jiff::fmt::temporal::Pieces;

    use super::{offset, time};

    #[test]
    fn a_time_is_read_as_the_library_reads_it() {
        for text in [
            "00:00",
            "18:15",
            "23:59:59",
            "24:00",
            "18:60",
            "18:15:60",
            "18:15:61",
            "18:15:32.5",
            "18:15:32,123456789",
            "18:15:32.1234567891",
            "18:15:32.",
            "18:15.",
            "18:1",
            "8:15",
            "18",
            "18:",
            "+1:15",
            "18:15:3",
            "é:15",
            "",
        ] {
            assert_eq!(time(text), text.parse::<Time>().ok().filter(|_| text.contains(':')), "{text}");
        }
    }

    #[test]
    fn an_offset_is_read_as_the_library_reads_it() {
        for text in [
            "Z",
            "z",
            "+05:30",
            "-0530",
            "+05",
            "-00:00",
            "+05:30:15",
            "+053015",
            "+5",
            "+05:3",
            "05:30",
            "+15:60",
            "+26",
            "+05:30[Asia/Kolkata]",
            "Z[UTC]",
            "+05[",
            "+05[]",
            "+05]",
            "+05:30 ",
            "+05:3015",
            "+0530:15",
            "",
            "[UTC]",
            "é",
        ] {
            let moment = format!("1970-01-01T00:00{text}");
            let expected = Pieces::parse(&moment).ok().and_then(|pieces| pieces.to_numeric_offset());
            assert_eq!(offset(text), expected, "{text}");
        }
    }
}
