//! What the words of a scalar are: only `true` and `false` are booleans. A title may be No, and a language no.

use super::node::Kind;

/// The type that a tag gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    /// As the words look.
    Any,
    Nothing,
    Flag,
    Whole,
    Number,
    Text,
    Date,
    List,
    Table,
}

impl Type {
    /// The type of a tag's name in the core schema; of another tag, none in particular.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "null" => Self::Nothing,
            "bool" => Self::Flag,
            "int" => Self::Whole,
            "float" => Self::Number,
            "str" => Self::Text,
            "timestamp" => Self::Date,
            "seq" => Self::List,
            "map" => Self::Table,
            _ => Self::Any,
        }
    }
}

/// The value of a scalar. `plain`: without quotes.
pub(super) fn value(words: &str, plain: bool, tag: Type) -> Result<Kind, String> {
    let trimmed = words.trim_matches([' ', '\t', '\r', '\n']);
    let number = || Kind::Number(words.to_owned());
    Ok(match tag {
        Type::Nothing => Kind::Nothing,
        Type::Flag => Kind::Flag(flag(trimmed).ok_or("invalid boolean (true or false expected)")?),
        Type::Whole if is_whole(trimmed) => number(),
        Type::Whole => return Err(format!("invalid {}64", if trimmed.starts_with('-') { 'i' } else { 'u' })),
        Type::Number if is_decimal(trimmed) => number(),
        Type::Number if !is_infinite(trimmed) => return Err("invalid floating point".to_owned()),
        Type::Date => return Err("cannot deserialize tagged scalar into string".to_owned()),
        Type::Any if !plain => Kind::Text(words.to_owned()),
        Type::Any if is_nothing(words) => Kind::Nothing,
        Type::Any | Type::Number if is_infinite(trimmed) => {
            return Err(format!("value `{words}` is not a finite number"));
        }
        Type::Any if is_whole(trimmed) || is_decimal(trimmed) => number(),
        Type::Any if let Some(flag) = flag(trimmed) => Kind::Flag(flag),
        _ => Kind::Text(words.to_owned()),
    })
}

/// The words of a key.
pub(super) fn key(words: &str, plain: bool, tag: Type) -> Result<Kind, String> {
    match tag {
        Type::Any if plain && is_nothing(words) => Err("null is not allowed here".to_owned()),
        Type::Nothing => Err("null is not allowed here".to_owned()),
        Type::Any | Type::Text => Ok(Kind::Text(words.to_owned())),
        _ => Err("cannot deserialize tagged scalar into string".to_owned()),
    }
}

fn is_nothing(words: &str) -> bool {
    matches!(words, "" | "~" | "null" | "Null" | "NULL")
}

fn flag(words: &str) -> Option<bool> {
    match words {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

fn unsigned(number: &str) -> &str {
    number.strip_prefix(['+', '-']).unwrap_or(number)
}

/// Whether these are a whole number: decimal, or with `0x`, `0o` or `0b`; `_` may be between digits.
fn is_whole(number: &str) -> bool {
    let bare = unsigned(number);
    let radix = [("0x", 16), ("0X", 16), ("0o", 8), ("0O", 8), ("0b", 2), ("0B", 2)];
    let (digits, radix) =
        radix.iter().find_map(|(prefix, radix)| Some((bare.strip_prefix(prefix)?, *radix))).unwrap_or((bare, 10));
    let is_padded = radix == 10 && digits.starts_with('0') && digits != "0";
    let groups: Option<String> =
        digits.split('_').map(|group| group.bytes().next().filter(u8::is_ascii_alphanumeric).map(|_| group)).collect();
    let read = groups.filter(|_| !is_padded).and_then(|digits| u64::from_str_radix(&digits, radix).ok());
    let limit = if number.starts_with('-') { i64::MIN.unsigned_abs() } else { u64::MAX };
    read.is_some_and(|read| read <= limit)
}

/// The digits before and after the point, and the power of ten, if these are a decimal number.
fn parts(number: &str) -> Option<(&str, &str, i64)> {
    let bare = unsigned(number);
    let (digits, power) = match bare.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, Some(power)),
        None => (bare, None),
    };
    let power = power.map_or(Some(0), |power| {
        let is_power = !unsigned(power).is_empty() && unsigned(power).bytes().all(|byte| byte.is_ascii_digit());
        let limit = if power.starts_with('-') { i64::MIN } else { i64::MAX };
        is_power.then(|| power.parse().unwrap_or(limit))
    })?;
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_digits(whole) && is_digits(part) && whole.len() + part.len() > 0).then_some((whole, part, power))
}

fn is_decimal(number: &str) -> bool {
    parts(number).is_some() && !is_infinite(number)
}

/// Whether these are a number that no floating-point number is as large as, or none at all: `.inf`, `.nan`, `1e999`.
fn is_infinite(number: &str) -> bool {
    if matches!(unsigned(number), ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let Some((whole, part, power)) = parts(number) else { return false };
    let whole = whole.trim_start_matches('0');
    let zeros = part.len() - part.trim_start_matches('0').len();
    let is_zero = whole.is_empty() && zeros == part.len();
    let digits = if whole.is_empty() { -(zeros as i64) } else { whole.len() as i64 };
    // The largest is 1.8e308.
    !is_zero && power.saturating_add(digits) > 309
}
