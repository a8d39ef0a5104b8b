//! Reads the body of a request, up to a limit.

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use tokio_stream::{Stream, StreamExt};

use super::refused::Refused;

/// The maximum length of a body. It is kept in memory, and so are the files in it. As Base64, a file is a third longer.
pub(super) const MAX_BODY_BYTES: usize = 100_000_000;
/// How much more is read of a body that is too long.
const MAX_DISCARDED_BYTES: usize = 10 * MAX_BODY_BYTES;

/// The bytes of a body.
pub(super) async fn read(body: Body) -> Result<Vec<u8>, Refused> {
    let mut stream = body.into_data_stream();
    let mut bytes = Vec::new();
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|error| Refused::bad(format!("the request ended early: {error}"), "save again"))?;
        if bytes.len() + chunk.len() > MAX_BODY_BYTES {
            drop(bytes);
            skip(stream).await;
            let most = MAX_BODY_BYTES / 4 * 3 / 1_000_000;
            let message = format!("these files are too large to be saved at once: the maximum is {most} MB");
            let remedy = "save fewer or smaller pictures, or copy a film into the folder of the site";
            return Err(Refused::new(StatusCode::PAYLOAD_TOO_LARGE, message, remedy));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Reads a body that is not used: a browser that is still sending it would not see the response.
pub(super) async fn discard(body: Body) {
    skip(body.into_data_stream()).await;
}

async fn skip(mut stream: impl Stream<Item = Result<Bytes, axum::Error>> + Unpin) {
    let mut read = 0;
    while let Some(Ok(chunk)) = stream.next().await {
        read += chunk.len();
        if read > MAX_DISCARDED_BYTES {
            return;
        }
    }
}
