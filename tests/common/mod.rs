//! What both test programs use.

pub(crate) mod folder;
pub(crate) mod hostile;
#[cfg(unix)]
pub(crate) mod tools;
