//! What a format of feeds is.

use super::Feed;

/// A format of feeds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Format {
    /// What people call it.
    pub(crate) name: &'static str,
    pub(crate) media_type: &'static str,
    /// The name of the file, beside the page whose feed it is.
    pub(crate) file: &'static str,
    /// Writes the file.
    pub(crate) write: fn(&Feed<'_>) -> String,
}
