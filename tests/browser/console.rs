//! The messages of the browser's console since the last query. Only chromedriver provides them; elsewhere a script in
//! each page records what it can see: exceptions, violations of the policy, resources that failed to load, and
//! messages of scripts.

use axum::http::Method;
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::engine::Engine;

/// Records messages in session storage, in the format of chromedriver.
pub(crate) const NOTE: &str = "{
    const note = (source, message, level = 'SEVERE') => sessionStorage.said = JSON.stringify(
        [...JSON.parse(sessionStorage.said ?? '[]'), { level, source, message: `${location} ${message}` }]);
    for (const [name, level] of [['debug', 'DEBUG'], ['log', 'INFO'], ['info', 'INFO'], ['warn', 'WARNING'], ['error', 'SEVERE']])
        console[name] = (...words) => note('console-api', words.join(' '), level);
    addEventListener('error', ({ message, target }) => {
        if (message) note('javascript', message);
        // What is asked for beforehand and does not come is asked for again.
        else if (!target.rel?.endsWith('preload')) note('network', `${target.src ?? target.href} did not come`);
    }, true);
    addEventListener('unhandledrejection', ({ reason }) => note('javascript', `${reason} ${reason?.stack}`));
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        note('security', `${effectiveDirective} forbids ${blockedURI}`));
}";
const NOTED: &str = "const said = JSON.parse(sessionStorage.said ?? '[]'); delete sessionStorage.said; return said";

/// All messages, including warnings.
pub(crate) async fn all(client: &Client) -> Vec<String> {
    read(client, |_| true).await
}

/// All errors: of scripts, of the network, of the policy.
pub(crate) async fn errors(client: &Client) -> Vec<String> {
    read(client, |entry| entry["level"] == "SEVERE").await
}

/// Uncaught exceptions of scripts.
pub(crate) async fn thrown(client: &Client) -> Vec<String> {
    let mut thrown = read(client, |entry| entry["source"] == "javascript" && entry["level"] == "SEVERE").await;
    // The message for a program that was still loading when its page was left.
    let known = [
        "NetworkError when attempting to fetch",
        "AbortError: The operation was aborted",
        // A rejected promise that Pagefind leaves unhandled if its files are gone. The reader is told nevertheless.
        "Failed to load Pagefind metadata",
    ];
    let known = |message: &str| message.ends_with(" Uncaught") || known.iter().any(|words| message.contains(words));
    thrown.retain(|message| !known(message));
    thrown
}

async fn read(client: &Client, of: impl Fn(&Value) -> bool) -> Vec<String> {
    let said = match Engine::tested() {
        Engine::Chromium => client.issue_cmd(Log).await,
        Engine::Firefox | Engine::WebKit => client.execute(NOTED, vec![]).await,
    };
    let entries = match said {
        Ok(Value::Array(entries)) => entries,
        other => panic!("the browser's log cannot be read: {other:?}"),
    };
    let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
    entries.iter().filter(|entry| of(entry)).map(message).collect()
}

/// chromedriver's command for the messages of the console.
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
