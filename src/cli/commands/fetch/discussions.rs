//! Discussions on GitHub, by its GraphQL API, which needs a token.

use serde_json::{Value, json};

use super::client::Client;
use super::found::{Found, Person, Reply, count, items, text, time, url};
use super::question::Failure;

const API: &str = "https://api.github.com/graphql";
/// A discussion with more comments than this many pages have shows the first of them.
const MOST_PAGES: usize = 5;

/// What is asked (docs.github.com/graphql/guides/using-the-graphql-api-for-discussions).
const QUERY: &str = "query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussion(number: $number) {
      upvoteCount
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { ...comment replies(first: 50) { totalCount nodes { ...comment } } }
      }
    }
  }
}
fragment comment on DiscussionComment {
  id url createdAt deletedAt isMinimized bodyHTML author { login url avatarUrl(size: 96) }
}";

/// The comments of a discussion.
pub(super) fn comments(
    client: &mut Client,
    token: &str,
    (owner, name, number): (&str, &str, u32),
) -> Result<Found, Failure> {
    let (mut found, mut after) = (Found::default(), Value::Null);
    for _ in 0..MOST_PAGES {
        let variables = json!({ "owner": owner, "name": name, "number": number, "after": after });
        let question = json!({ "query": QUERY, "variables": variables });
        let answer = client.post(API, &question, token).map_err(Failure::of_api)?;
        let repository = &answer["data"]["repository"];
        let discussion = &repository["discussion"];
        if repository.is_object() && discussion.is_null() && answer["errors"][0]["type"] == "NOT_FOUND" {
            return Err(Failure::Gone);
        }
        let Some(comments) = discussion["comments"]["nodes"].as_array() else {
            return Err(Failure::unanswered(match answer["errors"][0]["message"].as_str() {
                Some(message) => format!("GitHub answers: {message}"),
                None => "the answer is no discussion".to_owned(),
            }));
        };
        found.likes = count(&discussion["upvoteCount"]);
        comments.iter().for_each(|comment| add(&mut found, comment));
        let page = &discussion["comments"]["pageInfo"];
        if page["hasNextPage"] != true {
            break;
        }
        after = page["endCursor"].clone();
    }
    Ok(found)
}

/// Adds a comment and its answers.
fn add(found: &mut Found, node: &Value) {
    let (id, replies) = (text(&node["id"]), &node["replies"]);
    let nodes = items(&replies["nodes"]);
    found.more += count(&replies["totalCount"]).saturating_sub(nodes.len() as u64);
    found.replies.extend(comment(node, None));
    found.replies.extend(nodes.iter().filter_map(|node| comment(node, Some(id.clone()))));
}

/// `None` for what was deleted or hidden there.
fn comment(node: &Value, parent: Option<String>) -> Option<Reply> {
    if !node["deletedAt"].is_null() || node["isMinimized"] == true {
        return None;
    }
    let author = &node["author"];
    // An account that was deleted is null here, and shown as this one there.
    let login = author["login"].as_str().unwrap_or("ghost");
    Some(Reply {
        id: text(&node["id"]),
        parent,
        is_mention: false,
        author: Person {
            name: login.to_owned(),
            handle: format!("@{login}@github.com"),
            url: url(&author["url"]),
            avatar: url(&author["avatarUrl"]),
        },
        date: time(&node["createdAt"]),
        url: url(&node["url"])?,
        html: text(&node["bodyHTML"]),
    })
}
