//! Days, moments and time zones. Native only.

pub(crate) mod moment;
pub(crate) mod timestamps;
