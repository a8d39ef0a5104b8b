//! Replies from other services: how `cargo site fetch` collects them. How they are shown is in bundle/conversation.rs.

mod fetched;
mod host;
mod hostile;
mod kept;
