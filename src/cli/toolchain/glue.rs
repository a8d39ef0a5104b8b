//! Changes the script that wasm-bindgen writes: removes indentation, empty lines and comments, and loads the second file
//! of the program.

use super::split::{FIRST, LATER};

/// Loads the functions that are loaded later, once. A failure is not kept. The link tells the script for offline reading
/// of the file; it is no preload, because WebKit would request the file twice.
const LOADS: &str = "
let later, loading;
const load = async () => {
const { href } = new URL('/* file */', import.meta.url);
const link = { rel: 'subresource', href };
document.head.append(Object.assign(document.createElement('link'), link));
const response = await fetch(href);
later = (await __wbg_load(response, { ...__wbg_get_imports(), /* first */: wasm })).instance.exports;
};
export const loadLater = () => loading ??= load().catch((error) => { loading = undefined; throw error; });
";
/// The sign of a text that may go on in the next line.
const TEXT_OF_LINES: char = '`';

/// The script without the classes of libraries, which are for other scripts; as it is if it uses one itself.
pub(super) fn without_classes(script: &str) -> String {
    let class = |line: &str| Some(line.strip_prefix("export class ")?.split(' ').next()?.to_owned());
    let classes: Vec<String> = script.lines().filter_map(class).collect();
    let is_of_class = |statement: &str| {
        let begins = |name: &String| {
            statement.starts_with(&format!("export class {name} "))
                || statement.starts_with(&format!("if (Symbol.dispose) {name}."))
                || statement.starts_with(&format!("const {name}Finalization "))
        };
        classes.iter().any(begins)
    };
    let mut lean = String::with_capacity(script.len());
    let mut is_kept = true;
    for line in script.split_inclusive('\n') {
        // A statement begins at the margin, and ends before the next or with a bracket there.
        if !line.starts_with([' ', '}', '\n']) {
            is_kept = !is_of_class(line);
        }
        if is_kept {
            lean.push_str(line);
        }
    }
    if classes.iter().any(|name| lean.contains(name)) { script.to_owned() } else { lean }
}

/// Whether the script uses an export of the program.
pub(super) fn uses(script: &str, export: &str) -> bool {
    script.contains(&format!("wasm.{export}"))
}

/// The script with calls of the functions that are loaded later, and what loads them from a file beside it. `None` if it
/// does not call them as expected.
pub(super) fn with_later(script: &str, file: &str) -> Option<String> {
    let mut script = script.to_owned();
    for name in LATER {
        let call = format!("wasm.{name}(");
        if !script.contains(&call) {
            return None;
        }
        script = script.replace(&call, &format!("later.{name}("));
    }
    Some(script + &LOADS.replace("/* file */", file).replace("/* first */", FIRST))
}

/// The script without them. Not more, because that would need a parser; and nothing if a text of several lines may be in it.
pub(super) fn lean(script: &str) -> String {
    let is_whole = |line: &str| line.matches(TEXT_OF_LINES).count().is_multiple_of(2);
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
    use super::{lean, uses, with_later, without_classes};

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

    #[test]
    fn classes_that_the_script_does_not_use_are_gone() {
        let class = "export class A {\n    free() {\n        wasm.a_free();\n    }\n}\nif (Symbol.dispose) A.prototype[Symbol.dispose] = A.prototype.free;\n";
        let rest = "function f() {\n    wasm.f();\n}\n";
        let end = "const AFinalization = (typeof FinalizationRegistry === 'undefined')\n    ? {}\n    : new FinalizationRegistry(p => wasm.a_free(p));\n\n";
        let lean = without_classes(&[class, rest, end, rest].concat());
        assert_eq!(lean, [rest, rest].concat());
        assert!(uses(&lean, "f") && !uses(&lean, "a_free"));
        let used = [class, rest, end, "const b = A.wrap;\n"].concat();
        assert_eq!(without_classes(&used), used);
    }

    #[test]
    fn late_functions_are_called_in_the_second_file() {
        let script = "export function draw(a) {\n    return wasm.draw(a) + wasm.start(a);\n}\n";
        let script = with_later(script, "b.wasm").expect("it calls the function");
        assert!(script.contains("return later.draw(a) + wasm.start(a);"), "{script}");
        assert!(script.contains("new URL('b.wasm', import.meta.url)"), "{script}");
        assert!(script.contains("{ ...__wbg_get_imports(), first: wasm }"), "{script}");
        assert_eq!(with_later("wasm.start();", "b.wasm"), None);
    }
}
