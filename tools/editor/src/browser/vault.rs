//! A secret that this device keeps under a passphrase: AES-GCM with a key from PBKDF2 (Web Crypto). Other sites of the same
//! host share the storage, so nothing is there in the clear.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::js;

/// How often the passphrase is hashed: as OWASP recommends for PBKDF2 with SHA-256 (2023).
const ITERATIONS: u32 = 600_000;

/// What is stored: each part in Base64.
#[derive(Serialize, Deserialize)]
struct Sealed {
    salt: String,
    nonce: String,
    secret: String,
    iterations: u32,
}

/// Encrypts a secret.
///
/// # Errors
/// What the browser says: Web Crypto is there over `https` and on this computer only.
pub async fn seal(secret: &str, passphrase: &str) -> Result<String, String> {
    sealed(secret, passphrase).await.map_err(|error| js::message(&error))
}

/// Decrypts a secret. `None` if the passphrase is wrong.
pub async fn open(stored: &str, passphrase: &str) -> Option<String> {
    let sealed: Sealed = serde_json::from_str(stored).ok()?;
    let [salt, nonce, secret] = [&sealed.salt, &sealed.nonce, &sealed.secret].map(|part| STANDARD.decode(part));
    let key = key(passphrase, &salt.ok()?, sealed.iterations).await.ok()?;
    let secret = Uint8Array::from(secret.ok()?.as_slice()).into();
    let opened = js::call_async(&subtle(), "decrypt", &[cipher(&nonce.ok()?), key, secret]).await.ok()?;
    String::from_utf8(js::bytes(&opened)).ok()
}

async fn sealed(secret: &str, passphrase: &str) -> Result<String, JsValue> {
    let (salt, nonce) = (random(16)?, random(12)?);
    let key = key(passphrase, &salt, ITERATIONS).await?;
    let secret = Uint8Array::from(secret.as_bytes()).into();
    let secret = js::call_async(&subtle(), "encrypt", &[cipher(&nonce), key, secret]).await?;
    let [salt, nonce, secret] = [salt, nonce, js::bytes(&secret)].map(|part| STANDARD.encode(part));
    Ok(serde_json::to_string(&Sealed { salt, nonce, secret, iterations: ITERATIONS }).unwrap_or_default())
}

fn subtle() -> JsValue {
    js::get(&js::global("crypto"), "subtle")
}

fn random(bytes: u32) -> Result<Vec<u8>, JsValue> {
    let array = Uint8Array::new_with_length(bytes).into();
    Ok(js::bytes(&js::call(&js::global("crypto"), "getRandomValues", &[array])?))
}

fn cipher(nonce: &[u8]) -> JsValue {
    js::object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(nonce).into())])
}

async fn key(passphrase: &str, salt: &[u8], iterations: u32) -> Result<JsValue, JsValue> {
    let usages = |names: &[&str]| JsValue::from(names.iter().map(|name| JsValue::from(*name)).collect::<Array>());
    let phrase = Uint8Array::from(passphrase.as_bytes()).into();
    let whole = ["raw".into(), phrase, "PBKDF2".into(), false.into(), usages(&["deriveKey"])];
    let whole = js::call_async(&subtle(), "importKey", &whole).await?;
    let derivation = js::object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", iterations.into()),
    ]);
    let kind = js::object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let usages = usages(&["encrypt", "decrypt"]);
    js::call_async(&subtle(), "deriveKey", &[derivation, whole, kind, false.into(), usages]).await
}
