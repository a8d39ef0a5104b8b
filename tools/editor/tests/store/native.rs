//! Requests and waits without a browser.

use std::cell::Cell;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use personal_page_editor::store::github::http::{self, Http, HttpError, Response, Timer};
use tokio::time::sleep;

/// Seconds since 1970, for all tests.
pub(crate) const NOW_S: u64 = 1_700_000_000;
/// Waits from here on are limits of time, not pauses between attempts.
const LIMIT_MS: u32 = 30_000;

/// Sends requests by hyper.
pub(crate) struct Native(Client<HttpConnector, Full<Bytes>>);

impl Native {
    pub(crate) fn new() -> Self {
        Self(Client::builder(TokioExecutor::new()).build_http())
    }
}

impl Http for Native {
    async fn send(&self, request: http::Request) -> Result<Response, HttpError> {
        let mut sent = Request::builder().method(request.method.as_str()).uri(&request.url);
        for (name, value) in request.headers() {
            sent = sent.header(name, value);
        }
        let body = Full::from(request.body.unwrap_or_default());
        let sent = sent.body(body).map_err(|error| HttpError(error.to_string()))?;
        let answer = self.0.request(sent).await.map_err(|error| HttpError(error.to_string()))?;
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.map_err(|error| HttpError(error.to_string()))?;
        let value = |value: &hyper::header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers = parts.headers.iter().map(|(name, text)| (name.as_str().to_owned(), value(text))).collect();
        Ok(Response { status: parts.status.as_u16(), headers, body: body.to_bytes().to_vec() })
    }
}

/// Waits, and pauses much shorter than asked.
pub(crate) struct Clock {
    /// By how much limits of time are shortened.
    pub(crate) hurry: Cell<u32>,
    /// Milliseconds of all pauses, as they were asked for.
    pub(crate) paused: Cell<u32>,
}

impl Clock {
    pub(crate) fn new() -> Self {
        Self { hurry: Cell::new(1), paused: Cell::new(0) }
    }
}

impl Timer for &Clock {
    async fn wait(&self, milliseconds: u32) {
        let shorter = if milliseconds >= LIMIT_MS {
            milliseconds / self.hurry.get()
        } else {
            self.paused.set(self.paused.get().saturating_add(milliseconds));
            milliseconds / 400
        };
        sleep(Duration::from_millis(shorter.into())).await;
    }

    fn now_s(&self) -> u64 {
        NOW_S
    }
}
