//! The bundler as a process of its own with little memory and time: what runs away is stopped, and takes no test along.

use std::process::Command;

use crate::site::Site;

/// Enough for any page, and far from enough for what unpacks to all the memory there is.
const KILOBYTES: usize = 1_500_000;

/// Processor seconds before the system ends it. No test waits for it: what is right takes a few.
const SECONDS: usize = 100;

/// Bundles a site in a process of its own, over its shell. The lines it says, and whether the site was written.
#[track_caller]
pub(crate) fn bundle(site: &Site) -> (Vec<String>, bool) {
    let limits = format!("ulimit -v {KILOBYTES} 2>/dev/null; ulimit -t {SECONDS}; ulimit -c 0; exec \"$0\" bundle");
    let mut shell = Command::new("sh");
    shell.args(["-c", &limits, env!("CARGO_BIN_EXE_personal-page")]);
    shell.env("CARGO_MANIFEST_DIR", site.root()).env("TRUNK_STAGING_DIR", &site.options.shell);
    // Each thread takes memory of its own, and machines differ in how many they have.
    shell.env("RAYON_NUM_THREADS", "2");
    let said = shell.output().expect("a shell");
    let said_of_progress = |line: &&str| line.starts_with("pictures: ");
    let lines = String::from_utf8_lossy(&said.stderr);
    let lines: Vec<String> = lines.lines().filter(|line| !said_of_progress(line)).map(str::to_owned).collect();
    assert!(matches!(said.status.code(), Some(0 | 1)), "{}: {:#?}", said.status, lines.last());
    (lines, said.status.success())
}

/// Bundles a site that has no mistake, though it was made to do harm.
#[track_caller]
pub(crate) fn built(site: &Site) {
    let (lines, written) = bundle(site);
    assert!(written && lines.is_empty(), "{lines:#?}");
}

/// What the author of a site with mistakes is told.
#[track_caller]
pub(crate) fn mistakes(site: &Site) -> Vec<String> {
    let (lines, written) = bundle(site);
    assert!(!written, "no mistake was found");
    lines
}
