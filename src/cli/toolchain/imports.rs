//! Numbers what the program imports from its script. wasm-bindgen names each import by its function and a hash, which
//! are a twentieth of both.

use std::collections::BTreeMap;

/// The id of the section of imports, and the kind of an import that is a function (WebAssembly 5.5.5).
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;
/// The header of a program: `\0asm` and the version.
const HEADER: usize = 8;

/// The program and the script with numbers in place of names. `None` if they are of another form.
pub(super) fn number(program: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let mut rest = Bytes(program.get(HEADER..)?);
    let (before, mut section, after) = loop {
        let before = &program[..program.len() - rest.0.len()];
        let id = rest.byte()?;
        let content = rest.prefixed()?;
        if id == IMPORTS {
            break (before, Bytes(content), rest.0);
        }
    };
    let mut numbers = BTreeMap::new();
    let count = section.number()?;
    let mut imports = leb128(count);
    for _ in 0..count {
        let (module, name) = (section.prefixed()?, section.prefixed()?);
        let next = numbers.len();
        let number = numbers.entry(std::str::from_utf8(name).ok()?).or_insert(next).to_string();
        imports.extend([prefixed(module), prefixed(number.as_bytes())].concat());
        if section.byte()? != FUNCTION {
            return None;
        }
        imports.push(FUNCTION);
        imports.extend(leb128(section.number()?));
    }
    let program = [before, &[IMPORTS], &prefixed(&imports), after].concat();
    Some((program, renamed(script, &numbers)?))
}

/// The script, whose object of imports has each at the start of a line. `None` if it lacks one.
fn renamed(script: &str, numbers: &BTreeMap<&str, usize>) -> Option<String> {
    let (mut renamed, mut found) = (String::with_capacity(script.len()), 0);
    for line in script.split_inclusive('\n') {
        match line.split_once(": ").and_then(|(name, rest)| Some((numbers.get(name.trim_start())?, rest))) {
            Some((number, rest)) => {
                found += 1;
                renamed.extend([&number.to_string(), ": ", rest]);
            }
            None => renamed.push_str(line),
        }
    }
    (found == numbers.len()).then_some(renamed)
}

/// The bytes that are not read yet.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number of up to 32 bits in LEB128: seven bits in each byte, the lowest first.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for group in 0..5 {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << (7 * group);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// What follows its length.
    fn prefixed(&mut self) -> Option<&'a [u8]> {
        let length = self.number()? as usize;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }
}

fn prefixed(bytes: &[u8]) -> Vec<u8> {
    [&*leb128(bytes.len() as u32), bytes].concat()
}

fn leb128(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

#[cfg(test)]
mod tests {
    use super::{leb128, number, prefixed};

    const SCRIPT: &str =
        "const a = {\n    __wbg_b_1: function() {\n        c;\n    },\n    __wbg_d_2: function() { e(); },\n};\n";

    /// A program with a section before that of its imports and one after.
    fn program(imports: &[&str]) -> Vec<u8> {
        let entry = |name: &&str| [prefixed(b"./a.js"), prefixed(name.as_bytes()), vec![0, 7]].concat();
        let section = [leb128(imports.len() as u32), imports.iter().flat_map(entry).collect()].concat();
        [b"\0asm\x01\0\0\0\x01\x02\xaa\xbb\x02", &*prefixed(&section), b"\x0a\x01\xcc"].concat()
    }

    #[test]
    fn each_import_has_its_number_in_both_files() {
        let (numbered, script) = number(&program(&["__wbg_d_2", "__wbg_b_1"]), SCRIPT).expect("both are known");
        assert_eq!(numbered, program(&["0", "1"]));
        assert_eq!(script, "const a = {\n1: function() {\n        c;\n    },\n0: function() { e(); },\n};\n");
    }

    #[test]
    fn a_long_section_keeps_its_length() {
        let names: Vec<String> = (0..300).map(|n| format!("__wbg_name_{n}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let lines: String = names.iter().map(|name| format!("    {name}: function() {{}},\n")).collect();
        let (numbered, script) = number(&program(&names), &lines).expect("both are known");
        let numbers: Vec<String> = (0..300).map(|n| n.to_string()).collect();
        assert_eq!(numbered, program(&numbers.iter().map(String::as_str).collect::<Vec<_>>()));
        assert!(script.ends_with("299: function() {},\n"));
    }

    #[test]
    fn files_of_another_form_stay_as_they_are() {
        assert_eq!(number(&program(&["__wbg_d_2", "__wbg_f_3"]), SCRIPT), None);
        assert_eq!(number(b"\0asm\x01\0\0\0", SCRIPT), None);
        assert_eq!(number(&program(&["__wbg_b_1"])[..30], SCRIPT), None);
        let mut memory = program(&["__wbg_b_1"]);
        let kind = memory.len() - 5;
        memory[kind] = 2;
        assert_eq!(number(&memory, SCRIPT), None);
    }
}
