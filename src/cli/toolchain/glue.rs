//! Removes indentation, empty lines and comments from the script that wasm-bindgen writes.

/// The signs of a text that may go on in the next line.
const TEXT_OF_LINES: char = '`';

/// The script without them. Not more, because that would need a parser; and nothing if a text of several lines may be in it.
pub(super) fn lean(script: &str) -> String {
    let is_whole = |line: &str| line.matches(TEXT_OF_LINES).count() % 2 == 0;
    if !script.lines().filter(|line| !line.trim_start().starts_with("//")).all(is_whole) {
        return script.to_owned();
    }
    let (mut lean, mut in_comment) = (String::with_capacity(script.len()), false);
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            lean.extend([line, "\n"]);
        }
        in_comment &= !line.ends_with("*/");
    }
    lean
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn only_statements_are_left() {
        let script = "/**\n * A sum.\n * @returns {number}\n */\nexport function f(a) {\n\n    // Adds `1.\n    return a * 1; // there\n}\n\
                      /** A text. */\nconst b = `//${c}`;\n";
        assert_eq!(lean(script), "export function f(a) {\nreturn a * 1; // there\n}\nconst b = `//${c}`;\n");
    }

    #[test]
    fn a_text_of_several_lines_stays() {
        let script = "const a = `\n    // b\n`;\n";
        assert_eq!(lean(script), script);
    }
}
