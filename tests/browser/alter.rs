//! Changes to every page on its way to the browser.

use axum::body::Body;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::Response;

use crate::manner::text;
use crate::visit::Visit;

/// The first element in every head. What is inserted after it precedes the policy, which does not apply to it.
const CHARSET: &str = "<meta charset=\"utf-8\">";
const POLICY: &str = "<meta http-equiv=\"content-security-policy\"";

/// The changes, initially none.
#[derive(Clone, Default)]
pub(crate) struct Changes {
    scripts: String,
    without_policy: bool,
}

impl Visit {
    /// Runs a script in every document from now on, before all others.
    pub(crate) fn runs_first(&self, script: &str) {
        self.host.changes(|changes| changes.scripts += &format!("<script>{script}</script>"));
    }

    /// Removes the policy from pages, so that a test sees what it would hide.
    pub(crate) fn is_without_policy(&self) {
        self.host.changes(|changes| changes.without_policy = true);
    }
}

impl Changes {
    /// Whether pages are sent unchanged.
    pub(crate) fn are_none(&self) -> bool {
        self.scripts.is_empty() && !self.without_policy
    }

    /// The response with the changed page. What is no page stays as it is: the host has no 404.html while a site replaces another.
    pub(crate) async fn make(self, page: Response) -> Response {
        let is_page = page.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if self.are_none() || !is_page {
            return page;
        }
        let (mut parts, body) = page.into_parts();
        let mut text = text(body).await;
        if self.without_policy {
            let (before, rest) = text.split_once(POLICY).expect("every page has a policy");
            let (_, after) = rest.split_once('>').expect("an element ends");
            text = format!("{before}{after}");
        }
        let text = text.replacen(CHARSET, &format!("{CHARSET}{}", self.scripts), 1);
        parts.headers.remove(CONTENT_LENGTH);
        Response::from_parts(parts, Body::from(text))
    }
}
