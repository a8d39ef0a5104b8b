//! Pictures that keep readers waiting.

use std::path::Path;

use super::Problem;
use crate::bundle::article::resolve::Files;

/// What one picture may weigh where every reader loads it as it is. A phone far from town takes ten seconds for it.
const ALONE: u64 = 1_000_000;
/// What it may weigh where readers get smaller copies: it is still copied with every clone and every deployment.
const WITH_COPIES: u64 = 10_000_000;

/// Says so if a picture weighs too much. One that cannot be read says so elsewhere.
pub(crate) fn too_heavy(file: &Path, copies: &Files) -> Option<Problem> {
    let (most, how) = match copies.is_empty() {
        true => (ALONE, "save it smaller, or as WebP or JPEG, of which smaller copies are made"),
        false => (WITH_COPIES, "scale it down: no screen shows more than 4000 pixels of its width"),
    };
    let bytes = file.metadata().ok()?.len();
    let message = || format!("weighs {}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10);
    (bytes > most).then(|| Problem::new(message(), how))
}
