//! The store of `cargo site serve`: the folder of the site on this computer, by the requests of
//! `personal_page::content::write`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use personal_page::content::write::{ConflictResponse, FileChange, Refusal, SaveRequest, SaveResponse};
use serde::de::DeserializeOwned;

use super::{Change, Conflict, Problem, Save, StoreError, StoredFile, Version};

/// The answer of the server to a request, read as what was asked for.
fn read<T: DeserializeOwned>(status: u16, body: &[u8]) -> Result<T, StoreError> {
    match status {
        200 => serde_json::from_slice(body).map_err(|error| not_understood(status, &error.to_string())),
        409 => Err(conflicts(body)),
        _ => Err(refusal(status, body)),
    }
}

fn conflicts(body: &[u8]) -> StoreError {
    let Ok(answer) = serde_json::from_slice::<ConflictResponse>(body) else { return not_understood(409, "no list") };
    let mut conflicts = Vec::new();
    for file in answer.conflicts {
        let theirs = match (file.version, file.base64) {
            (Some(version), Some(base64)) => match stored(&file.path, &version, &base64) {
                Ok(theirs) => Some(theirs),
                Err(error) => return error,
            },
            _ => None,
        };
        conflicts.push(Conflict { path: file.path, theirs });
    }
    StoreError::Conflict(conflicts)
}

fn refusal(status: u16, body: &[u8]) -> StoreError {
    let Ok(refusal) = serde_json::from_slice::<Refusal>(body) else {
        return not_understood(status, &String::from_utf8_lossy(&body[..body.len().min(200)]));
    };
    let problem = Problem::new(refusal.message, refusal.remedy);
    match status {
        401 | 403 => StoreError::Forbidden(problem),
        404 => StoreError::NotFound(problem),
        400..500 => StoreError::Refused(problem),
        _ => StoreError::Server { status, message: problem.message },
    }
}

fn not_understood(status: u16, what: &str) -> StoreError {
    StoreError::Server { status, message: format!("the answer is not understood: {what}") }
}

fn stored(path: &str, version: &str, base64: &str) -> Result<StoredFile, StoreError> {
    let bytes = STANDARD.decode(base64).map_err(|error| not_understood(200, &error.to_string()))?;
    let version = Version::parse(version).ok_or_else(|| not_understood(200, "no version"))?;
    Ok(StoredFile { path: path.to_owned(), version, bytes })
}

fn request(save: &Save) -> SaveRequest {
    let version = |version: &Version| version.as_str().to_owned();
    let changes = save.changes.iter().map(|change| match change {
        Change::Write { path, bytes, base } => {
            FileChange::Write { path: path.clone(), base: base.as_ref().map(version), base64: STANDARD.encode(bytes) }
        }
        Change::Delete { path, base } => FileChange::Delete { path: path.clone(), base: version(base) },
        Change::Rename { from, to, base } => {
            FileChange::Rename { path: from.clone(), to: to.clone(), base: version(base) }
        }
    });
    SaveRequest { changes: changes.collect(), message: save.message.clone() }
}

#[cfg(target_arch = "wasm32")]
pub use browser::Local;

#[cfg(target_arch = "wasm32")]
mod browser {
    use personal_page::content::write::{FILE, FileContent, LIST, ListedFile, SAVE, SECRET_HEADER};

    use super::{SaveResponse, Version, read, request, stored};
    use crate::browser::request::send;
    use crate::store::{Listed, Problem, Save, Saved, Store, StoreError, StoredFile};

    fn listed(files: Vec<ListedFile>) -> Vec<Listed> {
        files
            .into_iter()
            .filter_map(|file| Some(Listed { version: Version::parse(&file.version)?, path: file.path }))
            .collect()
    }

    fn saved(answer: SaveResponse) -> Saved {
        let files = answer.files.into_iter();
        let files = files.map(|file| (file.path, file.version.and_then(|version| Version::parse(&version)))).collect();
        Saved { files, commit: None, link: None }
    }

    /// The store. Requests carry the secret of the server's run, which only its own page has.
    #[derive(Clone, Debug)]
    pub struct Local {
        base: String,
        secret: String,
    }

    impl Local {
        /// The store of the site that is served under a base.
        #[must_use]
        pub fn new(base: &str, secret: &str) -> Self {
            Self { base: base.to_owned(), secret: secret.to_owned() }
        }

        async fn ask(&self, method: &str, address: &str, body: Option<&[u8]>) -> Result<(u16, Vec<u8>), StoreError> {
            let url = format!("{}{address}", self.base);
            let headers = [(SECRET_HEADER, self.secret.as_str()), ("content-type", "application/json")];
            let answer = send(method, &url, &headers[..1 + usize::from(body.is_some())], body).await;
            let answer = answer.map_err(|reason| {
                StoreError::Unreachable(Problem::new(
                    format!("the local server does not answer ({reason})"),
                    "start cargo site serve again; the draft is kept on this device",
                ))
            })?;
            Ok((answer.status, answer.body))
        }
    }

    impl Store for Local {
        async fn list(&self) -> Result<Vec<Listed>, StoreError> {
            let (status, body) = self.ask("GET", LIST, None).await?;
            read(status, &body).map(listed)
        }

        async fn read(&self, path: &str) -> Result<StoredFile, StoreError> {
            let query = String::from(js_sys::encode_uri_component(path));
            let (status, body) = self.ask("GET", &format!("{FILE}?path={query}"), None).await?;
            let file: FileContent = read(status, &body)?;
            stored(&file.path, &file.version, &file.base64)
        }

        async fn save(&self, save: &Save) -> Result<Saved, StoreError> {
            let body = serde_json::to_vec(&request(save)).unwrap_or_default();
            let (status, body) = self.ask("POST", SAVE, Some(&body)).await?;
            read(status, &body).map(saved)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_has_the_file_as_it_is_on_disk() {
        let version = Version::of(b"new");
        let body = format!(
            r#"{{"conflicts": [{{"path": "posts/a.md", "version": "{}", "base64": "bmV3"}}, {{"path": "posts/b.md", "version": null, "base64": null}}]}}"#,
            version.as_str()
        );
        let theirs = StoredFile { path: "posts/a.md".to_owned(), version, bytes: b"new".to_vec() };
        let gone = Conflict { path: "posts/b.md".to_owned(), theirs: None };
        let conflicts = vec![Conflict { path: "posts/a.md".to_owned(), theirs: Some(theirs) }, gone];
        assert_eq!(read::<SaveResponse>(409, body.as_bytes()).expect_err("a refusal"), StoreError::Conflict(conflicts));
    }

    #[test]
    fn a_refusal_is_told_with_its_remedy() {
        let body = br#"{"message": "posts/.a.md is not allowed", "remedy": "choose another name"}"#;
        let refused = StoreError::Refused(Problem::new("posts/.a.md is not allowed", "choose another name"));
        assert_eq!(read::<SaveResponse>(422, body).expect_err("a refusal"), refused);
    }

    #[test]
    fn an_answer_that_is_no_json_is_told_and_panics_nowhere() {
        for (status, body) in
            [(200, &b"<html>"[..]), (409, b"x"), (502, "Bad Gateway \u{1f600}".as_bytes()), (413, b"")]
        {
            assert!(matches!(read::<SaveResponse>(status, body), Err(StoreError::Server { .. })), "{status}");
        }
    }

    #[test]
    fn a_save_is_sent_as_the_server_reads_it() {
        let base = Version::of(b"");
        let save = Save {
            changes: vec![
                Change::Write { path: "posts/a.md".to_owned(), bytes: b"new".to_vec(), base: None },
                Change::Rename { from: "posts/b.md".to_owned(), to: "posts/c.md".to_owned(), base: base.clone() },
                Change::Delete { path: "posts/d.md".to_owned(), base },
            ],
            message: "Edit A".to_owned(),
        };
        let json = serde_json::to_string(&request(&save)).expect("JSON");
        let id = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
        assert_eq!(
            json,
            format!(
                "{{\"changes\":[{{\"kind\":\"write\",\"path\":\"posts/a.md\",\"base64\":\"bmV3\"}},\
                 {{\"kind\":\"rename\",\"path\":\"posts/b.md\",\"to\":\"posts/c.md\",\"base\":\"{id}\"}},\
                 {{\"kind\":\"delete\",\"path\":\"posts/d.md\",\"base\":\"{id}\"}}],\"message\":\"Edit A\"}}"
            )
        );
    }
}
