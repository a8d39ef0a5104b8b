//! The host names that the local server answers to. A page of another site can resolve its own name to this machine
//! (DNS rebinding) and would then read drafts as its own origin; but its requests still name that site as host.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};

use crate::cli::distribution::command_name;

/// The names besides `localhost` and the loopback addresses, in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct AllowedHosts(Arc<[String]>);

impl AllowedHosts {
    /// Allows further names, each as [`host_name`] returns it.
    pub(crate) fn new(names: Vec<String>) -> Self {
        Self(names.into())
    }

    /// Refuses requests for another host, before any route of `router` sees them.
    pub(crate) fn guard(self, router: Router) -> Router {
        router.layer(from_fn_with_state(self, check))
    }

    fn allow(&self, host: &str) -> bool {
        is_loopback(host) || self.0.iter().any(|name| name == host)
    }
}

fn is_loopback(host: &str) -> bool {
    let v6 = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    host == "localhost"
        || host.parse().is_ok_and(|address: Ipv4Addr| address.is_loopback())
        || v6.and_then(|v6| v6.parse().ok()).is_some_and(|address: Ipv6Addr| address.is_loopback())
}

/// Whether a `Host` header is a name of this machine, and not one that was allowed besides, such as that of a tunnel.
pub(crate) fn is_of_this_machine(host: &str) -> bool {
    without_port(host).is_some_and(|host| is_loopback(&host))
}

async fn check(State(hosts): State<AllowedHosts>, request: Request, next: Next) -> Response {
    let host = named(&request);
    if host.as_deref().is_some_and(|host| hosts.allow(host)) {
        return next.run(request).await;
    }
    let remedy = match host.and_then(|host| host_name(&host).ok()) {
        Some(name) => format!("to allow {name}, run `{} serve --host {name}`", command_name()),
        None => "a request must have one Host header, with a number for its port".to_owned(),
    };
    (StatusCode::MISDIRECTED_REQUEST, format!("This server accepts requests for localhost: {remedy}.\n"))
        .into_response()
}

/// The host that a request is for, in lower case and without its port. `None` if the request names none (HTTP/1.0
/// allows it; browsers always name it), or two, of which another program may use the other.
fn named(request: &Request) -> Option<String> {
    let mut headers = request.headers().get_all(HOST).iter();
    let host = headers.next()?.to_str().ok()?;
    // `GET http://preview.example/ HTTP/1.1` names it again in the request line.
    let again = request.uri().authority().is_some_and(|authority| authority.as_str() != host);
    if again || headers.next().is_some() {
        return None;
    }
    without_port(host)
}

/// A host in lower case and without its port. `None` if the port is no number.
fn without_port(host: &str) -> Option<String> {
    // Colons within brackets belong to an IPv6 address.
    let end = host.rfind(']').map_or(0, |bracket| bracket + 1);
    let (name, port) = match host[end..].split_once(':') {
        Some((name, port)) => (&host[..end + name.len()], port),
        None => (host, "80"),
    };
    let is_number = port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    is_number.then(|| name.to_ascii_lowercase())
}

/// A name for `--host`, in lower case: a host's name or address, without scheme, port and path.
///
/// # Errors
/// The text is something else. The message says what is expected.
pub(crate) fn host_name(text: &str) -> Result<String, String> {
    let name = text.to_ascii_lowercase();
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    let v6 = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
    if v6.is_some_and(|v6| v6.parse::<Ipv6Addr>().is_ok()) || name.split('.').all(is_label) {
        return Ok(name);
    }
    Err("expected a host without scheme, port and path, such as preview.example or [fd00::2]".to_owned())
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, StatusCode};
    use axum::routing::any;
    use tower::ServiceExt;

    use super::{AllowedHosts, host_name};

    /// The response to a request with these `Host` headers: status code and text.
    async fn ask(uri: &str, hosts: &[&str]) -> (StatusCode, String) {
        let router = Router::new().route("/_site/live.js", any("draft")).fallback(any("draft"));
        let router = AllowedHosts::new(vec!["preview.example".to_owned(), "[fd00::2]".to_owned()]).guard(router);
        let request = hosts.iter().fold(Request::builder().uri(uri), |request, host| request.header("host", *host));
        let answer = router.oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
        let status = answer.status();
        let text = to_bytes(answer.into_body(), usize::MAX).await.expect("a text");
        (status, String::from_utf8(text.to_vec()).expect("a text"))
    }

    #[tokio::test]
    async fn this_machine_and_the_names_given_are_answered() {
        for host in [
            "localhost",
            "localhost:8080",
            "LocalHost:8080",
            "127.0.0.1",
            "127.9.8.7:65535",
            "[::1]",
            "[::1]:8080",
            "preview.example",
            "Preview.Example:443",
            "[fd00::2]:8080",
        ] {
            assert_eq!(ask("/", &[host]).await, (StatusCode::OK, "draft".to_owned()), "{host}");
        }
        assert_eq!(ask("http://localhost:80/", &["localhost:80"]).await.0, StatusCode::OK);
    }

    #[tokio::test]
    async fn any_other_name_is_refused_on_every_route() {
        for host in [
            "evil.example",
            "evil.example:8080",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "notlocalhost",
            "a.preview.example",
            "192.168.0.7:8080",
            "[fd00::3]:8080",
        ] {
            for path in ["/", "/posts/draft/", "/_site/live.js", "/nothing"] {
                let (status, text) = ask(path, &[host]).await;
                assert_eq!(status, StatusCode::MISDIRECTED_REQUEST, "{host}{path}");
                assert!(text.contains("cargo site serve --host ") && text.lines().count() == 1, "{text}");
            }
        }
    }

    #[tokio::test]
    async fn a_host_that_is_not_clear_is_refused() {
        for hosts in [
            &[][..],
            &[""],
            &["localhost", "localhost"],
            &["localhost", "evil.example"],
            &["localhost:"],
            &["localhost:+80"],
            &["localhost:http"],
            &["localhost:99999"],
            &["localhost:80:80"],
            &["localhost@evil.example"],
            &["evil.example#localhost"],
            &["[::1"],
            &["[::1]evil.example"],
            &["::1"],
            &["127.0.0.1, localhost"],
        ] {
            let (status, text) = ask("/", hosts).await;
            assert_eq!(status, StatusCode::MISDIRECTED_REQUEST, "{hosts:?}");
            assert!(!text.contains("draft"), "{hosts:?}");
        }
        assert_eq!(ask("http://evil.example/", &["localhost"]).await.0, StatusCode::MISDIRECTED_REQUEST);
    }

    #[test]
    fn a_name_to_allow_is_a_host_and_nothing_more() {
        assert_eq!(host_name("Preview.Example").as_deref(), Ok("preview.example"));
        assert_eq!(host_name("[fd00::2]").as_deref(), Ok("[fd00::2]"));
        for text in ["", "*", "https://preview.example", "preview.example:8080", "preview.example/", "a..b", "fd00::2"]
        {
            assert!(host_name(text).is_err(), "{text}");
        }
    }
}
