//! What makes findings one of a kind. Their words do not tell: those hold names of the author's.

use std::panic::Location;

/// The place in this program that finds them and, where one place finds several, which of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind {
    place: &'static Location<'static>,
    which: usize,
}

impl Kind {
    /// The kind of what the caller finds.
    #[track_caller]
    #[must_use]
    pub fn here() -> Self {
        Self::of(0)
    }

    /// One of several that the caller finds.
    #[track_caller]
    pub(crate) fn of(which: usize) -> Self {
        Self { place: Location::caller(), which }
    }
}
