//! What the browser's console has said since it was last asked.

use axum::http::Method;
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// Every error: of scripts, of the network, of the page's policy.
pub(crate) async fn errors(client: &Client) -> Vec<String> {
    read(client, |entry| entry["level"] == "SEVERE").await
}

/// What scripts threw and nobody caught.
pub(crate) async fn thrown(client: &Client) -> Vec<String> {
    let mut thrown = read(client, |entry| entry["source"] == "javascript" && entry["level"] == "SEVERE").await;
    // Without another word, it is a program that was still loading in a page that was left.
    thrown.retain(|message| !message.ends_with(" Uncaught"));
    thrown
}

async fn read(client: &Client, of: impl Fn(&Value) -> bool) -> Vec<String> {
    let entries = match client.issue_cmd(Log).await {
        Ok(Value::Array(entries)) => entries,
        other => panic!("the browser's log cannot be read: {other:?}"),
    };
    let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
    entries.iter().filter(|entry| of(entry)).map(message).collect()
}

/// chromedriver's own command for the console's lines.
#[derive(Debug)]
struct Log;

impl WebDriverCompatibleCommand for Log {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}
