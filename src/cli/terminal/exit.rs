//! Exit codes, and why a command failed.

use std::path::Path;
use std::process::ExitCode;

use super::diagnostics;
use crate::bundle::{Failure, printable_lines};

/// The exit code where the author's files have mistakes.
pub(crate) const MISTAKES: u8 = 1;
/// The exit code where a command could not do its work.
const FAILED: u8 = 2;

/// Prints why a command failed.
pub(crate) fn failed(root: &Path, error: &anyhow::Error) -> ExitCode {
    let mistakes = report_error(root, error);
    ExitCode::from(if mistakes { MISTAKES } else { FAILED })
}

/// Prints the author's mistakes, or what else went wrong. Returns whether it was mistakes.
pub(crate) fn report_error(root: &Path, error: &anyhow::Error) -> bool {
    match error.downcast_ref::<Failure>() {
        Some(Failure::Mistakes(findings)) => diagnostics::print(root, findings, false),
        _ => eprintln!("{}", printable_lines(&format!("{error:#}"))),
    }
    matches!(error.downcast_ref(), Some(Failure::Mistakes(_)))
}
