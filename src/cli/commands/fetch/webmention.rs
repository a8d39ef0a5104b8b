//! Mentions that other sites sent to webmention.io, in its form of JF2.

use serde_json::Value;

use super::client::Client;
use super::found::{Found, Person, Reply, count, text, time, url};
use super::question::Failure;
use crate::bundle::composed::encode;
use crate::bundle::escape::escape;
use crate::bundle::input::conversation::text::from_lines;

const API: &str = "https://webmention.io/api/mentions.jf2";
const OF_ONE_PAGE: usize = 100;
/// A text with more mentions than this many pages have shows the first of them.
const MOST_PAGES: usize = 10;

/// The mentions of a page.
pub(super) fn mentions(client: &mut Client, target: &str) -> Result<Found, Failure> {
    let mut found = Found::default();
    for page in 0..MOST_PAGES {
        let query = format!("target={}&per-page={OF_ONE_PAGE}&page={page}", encode(target));
        let answer = client.get(&format!("{API}?{query}")).map_err(Failure::of_api)?;
        let Some(mentions) = answer["children"].as_array() else {
            return Err(Failure::unanswered("the answer has no mentions"));
        };
        mentions.iter().for_each(|mention| add(&mut found, mention));
        if mentions.len() < OF_ONE_PAGE {
            break;
        }
    }
    Ok(found)
}

fn add(found: &mut Found, mention: &Value) {
    if mention["wm-private"] == true {
        return;
    }
    match mention["wm-property"].as_str().unwrap_or_default() {
        "like-of" | "bookmark-of" => found.likes += 1,
        "repost-of" => found.reposts += 1,
        kind @ ("in-reply-to" | "mention-of" | "rsvp") => found.replies.extend(reply(mention, kind == "mention-of")),
        _ => {}
    }
}

fn reply(mention: &Value, is_mention: bool) -> Option<Reply> {
    let author = &mention["author"];
    let source = url(&mention["wm-source"]);
    let url_of_author = url(&author["url"]);
    let page = url(&mention["url"]).or_else(|| source.clone())?;
    // Only the source was requested, and links to the text. The other addresses are what its sender claims.
    let host = source.as_ref().or(url_of_author.as_ref()).unwrap_or(&page).host().to_owned();
    Some(Reply {
        id: match count(&mention["wm-id"]) {
            0 => page.as_str().to_owned(),
            id => id.to_string(),
        },
        parent: None,
        is_mention,
        author: Person { name: text(&author["name"]), handle: host, url: url_of_author, avatar: url(&author["photo"]) },
        date: time(&mention["published"]).or_else(|| time(&mention["wm-received"])),
        html: if is_mention { title(mention) } else { content(mention) },
        url: page,
    })
}

/// A page that mentions the text is not quoted: its title says what it is.
fn title(mention: &Value) -> String {
    from_lines(&escape(&text(&mention["name"])))
}

fn content(mention: &Value) -> String {
    let content = &mention["content"];
    match content["html"].as_str() {
        Some(html) => html.to_owned(),
        None => from_lines(&escape(&text(&content["text"]))),
    }
}
