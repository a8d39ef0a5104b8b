//! The kind of a finding, to group by. Messages do not tell it: they contain names of the author's.

use std::panic::Location;

/// The source location that reports a finding and, if it reports several kinds, which of them.
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
