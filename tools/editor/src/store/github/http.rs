//! What the store needs of the machine it runs on: requests and waits. The browser has `fetch` and `setTimeout`.

use std::fmt;

use super::token::Token;

/// A method of HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Changes nothing.
    Get,
    /// Makes something, or asks GraphQL.
    Post,
}

impl Method {
    /// As a request writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// A request to GitHub's API.
#[derive(Clone, Debug)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The whole address. The token is never in it.
    pub url: String,
    /// The media type that the answer should have.
    pub accept: &'static str,
    /// Who asks.
    pub token: Option<Token>,
    /// A text in JSON.
    pub body: Option<String>,
}

impl Request {
    /// All headers to be sent. No `x-github-api-version`: GitHub does not allow browsers to send it.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![("accept", self.accept.to_owned())];
        headers.extend(self.token.as_ref().map(|token| ("authorization", token.authorization())));
        headers.extend(self.body.as_ref().map(|_| ("content-type", "application/json".to_owned())));
        headers
    }
}

/// An answer, whole.
#[derive(Clone, Debug)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers that may be read, with names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// The value of a header, whose name is given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

/// Why there is no answer, or not the whole of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpError(pub String);

impl fmt::Display for HttpError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Sends requests.
#[allow(async_fn_in_trait, reason = "the browser has one thread, and tests block on the future: none needs `Send`")]
pub trait Http {
    /// Sends a request and reads the whole answer. Dropping the future cancels it.
    ///
    /// With `fetch`: `cache: "no-store"`, as GitHub allows answers to be kept for a minute; `credentials: "omit"`;
    /// `referrerPolicy: "no-referrer"`. A redirect may be followed only within the host, or be returned as it is.
    async fn send(&self, request: Request) -> Result<Response, HttpError>;
}

/// Waits. Limits of time are races with a wait.
#[allow(async_fn_in_trait, reason = "the browser has one thread, and tests block on the future: none needs `Send`")]
pub trait Timer {
    /// Ends after so many milliseconds.
    async fn wait(&self, milliseconds: u32);
    /// Seconds since 1970. GitHub tells the end of a limit as a time.
    fn now_s(&self) -> u64;
}
