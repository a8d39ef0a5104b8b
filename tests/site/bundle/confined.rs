//! The bundler as a process with limited memory and time: excessive use is stopped, and ends no other test.

use std::process::Command;

use crate::bundle::site::Site;

/// Enough for any page, and much less than a decompression bomb would fill.
const KILOBYTES: usize = 1_500_000;

/// Processor seconds before the system kills it. No test waits for it: correct runs take a few seconds.
const SECONDS: usize = 100;

/// Bundles a site in a process of its own. Returns the lines it prints, and whether the site was written.
#[track_caller]
pub(crate) fn bundle(site: &Site) -> (Vec<String>, bool) {
    let limits = format!("ulimit -v {KILOBYTES} 2>/dev/null; ulimit -t {SECONDS}; ulimit -c 0; exec \"$0\" bundle");
    let mut shell = Command::new("sh");
    shell.args(["-c", &limits, env!("CARGO_BIN_EXE_personal-page")]);
    shell.env("CARGO_MANIFEST_DIR", site.root()).env("TRUNK_STAGING_DIR", &site.options.shell);
    // Each thread takes memory, and machines differ in the number of threads.
    shell.env("RAYON_NUM_THREADS", "2");
    let said = shell.output().expect("a shell");
    let lines = findings(&String::from_utf8_lossy(&said.stderr));
    assert!(matches!(said.status.code(), Some(0 | 1)), "{}: {:#?}", said.status, lines.last());
    (lines, said.status.success())
}

/// Converts drawn diagnostics to one line for each finding. Lines that belong to no finding are kept, so that no
/// output goes unnoticed.
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
            // Only drawn diagnostics have a column.
            place = path.split(':').take(2).collect::<Vec<_>>().join(":");
        } else if let Some(remedy) = part.strip_prefix("= help: ") {
            lines.push(format!("{place}{severity}: {message} — {remedy}"));
        } else if !is_around(part) {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// Whether a line belongs to an excerpt, counts the findings, reports progress, or is empty.
fn is_around(line: &str) -> bool {
    let progress = ["pictures made: ", "files written: "];
    line.is_empty()
        || line.starts_with(|c: char| c == '|' || c.is_ascii_digit())
        || progress.iter().any(|work| line.starts_with(work))
}

/// Bundles a harmful site without mistakes.
#[track_caller]
pub(crate) fn built(site: &Site) {
    let (lines, written) = bundle(site);
    assert!(written && lines.is_empty(), "{lines:#?}");
}

/// The findings of a site with mistakes.
#[track_caller]
pub(crate) fn mistakes(site: &Site) -> Vec<String> {
    let (mut lines, written) = bundle(site);
    assert!(!written, "no mistake was found");
    // They are drawn by kind.
    lines.sort();
    lines
}
