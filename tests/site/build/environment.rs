//! The environment of the programs that a build starts.

use std::fs;

use crate::build::sample::{Sample, said};

/// The environment variables of Trunk, by name.
fn handed_on(sample: &Sample) -> Vec<String> {
    let text = fs::read_to_string(sample.root.join("target/environment")).expect("Trunk wrote it");
    text.lines().filter_map(|line| Some(line.split_once('=')?.0.to_owned())).collect()
}

/// Dependencies with a build script are recompiled whenever these change.
#[test]
fn what_cargo_says_of_the_running_program_is_not_handed_on() {
    let sample = Sample::new("notes");
    let mut build = sample.build();
    for name in ["CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION_MAJOR", "CARGO_BIN_NAME", "OUT_DIR"] {
        build.env(name, "of the outer cargo");
    }
    said(&mut build, true);
    let names = handed_on(&sample);
    let of_package = |name: &&String| {
        name.starts_with("CARGO_MANIFEST") || name.starts_with("CARGO_PKG") || name.starts_with("CARGO_BIN")
    };
    assert_eq!(names.iter().filter(of_package).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(!names.iter().any(|name| name == "OUT_DIR" || name == "CARGO"));
}

/// Cargo would otherwise compile with other settings than the author's, and the search index would differ.
#[test]
fn what_the_author_and_the_configuration_set_is_handed_on() {
    let sample = Sample::new("notes");
    let set = ["CARGO_HOME", "CARGO_BUILD_JOBS", "CARGO_NET_RETRY", "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"];
    let mut build = sample.build();
    build.envs(set.map(|name| (name, "4000")));
    said(&mut build, true);
    let names = handed_on(&sample);
    for name in set {
        assert!(names.iter().any(|given| given == name), "{name}");
    }
}
