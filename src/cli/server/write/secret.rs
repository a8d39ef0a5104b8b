//! The secret of a run of the server. Only its own page knows it: no other site can read it, so none can save.

use std::fmt;

use axum::http::HeaderValue;
use subtle::ConstantTimeEq;

/// 256 random bits, as 64 hexadecimal digits.
#[derive(Clone)]
pub(super) struct Secret(String);

impl Secret {
    /// A new secret.
    pub(super) fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// Whether a header has the secret. Takes the same time for each wrong one of its length.
    pub(super) fn is(&self, header: &HeaderValue) -> bool {
        self.0.as_bytes().ct_eq(header.as_bytes()).into()
    }

    /// The secret, for the page of the editor.
    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
