//! The local server: hosts a site's files, watches the owner's files, and tells open pages what changed. Native only.

pub(crate) mod allowed_hosts;
pub(crate) mod current_site;
pub(crate) mod edit_link;
pub mod host;
pub mod listen;
pub(crate) mod live_reload;
pub(crate) mod watch;
pub mod write;
