//! Responses to requests that are not done.

use std::io::{self, ErrorKind};
use std::path::Path;

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::content::write::{ConflictResponse, ConflictingFile, Refusal};

/// Why a request is not done. Nothing has been written.
#[derive(Debug)]
pub(super) enum Refused {
    /// The request, or a file, is not as it has to be.
    Because(StatusCode, Refusal),
    /// Files changed since they were read.
    Conflict(Vec<ConflictingFile>),
}

impl Refused {
    pub(super) fn new(status: StatusCode, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Because(status, Refusal { message: message.into(), remedy: remedy.into() })
    }

    /// The request is not one of the editor's.
    pub(super) fn bad(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message, remedy)
    }

    /// The request is clear, and cannot be done.
    pub(super) fn cannot(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, message, remedy)
    }

    /// The system refused to read or write a file.
    pub(super) fn io(path: &Path, error: &io::Error) -> Self {
        let remedy = match error.kind() {
            ErrorKind::PermissionDenied => "make the file and its folder readable and writable, and try again",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room on the disk, and try again",
            ErrorKind::ReadOnlyFilesystem => "make the disk writable, and try again",
            ErrorKind::CrossesDevices => "put the folder of the site on one disk, and try again",
            ErrorKind::InvalidFilename => "choose a shorter name",
            _ => "see to it on the disk, and try again",
        };
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, format!("{}: {error}", path.display()), remedy)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Self::Because(status, refusal) => json(status, &refusal),
            Self::Conflict(conflicts) => json(StatusCode::CONFLICT, &ConflictResponse { conflicts }),
        }
    }
}

/// A response in JSON.
pub(super) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    let text = serde_json::to_string(value).expect("strings and lists always serialise");
    (status, [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], text).into_response()
}
