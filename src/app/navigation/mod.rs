//! Navigation: from a click or a step in the history to another page. Browser only.

pub(crate) mod click;
pub(crate) mod enhance;
pub(crate) mod history;
pub(crate) mod live_reload;
pub(crate) mod navigate;
pub(crate) mod prefetch;
pub(crate) mod stage;
pub(crate) mod transition;
