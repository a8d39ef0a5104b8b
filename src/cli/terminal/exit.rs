//! Exit codes, and printing why a command failed.

use std::path::Path;
use std::process::ExitCode;

use super::diagnostics;
use crate::bundle::{Failure, printable_lines};

/// The exit code for mistakes in the author's files.
pub(crate) const MISTAKES: u8 = 1;
/// The exit code for a command that could not run.
const FAILED: u8 = 2;

/// Prints why a command failed, and returns its exit code.
pub(crate) fn failed(root: &Path, error: &anyhow::Error) -> ExitCode {
    let mistakes = report_error(root, error);
    ExitCode::from(if mistakes { MISTAKES } else { FAILED })
}

/// Prints the author's mistakes, or another error. Returns whether it was mistakes.
pub(crate) fn report_error(root: &Path, error: &anyhow::Error) -> bool {
    match error.downcast_ref::<Failure>() {
        Some(Failure::Mistakes(findings)) => diagnostics::print(root, findings, false),
        _ => eprintln!("{}", printable_lines(&format!("{error:#}"))),
    }
    matches!(error.downcast_ref(), Some(Failure::Mistakes(_)))
}
