//! Shortens the numbers in the attributes of a drawing: a hundredth of a pixel is enough.

/// The value with at most two decimals in each number.
pub(super) fn rounded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '.') {
        let (before, number) = rest.split_at(start);
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
        let (number, after) = number.split_at(end);
        out.push_str(before);
        push(&mut out, number, after.starts_with(['e', 'E']));
        rest = after;
    }
    out + rest
}

/// Appends a number. One with an exponent, and two numbers that share a point, such as `.5.5`, stay as they are.
fn push(out: &mut String, number: &str, has_exponent: bool) {
    let long = number.split_once('.').is_some_and(|(_, decimals)| decimals.len() > 2 && !decimals.contains('.'));
    match number.parse::<f64>() {
        Ok(value) if long && !has_exponent => {
            let short = format!("{value:.2}");
            out.push_str(short.trim_end_matches('0').trim_end_matches('.'));
        }
        _ => out.push_str(number),
    }
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn numbers_keep_two_decimals_and_all_else_stays() {
        for (long, short) in [
            ("M1.23456,-7.0001L10 20.5", "M1.23,-7L10 20.5"),
            ("translate(0.999, 12)", "translate(1, 12)"),
            ("1e-5 .5.5 3.14159e2", "1e-5 .5.5 3.14159e2"),
            ("", ""),
            ("none", "none"),
        ] {
            assert_eq!(rounded(long), short);
        }
    }
}
