//! The features of the libraries.

use std::collections::BTreeMap;
use std::process::Command;

/// The libraries of the program, or of the program and its tests, with the features each is compiled with.
fn libraries(edges: &str) -> BTreeMap<String, String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--offline", "--package", "personal-page", "--edges", edges, "--prefix", "none"]);
    cargo.args(["--format", "{p} {f}"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let tree = cargo.output().expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let lines = String::from_utf8(tree.stdout).expect("names are UTF-8");
    // A library that is also used by a macro is listed twice. The features of the last line are those of the program.
    let library = |line: &str| {
        let (name, rest) = line.trim_end_matches(" (*)").split_once(' ')?;
        let (version, features) = rest.split_once(' ').unwrap_or((rest, ""));
        Some((format!("{name} {version}"), features.replace("(proc-macro) ", "")))
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
