//! The features of the libraries.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

const MACRO: &str = "(proc-macro) ";

/// The lines of a tree of libraries: the name, the version and the features of each.
fn tree(arguments: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--offline", "--prefix", "none", "--format", "{p} {f}"]).args(arguments);
    let tree = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    String::from_utf8(tree.stdout).expect("names are UTF-8")
}

/// The libraries of the program, or of the program and its tests, with the features each is compiled with.
fn libraries(edges: &str) -> BTreeMap<String, String> {
    let lines = tree(&["--package", "personal-page", "--edges", edges]);
    // A library that is also used by a macro is listed twice. The features of the last line are those of the program.
    let library = |line: &str| {
        let (name, rest) = line.trim_end_matches(" (*)").split_once(' ')?;
        let (version, features) = rest.split_once(' ').unwrap_or((rest, ""));
        Some((format!("{name} {version}"), features.replace(MACRO, "")))
    };
    lines.lines().filter_map(library).collect()
}

/// Otherwise `cargo site test` compiles those libraries again, and all that use them: minutes.
#[test]
fn tests_request_no_features_that_the_program_does_not() {
    let (program, tests) = (libraries("normal,build"), libraries("normal,build,dev"));
    let differs = |(name, features): &(&String, &String)| tests.get(*name).is_some_and(|other| other != *features);
    let different: Vec<_> = program.iter().filter(differs).collect();
    assert_eq!(different, Vec::<(&String, &String)>::new(), "request their features in Cargo.toml");
}

/// The libraries of a package in the browser, and of its macros and build scripts, with their features.
fn in_browser(package: &str) -> BTreeSet<String> {
    let lines = tree(&["--package", package, "--target", "wasm32-unknown-unknown", "--edges", "normal,build"]);
    let library = |line: &str| line.trim_end_matches(" (*)").replace(MACRO, "");
    // Packages of the project have a path.
    lines.lines().map(library).filter(|line| !line.is_empty() && !line.contains('/')).collect()
}

/// Otherwise `cargo site` compiles those libraries again for the editor, and all that use them, Leptos among them.
#[test]
fn the_editor_requests_no_features_of_the_readers_libraries_that_their_program_does_not() {
    let (readers, editor) = (in_browser("personal-page"), in_browser("personal-page-editor"));
    let again: Vec<_> = readers.difference(&editor).collect();
    assert!(readers.iter().any(|library| library.starts_with("leptos v")));
    assert_eq!(again, Vec::<&String>::new(), "request the features that the editor has in Cargo.toml");
}
