//! The bundler as a process of its own with little memory and time: what runs away is stopped, and takes no test along.

use std::process::Command;

use crate::bundle::site::Site;

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
    let lines = findings(&String::from_utf8_lossy(&said.stderr));
    assert!(matches!(said.status.code(), Some(0 | 1)), "{}: {:#?}", said.status, lines.last());
    (lines, said.status.success())
}

/// What is drawn for a terminal, as one line for each finding, such as it prints without a drawing.
/// What is no part of a finding stays a line of its own, so that nothing else is said unnoticed.
fn findings(drawn: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut severity, mut message, mut place) = ("", "", String::new());
    for line in drawn.lines() {
        let part = line.trim_start();
        if let Some(title) = line.strip_prefix("error: ") {
            (severity, message) = ("", title);
        } else if let Some(title) = line.strip_prefix("warning: ") {
            (severity, message) = (": warning", title);
        } else if let Some(path) = part.strip_prefix("--> ") {
            // The column is for the drawing alone.
            place = path.split(':').take(2).collect::<Vec<_>>().join(":");
        } else if let Some(remedy) = part.strip_prefix("= help: ") {
            lines.push(format!("{place}{severity}: {message} — {remedy}"));
        } else if !is_around(part) {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// Whether a line belongs to an excerpt, counts the findings, tells of progress, or is empty.
fn is_around(line: &str) -> bool {
    let progress = ["pictures made: ", "previews made: ", "files written: "];
    line.is_empty()
        || line.starts_with(|c: char| c == '|' || c.is_ascii_digit())
        || progress.iter().any(|work| line.starts_with(work))
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
    let (mut lines, written) = bundle(site);
    assert!(!written, "no mistake was found");
    // They are drawn a kind after the other.
    lines.sort();
    lines
}
