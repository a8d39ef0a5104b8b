//! Blanks a table in the program that prepares texts. The library of time zones sums up the data of a zone, to compare zones,
//! by a table of 16 kB that no compression makes smaller. The program has one zone, and compares it with none.

/// The polynomial of CRC-32C, its bits reversed (RFC 3720, B.4).
const POLYNOMIAL: u32 = 0x82f6_3b78;
/// How many bytes are summed up at once: the table has a part for each.
const PARTS: usize = 16;

/// The program with zeros in place of the table. `None` if it has none.
pub(super) fn without(program: &[u8]) -> Option<Vec<u8>> {
    let table = table();
    let start = program.windows(table.len()).position(|bytes| bytes == table)?;
    let mut out = program.to_vec();
    out[start..start + table.len()].fill(0);
    Some(out)
}

/// The table as it is in memory.
fn table() -> Vec<u8> {
    let byte = |sum: u32| (0..8).fold(sum, |sum, _| if sum & 1 == 1 { sum >> 1 ^ POLYNOMIAL } else { sum >> 1 });
    let first = |part: usize| move |sum: u32| (0..=part).fold(sum, |sum, _| byte(sum));
    (0..PARTS).flat_map(|part| (0..=255).map(first(part))).flat_map(u32::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::{table, without};

    #[test]
    fn the_table_is_that_of_the_checksum() {
        let sum = |bytes: &[u8]| {
            let table = table();
            let part =
                |index: usize| u32::from_le_bytes(table[index * 4..index * 4 + 4].try_into().expect("four bytes"));
            !bytes.iter().fold(!0_u32, |sum, byte| part(usize::from(sum as u8 ^ byte)) ^ sum >> 8)
        };
        // The check value of CRC-32C.
        assert_eq!(sum(b"123456789"), 0xe306_9283);
    }

    #[test]
    fn the_rest_of_the_program_stays() {
        let program = [b"before", &*table(), b"after"].concat();
        let blank = without(&program).expect("it has the table");
        assert_eq!(blank.len(), program.len());
        assert!(blank.starts_with(b"before\0") && blank.ends_with(b"\0after"));
        assert_eq!(without(&table()[4..]), None);
    }
}
