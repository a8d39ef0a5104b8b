//! The thread about a text on another service: where readers reply, and where `cargo site fetch` finds the replies.

/// How to name a thread, for messages.
pub(crate) const EXAMPLE: &str = "\"https://mastodon.example/@alex/123\"";

/// A thread, as the front matter of a text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Its address, as its author wrote it.
    pub url: String,
    pub(crate) service: Service,
}

/// Where a thread is, with what the service needs to find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    /// A server that has Mastodon's API.
    Mastodon { host: String, id: String },
    /// `actor`: a handle or a DID.
    Bluesky { actor: String, post: String },
    /// A discussion on GitHub.
    Discussion { owner: String, repository: String, number: u32 },
}

impl Thread {
    /// Reads the address of a thread. `None` if it is not that of a post or a discussion on a known service.
    pub(crate) fn parse(url: &str) -> Option<Self> {
        let rest = url.strip_prefix("https://")?;
        let rest = rest.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        let parts: Vec<&str> = rest.split('/').collect();
        let service = match parts[..] {
            ["bsky.app", "profile", actor, "post", post] if is_name(actor) && is_name(post) => {
                Service::Bluesky { actor: actor.to_owned(), post: post.to_owned() }
            }
            ["github.com", owner, repository, "discussions", number] if is_name(owner) && is_name(repository) => {
                let number = number.parse().ok()?;
                Service::Discussion { owner: owner.to_owned(), repository: repository.to_owned(), number }
            }
            [host, user, id] | [host, user, "statuses", id] if user.starts_with('@') => mastodon(host, id)?,
            [host, "users", _, "statuses", id] => mastodon(host, id)?,
            _ => return None,
        };
        Some(Self { url: url.to_owned(), service })
    }

    /// The name of the place, for readers.
    pub(crate) fn place(&self) -> &str {
        match &self.service {
            Service::Mastodon { host, .. } => host,
            Service::Bluesky { .. } => "Bluesky",
            Service::Discussion { .. } => "GitHub",
        }
    }
}

fn mastodon(host: &str, id: &str) -> Option<Service> {
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_host = host.contains('.') && !host.contains(':') && is_name(host);
    (is_id && is_host).then(|| Service::Mastodon { host: host.to_ascii_lowercase(), id: id.to_owned() })
}

/// Whether it is a name in an address, which needs no encoding.
fn is_name(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::Thread;

    #[test]
    fn a_thread_is_known_by_its_address() {
        for (url, place) in [
            ("https://Mastodon.example/@alex/123", "mastodon.example"),
            ("https://mastodon.example/@alex@other.example/123", "mastodon.example"),
            ("https://mastodon.example/users/alex/statuses/123/", "mastodon.example"),
            ("https://gts.example/@alex/statuses/01ABC?x", "gts.example"),
            ("https://bsky.app/profile/alex.example/post/3kabc", "Bluesky"),
            ("https://bsky.app/profile/did:plc:abc/post/3kabc", "Bluesky"),
            ("https://github.com/alex/site/discussions/4#comment-1", "GitHub"),
        ] {
            assert_eq!(Thread::parse(url).as_ref().map(Thread::place), Some(place), "{url}");
        }
    }

    #[test]
    fn what_leads_to_no_thread_is_none() {
        for url in [
            "",
            "https://",
            "http://mastodon.example/@alex/123",
            "https://mastodon.example/@alex",
            "https://mastodon.example/@alex/1%2f..",
            "https://localhost/@alex/123",
            "https://mastodon.example:99999/@alex/123",
            "https://bsky.app/profile/alex.example",
            "https://github.com/alex/site/issues/4",
            "https://github.com/alex/site/discussions/four",
        ] {
            assert_eq!(Thread::parse(url), None, "{url}");
        }
    }
}
