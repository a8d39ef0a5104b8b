//! The commands of `cargo site`, one module each. Native only.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod fetch;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod new;
pub(crate) mod package;
pub(crate) mod serve;
pub(crate) mod test;
pub(crate) mod trunk_hook;
pub(crate) mod update;
pub(crate) mod write;
