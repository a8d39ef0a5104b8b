//! What a service says of a thread, and the order in which it is shown.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::bundle::input::conversation::Kind;
use crate::bundle::input::conversation::values::{Time, WebUrl};

/// The replies in a thread as they were found, in any order.
#[derive(Default)]
pub(super) struct Found {
    pub(super) likes: u64,
    pub(super) reposts: u64,
    /// How many replies the service has besides those that it sent.
    pub(super) more: u64,
    pub(super) replies: Vec<Reply>,
}

/// A reply as it was found.
pub(super) struct Reply {
    /// Its id on the service.
    pub(super) id: String,
    /// The id of what it replies to. The thread itself has none here.
    pub(super) parent: Option<String>,
    pub(super) is_mention: bool,
    pub(super) author: Person,
    pub(super) date: Option<Time>,
    pub(super) url: WebUrl,
    pub(super) html: String,
}

/// Who wrote a reply.
pub(super) struct Person {
    pub(super) name: String,
    pub(super) handle: String,
    pub(super) url: Option<WebUrl>,
    /// The address of a picture.
    pub(super) avatar: Option<WebUrl>,
}

/// A text in a JSON; empty if there is none.
pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub(super) fn url(value: &Value) -> Option<WebUrl> {
    value.as_str().and_then(WebUrl::parse)
}

pub(super) fn time(value: &Value) -> Option<Time> {
    value.as_str().and_then(Time::parse)
}

pub(super) fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

/// The items of a list; none if it is no list.
pub(super) fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The replies by their time, each with all answers below it, whatever their depth. A reply to one that is gone, and one
/// of a circle, is a reply to the thread.
pub(super) fn arrange(mut replies: Vec<Reply>) -> Vec<(Kind, Reply)> {
    replies.sort_by(|a, b| (a.date.is_none(), a.date, &a.url).cmp(&(b.date.is_none(), b.date, &b.url)));
    let mut ids = BTreeSet::new();
    replies.retain(|reply| ids.insert(reply.id.clone()));
    let places: BTreeMap<&str, usize> =
        replies.iter().enumerate().map(|(place, reply)| (reply.id.as_str(), place)).collect();
    let mut answers: Vec<Vec<usize>> = replies.iter().map(|_| Vec::new()).collect();
    let mut tops = Vec::new();
    for (place, reply) in replies.iter().enumerate() {
        match reply.parent.as_deref().and_then(|parent| places.get(parent)) {
            Some(parent) => answers[*parent].push(place),
            None => tops.push(place),
        }
    }
    let mut order = Vec::with_capacity(replies.len());
    let mut seen = BTreeSet::new();
    // After the replies to the thread, those that no way from it leads to.
    for top in tops.into_iter().chain(0..replies.len()) {
        if !seen.insert(top) {
            continue;
        }
        order.push((Kind::Reply, top));
        let (mut below, mut next) = (Vec::new(), vec![top]);
        while let Some(place) = next.pop() {
            let new: Vec<usize> = answers[place].iter().copied().filter(|answer| seen.insert(*answer)).collect();
            below.extend(&new);
            next.extend(new);
        }
        below.sort_unstable();
        order.extend(below.into_iter().map(|place| (Kind::Answer, place)));
    }
    let mut replies: Vec<Option<Reply>> = replies.into_iter().map(Some).collect();
    let kind = |kind, reply: &Reply| if kind == Kind::Reply && reply.is_mention { Kind::Mention } else { kind };
    let taken = order.into_iter().filter_map(|(kind, place)| Some((kind, replies[place].take()?)));
    taken.map(|(of, reply)| (kind(of, &reply), reply)).collect()
}
