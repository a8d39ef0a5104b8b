//! Mastodon's API (docs.joinmastodon.org/methods/statuses), which other servers of the Fediverse have, too.

use serde_json::Value;

use super::client::Client;
use super::found::{Found, Person, Reply, count, items, text, time, url};
use super::question::Failure;
use crate::bundle::escape::escape;

/// The replies to a post, as the server shows them to everyone.
pub(super) fn replies(client: &mut Client, host: &str, id: &str) -> Result<Found, Failure> {
    let status = client.get(&format!("https://{host}/api/v1/statuses/{id}"))?;
    if !status["id"].is_string() {
        return Err(Failure::unanswered("the answer is no post"));
    }
    let context = client.get(&format!("https://{host}/api/v1/statuses/{id}/context"))?;
    let Some(descendants) = context["descendants"].as_array() else {
        return Err(Failure::unanswered("the answer has no replies"));
    };
    let replies: Vec<Reply> = descendants.iter().filter_map(|status| reply(host, id, status)).collect();
    Ok(Found { likes: count(&status["favourites_count"]), reposts: count(&status["reblogs_count"]), more: 0, replies })
}

/// `None` for what is not for everyone.
fn reply(host: &str, thread: &str, status: &Value) -> Option<Reply> {
    if !matches!(status["visibility"].as_str(), None | Some("public" | "unlisted")) {
        return None;
    }
    let account = &status["account"];
    let (address, warning) = (text(&account["acct"]), text(&status["spoiler_text"]));
    let parent = text(&status["in_reply_to_id"]);
    Some(Reply {
        id: text(&status["id"]),
        parent: (!parent.is_empty() && parent != thread).then_some(parent),
        is_mention: false,
        author: Person {
            name: text(&account["display_name"]),
            handle: if address.contains('@') { format!("@{address}") } else { format!("@{address}@{host}") },
            url: url(&account["url"]),
            avatar: url(&account["avatar_static"]).or_else(|| url(&account["avatar"])),
        },
        date: time(&status["created_at"]),
        // The first is the page for people; some servers have only the second.
        url: url(&status["url"]).or_else(|| url(&status["uri"]))?,
        // What its author warns of is read there.
        html: if warning.trim().is_empty() { text(&status["content"]) + &media(status) } else { paragraph(&warning) },
    })
}

/// The descriptions of pictures, which are not fetched.
fn media(status: &Value) -> String {
    let descriptions = items(&status["media_attachments"]).iter().map(|media| text(&media["description"]));
    descriptions.filter(|description| !description.is_empty()).map(|words| paragraph(&format!("[{words}]"))).collect()
}

fn paragraph(words: &str) -> String {
    format!("<p>{}</p>", escape(words))
}
