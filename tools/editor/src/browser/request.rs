//! Requests by `fetch`.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::js;

/// An answer, whatever its status.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The names, in lower case, and the values of the header fields that the browser shows.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// Sends a request and reads the answer to its end. No cookie and no referrer is sent, and nothing is taken from the cache.
///
/// # Errors
/// What the browser says if there is no whole answer: no network, a refused origin, a connection that breaks.
pub async fn send(method: &str, url: &str, headers: &[(&str, &str)], body: Option<&[u8]>) -> Result<Answer, String> {
    let fields = js::object(&[]);
    for (name, value) in headers {
        js::set(&fields, name, &JsValue::from(*value));
    }
    let init = js::object(&[
        ("method", method.into()),
        ("headers", fields),
        ("cache", "no-store".into()),
        ("credentials", "omit".into()),
        ("referrerPolicy", "no-referrer".into()),
    ]);
    if let Some(body) = body {
        js::set(&init, "body", &Uint8Array::from(body));
    }
    read(url, init).await.map_err(|error| js::message(&error))
}

async fn read(url: &str, init: JsValue) -> Result<Answer, JsValue> {
    let answer = js::call_async(&js_sys::global(), "fetch", &[url.into(), init]).await?;
    let body = js::call_async(&answer, "arrayBuffer", &[]).await?;
    let mut headers = Vec::new();
    let entries = js::call(&js::get(&answer, "headers"), "entries", &[])?;
    for pair in js_sys::try_iter(&entries)?.into_iter().flatten() {
        let pair = pair?;
        headers.push((js::text(&pair, "0"), js::text(&pair, "1")));
    }
    // A status is between 200 and 599.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status has three digits")]
    let status = js::number(&answer, "status") as u16;
    Ok(Answer { status, headers, body: js::bytes(&body) })
}
