//! Accepts connections, and closes those on which no request arrives.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use axum::serve::Listener;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The time limit for the head of a request. Each connection holds a file handle; a process has about a thousand.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);

/// Listens on `port` of the loopback address only, or on a free port if `port` is 0.
///
/// # Errors
/// The port is taken.
pub async fn listen(router: Router, port: u16) -> io::Result<(SocketAddr, JoinHandle<()>)> {
    listen_with(router, port, HEAD_TIMEOUT).await
}

async fn listen_with(router: Router, port: u16, head_timeout: Duration) -> io::Result<(SocketAddr, JoinHandle<()>)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let address = listener.local_addr()?;
    Ok((address, tokio::spawn(accept(listener, router, head_timeout))))
}

/// Replaces `axum::serve`, which sets no timer: without one, hyper has no timeouts.
async fn accept(mut listener: TcpListener, router: Router, head_timeout: Duration) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(head_timeout);
    loop {
        // As in axum: if the system has no file handle left, it waits and tries again.
        let (stream, _) = Listener::accept(&mut listener).await;
        let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        // Errors are ignored: a browser reopens a broken connection by itself.
        tokio::spawn(async move { drop(connection.await) });
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::Router;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;

    use super::listen_with;

    /// What a server with this time limit answers to these beginnings of requests, until it closes the connection.
    async fn said_to(heads: &[&str], head_timeout: Duration) -> Vec<String> {
        let router = Router::new().route("/", get("hello"));
        let (address, _server) = listen_with(router, 0, head_timeout).await.expect("a free port");
        let mut said = Vec::new();
        for head in heads {
            let mut stream = TcpStream::connect(address).await.expect("a server");
            stream.write_all(head.as_bytes()).await.expect("a connection");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).await.expect("an end");
            said.push(answer);
        }
        said
    }

    #[tokio::test]
    async fn a_connection_without_a_request_is_closed() {
        let heads =
            ["", "GET / HT", "GET / HTTP/1.1\r\nhost: localhost\r\nx: ", "GET / HTTP/1.1\r\nhost: localhost\r\n"];
        for answer in said_to(&heads, Duration::from_millis(50)).await {
            assert!(!answer.contains("hello"), "{answer}");
        }
    }

    #[tokio::test]
    async fn a_whole_request_is_answered() {
        let head = "GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
        assert!(said_to(&[head], Duration::from_secs(600)).await[0].ends_with("hello"));
    }
}
