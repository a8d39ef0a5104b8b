//! Bluesky's API for everyone: `app.bsky.feed.getPostThread`.

use serde_json::Value;

use super::client::Client;
use super::found::{Found, Person, Reply, count, items, text, time, url};
use super::question::Failure;
use crate::bundle::composed::encode;
use crate::bundle::escape::escape;
use crate::bundle::input::conversation::text::from_lines;
use crate::bundle::input::conversation::values::WebUrl;

const HOST: &str = "https://public.api.bsky.app";
/// A reply is two levels of JSON, and the parser takes 128.
const DEPTH: u32 = 40;

/// The replies to a post.
pub(super) fn replies(client: &mut Client, actor: &str, post: &str) -> Result<Found, Failure> {
    let uri = encode(&format!("at://{actor}/app.bsky.feed.post/{post}"));
    let query = format!("uri={uri}&depth={DEPTH}&parentHeight=0");
    let answer = client.get(&format!("{HOST}/xrpc/app.bsky.feed.getPostThread?{query}"))?;
    let thread = &answer["thread"];
    if thread["$type"] == "app.bsky.feed.defs#notFoundPost" {
        return Err(Failure::Gone);
    }
    let post = &thread["post"];
    if !post["uri"].is_string() {
        return Err(Failure::unanswered("the answer is no thread"));
    }
    let mut found =
        Found { likes: count(&post["likeCount"]), reposts: count(&post["repostCount"]), ..Found::default() };
    let mut next: Vec<(Option<String>, &Value)> = items(&thread["replies"]).iter().map(|view| (None, view)).collect();
    while let Some((parent, view)) = next.pop() {
        let id = text(&view["post"]["uri"]);
        next.extend(items(&view["replies"]).iter().map(|view| (Some(id.clone()), view)));
        found.replies.extend(reply(id, parent, &view["post"]));
    }
    Ok(found)
}

/// `None` for what is deleted or blocked, and of people who show their posts to members only.
fn reply(id: String, parent: Option<String>, post: &Value) -> Option<Reply> {
    let (author, record) = (&post["author"], &post["record"]);
    let is_hidden = |label: &Value| label["val"] == "!no-unauthenticated" || label["val"] == "!hide";
    if items(&author["labels"]).iter().chain(items(&post["labels"])).any(is_hidden) {
        return None;
    }
    let (did, handle) = (author["did"].as_str()?, text(&author["handle"]));
    let key = id.rsplit('/').next().unwrap_or_default();
    let profile = format!("https://bsky.app/profile/{}", encode(did).replace("%3A", ":"));
    Some(Reply {
        url: WebUrl::parse(&format!("{profile}/post/{}", encode(key)))?,
        author: Person {
            name: text(&author["displayName"]),
            handle: format!("@{handle}"),
            url: WebUrl::parse(&profile),
            avatar: url(&author["avatar"]),
        },
        date: time(&record["createdAt"]).or_else(|| time(&post["indexedAt"])),
        html: linked(&text(&record["text"]), &record["facets"]),
        id,
        parent,
        is_mention: false,
    })
}

/// The text as HTML, with the links that are noted beside it (`app.bsky.richtext.facet`): byte ranges in order.
fn linked(plain: &str, facets: &Value) -> String {
    let mut links: Vec<(usize, usize, String)> = items(facets).iter().filter_map(link).collect();
    links.sort();
    let (mut html, mut done) = (String::new(), 0);
    for (start, end, uri) in links {
        // Ranges that overlap, or begin within a character, are no links.
        let (Some(before), Some(words)) = (plain.get(done..start), plain.get(start..end)) else { continue };
        html += &escape(before);
        html += &format!("<a href=\"{}\">{}</a>", escape(&uri), escape(words));
        done = end;
    }
    html += &escape(plain.get(done..).unwrap_or_default());
    from_lines(&html)
}

fn link(facet: &Value) -> Option<(usize, usize, String)> {
    let byte = |name: &str| usize::try_from(facet["index"][name].as_u64()?).ok();
    let uri = items(&facet["features"]).iter().find_map(|feature| feature["uri"].as_str())?;
    Some((byte("byteStart")?, byte("byteEnd")?, uri.to_owned()))
}
