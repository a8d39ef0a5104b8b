//! Which form of a message a number has.
//!
//! The bundler computes a table for each message whose words depend on the number, from the rules of its language
//! (`bundle/input/config/plurals.rs`). So the browser's program needs no rules, and has those of every language.
//!
//! A table is a text of digits, each the index of a form. The first is that of whole millions, as in "1000000 de
//! résultats"; those after it are of the numbers from 0. Numbers beyond the table have the digits of its last hundred in
//! turn or, if it is shorter, the last digit: `1101` for "1 like" and "0 likes, 2 likes, 3 likes…".

/// The numbers after which the forms of every language repeat.
pub(crate) const PERIOD: usize = 100;
/// See the module.
pub(crate) const MILLION: u32 = 1_000_000;

/// The index of the form for a number.
pub(crate) fn index(table: &str, n: u32) -> usize {
    let Some((million, numbers)) = table.as_bytes().split_first() else { return 0 };
    let (at, length) = (n as usize, numbers.len());
    let period = if length < PERIOD { 1 } else { PERIOD };
    let at = if at < length { at } else { length.saturating_sub(period) + (at - length) % period };
    let digit = if n > 0 && n.is_multiple_of(MILLION) { Some(million) } else { numbers.get(at) };
    digit.map_or(0, |digit| usize::from(digit.saturating_sub(b'0')))
}

#[cfg(test)]
mod tests {
    use super::index;

    #[test]
    fn numbers_beyond_a_table_have_its_last_digit_or_its_last_hundred() {
        assert_eq!([0, 1, 2, 3, 200, 1_000_000].map(|n| index("2101", n)), [1, 0, 1, 1, 1, 2]);
        let russian: String = (0..100).map(|n| if n % 10 == 1 && n != 11 { '0' } else { '1' }).collect();
        let russian = format!("1{russian}");
        assert_eq!([1, 11, 21, 101, 111, 121, 1_011].map(|n| index(&russian, n)), [0, 1, 0, 0, 1, 0, 1]);
    }
}
