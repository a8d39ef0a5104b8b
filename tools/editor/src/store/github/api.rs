//! Calls of GitHub's API: each with a limit of time, and reads again if no answer comes.

use serde_json::Value;

use super::super::StoreError;
use super::fault::{CallError, fault};
use super::http::{Http, HttpError, Method, Request, Response, Timer};
use super::race::first_of;
use super::token::Token;

/// The media type of what is no file.
pub(super) const JSON: &str = "application/vnd.github+json";
/// The media type of a file as it is, up to 100 MB.
pub(super) const RAW: &str = "application/vnd.github.raw+json";
/// Time for a request, and for each megabyte that it sends: a phone sends 1 Mbit/s.
const REQUEST_MS: u32 = 30_000;
const MEGABYTE_MS: u32 = 20_000;
/// Waits before a read is repeated.
const WAITS_MS: [u32; 3] = [500, 1_500, 4_000];
/// A limit that ends within this time is waited for.
pub(super) const PATIENCE_S: u32 = 15;
const MAX_REDIRECTS: usize = 3;

/// The API of one host, as one user.
pub(super) struct Api<H, T> {
    pub(super) http: H,
    pub(super) timer: T,
    pub(super) token: Option<Token>,
    pub(super) rest: String,
    pub(super) graphql: String,
}

impl<H: Http, T: Timer> Api<H, T> {
    /// Reads what is at a path of the API.
    pub(super) async fn get(&self, path: &str, accept: &'static str) -> Result<Response, StoreError> {
        let url = format!("{}{path}", self.rest);
        self.repeated(async || self.call(Method::Get, url.clone(), accept, None).await).await
    }

    /// Reads JSON.
    pub(super) async fn get_json(&self, path: &str) -> Result<Value, StoreError> {
        json(&self.get(path, JSON).await?).map_err(|error| error.error)
    }

    /// Makes something. Not repeated: the caller knows whether that is safe.
    pub(super) async fn post(&self, path: &str, body: &Value) -> Result<Value, CallError> {
        let url = format!("{}{path}", self.rest);
        json(&self.call(Method::Post, url, JSON, Some(body.to_string())).await?)
    }

    /// Asks GraphQL, and returns `data`.
    pub(super) async fn query(&self, document: &str, variables: &Value) -> Result<Value, StoreError> {
        self.repeated(async || match self.graphql(document, variables).await? {
            (_, Some(error)) => Err(error),
            (data, None) => Ok(data),
        })
        .await
    }

    /// Lets GraphQL change something, once. Returns the field of `data` that tells of it.
    pub(super) async fn mutate(&self, field: &str, document: &str, variables: &Value) -> Result<Value, CallError> {
        let (mut data, error) = self.graphql(document, variables).await?;
        match (data[field].take(), error) {
            (Value::Null, Some(error)) => Err(error),
            // What was changed stays so, even if a part of the answer has an error.
            (answer, _) => Ok(answer),
        }
    }

    /// `data` of an answer, and its first error.
    async fn graphql(&self, document: &str, variables: &Value) -> Result<(Value, Option<CallError>), CallError> {
        let body = serde_json::json!({ "query": document, "variables": variables }).to_string();
        let answer = self.call(Method::Post, self.graphql.clone(), JSON, Some(body)).await?;
        let mut answer = json(&answer)?;
        let error = answer["errors"].as_array().and_then(|errors| errors.first()).map(super::fault::graphql);
        Ok((answer["data"].take(), error.map(|error| self.without_token(error))))
    }

    /// Repeats what changes nothing, if no answer came or a limit ends soon.
    async fn repeated<A>(&self, call: impl AsyncFn() -> Result<A, CallError>) -> Result<A, StoreError> {
        for wait in WAITS_MS {
            match call().await {
                Err(error) if !error.refused => self.timer.wait(wait).await,
                Err(CallError { error: StoreError::Limited { retry_after_s }, .. }) if retry_after_s <= PATIENCE_S => {
                    self.timer.wait(retry_after_s.saturating_mul(1_000)).await;
                }
                answer => return answer.map_err(|error| error.error),
            }
        }
        call().await.map_err(|error| error.error)
    }

    async fn call(
        &self,
        method: Method,
        mut url: String,
        accept: &'static str,
        body: Option<String>,
    ) -> Result<Response, CallError> {
        for _ in 0..=MAX_REDIRECTS {
            let answer = self.send(method, url.clone(), accept, body.clone()).await;
            let answer = answer.map_err(|error| CallError::no_answer(&self.clean(&error.0)))?;
            match answer.status {
                200..=299 => return Ok(answer),
                301 | 302 | 307 | 308 if method == Method::Get => match self.redirect(&answer) {
                    Some(target) => url = target,
                    None => return Err(CallError::lost()),
                },
                _ => return Err(self.without_token(fault(&answer, self.timer.now_s()))),
            }
        }
        Err(CallError::lost())
    }

    async fn send(
        &self,
        method: Method,
        url: String,
        accept: &'static str,
        body: Option<String>,
    ) -> Result<Response, HttpError> {
        let megabytes = body.as_ref().map_or(0, |body| u32::try_from(body.len() / 1_000_000).unwrap_or(u32::MAX));
        let limit = REQUEST_MS.saturating_add(megabytes.saturating_mul(MEGABYTE_MS));
        let request = Request { method, url, accept, token: self.token.clone(), body };
        let answer = first_of(self.http.send(request), self.timer.wait(limit)).await;
        answer.unwrap_or_else(|| Err(HttpError(format!("no answer within {} seconds", limit / 1_000))))
    }

    /// Where a renamed repository is now. The token goes to no other host.
    fn redirect(&self, answer: &Response) -> Option<String> {
        let target = answer.header("location")?;
        let below = target.strip_prefix(self.rest.as_str()).is_some_and(|path| path.starts_with('/'));
        below.then(|| target.to_owned())
    }

    fn without_token(&self, error: CallError) -> CallError {
        error.map_texts(|text| self.clean(text))
    }

    fn clean(&self, text: &str) -> String {
        self.token.as_ref().map_or_else(|| text.to_owned(), |token| token.removed_from(text))
    }
}

/// An answer that says it succeeded, and is no JSON, was cut off.
fn json(answer: &Response) -> Result<Value, CallError> {
    serde_json::from_slice(&answer.body).map_err(|_| CallError::no_answer("the answer was cut off"))
}
