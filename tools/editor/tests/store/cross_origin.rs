//! What the browser asks GitHub before it sends a request of a page.

use std::io::{Read, Write};
use std::net::TcpStream;

use personal_page_editor::store::github::http::{Method, Request};
use personal_page_editor::store::github::token::Token;

use crate::github::GitHub;

/// The headers that GitHub allows pages of other origins to send.
fn allowed() -> Vec<String> {
    let base = GitHub::base();
    let address = base.trim_start_matches("http://");
    let mut connection = TcpStream::connect(address).expect("a connection");
    write!(
        connection,
        "OPTIONS /graphql HTTP/1.1\r\nhost: {address}\r\norigin: https://ada.github.io\r\nconnection: close\r\n\r\n"
    )
    .expect("a question");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).expect("an answer");
    let answer = answer.to_ascii_lowercase();
    assert!(answer.contains("access-control-allow-origin: *"), "{answer}");
    let line = answer.lines().find_map(|line| line.strip_prefix("access-control-allow-headers: ")).expect("a list");
    line.split(", ").map(str::to_owned).collect()
}

#[test]
fn a_page_of_another_origin_may_send_every_header_that_is_sent() {
    let (token, body) = (Token::new("github_pat_1").ok(), Some("{}".to_owned()));
    let request = Request { method: Method::Post, url: GitHub::base(), accept: "application/json", token, body };
    let allowed = allowed();
    for (name, _) in request.headers() {
        // A page may send `accept` without being allowed.
        assert!(name == "accept" || allowed.iter().any(|allowed| allowed == name), "{name} is not in {allowed:?}");
    }
    assert!(!allowed.contains(&"x-github-api-version".to_owned()));
}
