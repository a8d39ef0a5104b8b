//! Removes the table of named entities from the page's program. The parser's code refers to it, so the compiler keeps it,
//! but texts come with numeric entities (`markdown/entities.rs`). The program keeps its length, and compresses better.

use std::collections::BTreeSet;
use std::iter::repeat_n;
use std::ops::Range;

use crate::markdown::entities::KEPT;

/// How many names HTML has. It gets no new ones.
const ENTRIES: usize = 2_125;
/// An entry has four little-endian words: the address and the length of its name, then of its value.
const ENTRY: usize = 16;
const FIRST_NAME: &[u8] = b"AElig";

/// The program without the entries of all names but the kept ones. `None` if it has no such table.
pub(super) fn without(program: &[u8]) -> Option<Vec<u8>> {
    let table = Table::find(program)?;
    let is_kept = |entry: &usize| KEPT.iter().any(|name| table.name(*entry) == Some(name.as_bytes()));
    let (kept, dropped): (Vec<_>, Vec<_>) = table.entries().partition(is_kept);
    let used = table.used_elsewhere();
    // A loop may count from the address before a string, or to the address after it.
    let is_used = |at: u32, length: u32| used.range(at.saturating_sub(1)..=at.saturating_add(length)).next().is_some();
    let mut out = program.to_vec();
    for (at, length) in dropped.into_iter().flat_map(|entry| table.strings(entry)) {
        if !is_used(at, length) {
            out[table.place(at, length)?].fill(0);
        }
    }
    for (at, length) in kept.iter().flat_map(|entry| table.strings(*entry)) {
        let place = table.place(at, length)?;
        out[place.clone()].copy_from_slice(&program[place]);
    }
    // The first is repeated in place of those before it: the order stays, and a binary search finds each.
    let entries = repeat_n(kept.first()?, ENTRIES - kept.len()).chain(&kept);
    for (to, from) in table.entries().zip(entries) {
        out[to..to + ENTRY].copy_from_slice(&program[*from..from + ENTRY]);
    }
    Some(out)
}

/// The table in the file of a program.
struct Table<'a> {
    program: &'a [u8],
    /// The offset of its first entry.
    start: usize,
    /// The difference between the address of a string in memory and its offset in the file.
    shift: u32,
}

impl<'a> Table<'a> {
    fn find(program: &'a [u8]) -> Option<Self> {
        let first = FIRST_NAME.len();
        let names = (0..program.len()).filter(|at| program[*at..].starts_with(FIRST_NAME));
        names.flat_map(|name| (0..program.len()).map(move |start| (name, start))).find_map(|(name, start)| {
            let (at, length) = (word(program, start)?, word(program, start + 4)?);
            let table = Self { program, start, shift: at.wrapping_sub(name as u32) };
            (length as usize == first && table.is_whole()).then_some(table)
        })
    }

    /// Whether all entries are in the order of their names.
    fn is_whole(&self) -> bool {
        let names: Option<Vec<_>> = self.entries().map(|entry| self.name(entry)).collect();
        names.is_some_and(|names| names.is_sorted_by(|one, next| one < next))
    }

    /// The offsets of the entries.
    fn entries(&self) -> impl Iterator<Item = usize> + use<> {
        (self.start..).step_by(ENTRY).take(ENTRIES)
    }

    /// The address and the length of the name and of the value of an entry.
    fn strings(&self, entry: usize) -> impl Iterator<Item = (u32, u32)> + use<'a> {
        let program = self.program;
        [entry, entry + ENTRY / 2].into_iter().filter_map(|at| Some((word(program, at)?, word(program, at + 4)?)))
    }

    /// The name of an entry; `None` if it is none.
    fn name(&self, entry: usize) -> Option<&'a [u8]> {
        let (at, length) = self.strings(entry).next()?;
        let name = &self.program[self.place(at, length)?];
        (!name.is_empty() && name.iter().all(u8::is_ascii_alphanumeric)).then_some(name)
    }

    /// The place of a string in the file.
    fn place(&self, at: u32, length: u32) -> Option<Range<usize>> {
        let start = at.wrapping_sub(self.shift) as usize;
        let end = start.checked_add(length as usize)?;
        (end <= self.program.len()).then_some(start..end)
    }

    /// The addresses of the table's strings that the rest of the program contains: the compiler stores equal strings
    /// once. In code they are LEB128, in data words. They are looked for at every offset, so some are there by chance.
    fn used_elsewhere(&self) -> BTreeSet<u32> {
        let strings: Vec<_> = self.entries().flat_map(|entry| self.strings(entry)).collect();
        let first = strings.iter().map(|(at, _)| at.saturating_sub(1)).min().unwrap_or_default();
        let last = strings.iter().map(|(at, length)| at.saturating_add(*length)).max().unwrap_or_default();
        let table = self.start..self.start + ENTRIES * ENTRY;
        let offsets = (0..self.program.len()).filter(|at| !table.contains(at));
        let found = offsets.flat_map(|at| [word(self.program, at).unwrap_or_default(), leb128(&self.program[at..])]);
        found.filter(|address| (first..=last).contains(address)).collect()
    }
}

/// The little-endian word at an offset.
fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

/// The number at the start: seven bits in each of up to five bytes.
fn leb128(bytes: &[u8]) -> u32 {
    let length = 1 + bytes.iter().take(4).take_while(|byte| **byte >= 0x80).count();
    let groups = bytes.iter().take(length).rev().map(|byte| u32::from(byte & 0x7f));
    groups.fold(0, |number, group| number << 7 | group)
}

#[cfg(test)]
mod tests {
    use super::{ENTRIES, ENTRY, KEPT, without};

    /// The address in memory of the first byte of the file.
    const SHIFT: u32 = 0x10_0000;

    /// A program of the strings of a table, the table, and other content. Each value is the name again, behind it.
    fn program(names: &[String], other: &[u8]) -> Vec<u8> {
        let (mut strings, mut table) = (b"\0asm".to_vec(), Vec::new());
        for name in names {
            for _ in 0..2 {
                table.extend((SHIFT + strings.len() as u32).to_le_bytes());
                table.extend((name.len() as u32).to_le_bytes());
                strings.extend(name.bytes());
            }
        }
        [strings, table, other.to_vec()].concat()
    }

    fn names() -> Vec<String> {
        let others = (1..ENTRIES - KEPT.len()).map(|n| format!("Name{n:04}"));
        let kept = KEPT.iter().map(|name| (*name).to_owned());
        std::iter::once("AElig".to_owned()).chain(others).chain(kept).collect()
    }

    fn address(program: &[u8], of: &[u8]) -> u32 {
        SHIFT + program.windows(of.len()).position(|bytes| bytes == of).expect("it is in the program") as u32
    }

    #[test]
    fn the_names_are_gone_and_the_kept_ones_are_found() {
        let before = program(&names(), b"the end");
        let after = without(&before).expect("it has the table");
        assert_eq!(after.len(), before.len());
        assert!(!after.windows(4).any(|bytes| bytes == b"Name") && after.ends_with(b"the end"));
        let table = &after[after.len() - b"the end".len() - ENTRIES * ENTRY..][..ENTRIES * ENTRY];
        let read = |entry: &[u8]| {
            let words: Vec<usize> =
                entry.chunks(4).map(|word| u32::from_le_bytes(word.try_into().expect("four")) as usize).collect();
            let at = words[0] - SHIFT as usize;
            assert_eq!(words[2], words[0] + words[1], "the value is behind the name");
            String::from_utf8(after[at..at + words[1]].to_vec()).expect("a name")
        };
        let found: Vec<String> = table.chunks(ENTRY).map(read).collect();
        assert!(found.is_sorted());
        assert_eq!(found[ENTRIES - KEPT.len()..], KEPT);
        assert!(found.iter().all(|name| KEPT.contains(&name.as_str())));
    }

    #[test]
    fn a_name_that_the_program_uses_for_itself_stays() {
        let plain = program(&names(), b"");
        let in_data = address(&plain, b"Name0007").to_le_bytes();
        let in_code = address(&plain, b"Name1234");
        let in_code = [0x41, in_code as u8 | 0x80, (in_code >> 7) as u8 | 0x80, (in_code >> 14) as u8];
        let after = without(&program(&names(), &[&in_data[..], &in_code].concat())).expect("it has the table");
        let stay = |name: &[u8]| after.windows(name.len()).any(|bytes| bytes == name);
        assert!(stay(b"Name0007") && stay(b"Name1234") && !stay(b"Name0100"));
    }

    #[test]
    fn a_program_without_the_table_stays_as_it_is() {
        assert_eq!(without(b"\0asm"), None);
        assert_eq!(without(&program(&names()[..2_000], b"")), None);
        let mut unordered = names();
        unordered.swap(500, 501);
        assert_eq!(without(&program(&unordered, b"")), None);
    }
}
