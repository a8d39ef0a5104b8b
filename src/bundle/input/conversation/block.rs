//! Leaves out replies of those whom the owner blocks, and those that are too many.

use super::{Comment, Kind, Replies};
use crate::bundle::input::config::conversation::Conversation as Settings;

/// What the owner wants of the replies. The answers to a blocked reply are left out with it.
pub(crate) fn shown(replies: &mut Replies, settings: &Settings) {
    let mut is_below = false;
    replies.replies.retain(|comment| {
        if comment.kind == Kind::Answer && is_below {
            return false;
        }
        let blocked = settings.block.iter().any(|entry| is_of(comment, entry));
        is_below = blocked && comment.kind != Kind::Answer;
        !blocked
    });
    let over = replies.replies.len().saturating_sub(settings.max);
    replies.more = replies.more.saturating_add(u32::try_from(over).unwrap_or(u32::MAX));
    replies.replies.truncate(settings.max);
}

/// Whether a comment is of an account, or from a host or one below it. `entry` is in lower case.
fn is_of(comment: &Comment, entry: &str) -> bool {
    let handle = comment.author.handle.to_lowercase();
    if entry.starts_with('@') {
        return handle == entry;
    }
    let account_host = handle.rsplit('@').next().unwrap_or_default();
    let profile_host = comment.author.url.as_ref().map_or("", |url| url.host());
    let is_within = |host: &str| host.strip_suffix(entry).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    [account_host, profile_host, comment.url.host()].into_iter().any(is_within)
}
