//! The first of two futures.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// Runs both until one of them ends, and drops the other. If both are ready, the first wins.
pub(super) async fn first_of<A>(first: impl Future<Output = A>, limit: impl Future<Output = ()>) -> Option<A> {
    let (mut first, mut limit) = (pin!(first), pin!(limit));
    poll_fn(|context| {
        if let Poll::Ready(value) = first.as_mut().poll(context) {
            return Poll::Ready(Some(value));
        }
        limit.as_mut().poll(context).map(|()| None)
    })
    .await
}
