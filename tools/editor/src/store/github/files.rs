//! The files of a commit: all below the posts, the versions of some, the bytes of one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::super::{Listed, Problem, StoreError, StoredFile, Version};
use super::address::encoded;
use super::api::{Api, RAW};
use super::head::Head;
use super::http::{Http, Timer};

/// Paths in one question of GraphQL.
const PATHS_A_QUESTION: usize = 100;

/// What a commit has at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    File(Version),
    /// A folder, or another repository.
    Other,
}

/// All files below a folder of a commit, by path. `folder` has no slash behind it.
pub(super) async fn below<H: Http, T: Timer>(
    api: &Api<H, T>,
    head: &Head,
    folder: &str,
) -> Result<Vec<Listed>, StoreError> {
    let mut tree = head.oid.clone();
    for name in folder.split('/') {
        let entries = entries(api, head, &tree, false).await?.0;
        match entries.into_iter().find(|entry| entry.is_folder && entry.path == name) {
            Some(entry) => tree = entry.id,
            None => return Ok(Vec::new()),
        }
    }
    let mut files = Vec::new();
    // An answer that GitHub has cut short is asked for again, folder by folder.
    let mut waiting = vec![(folder.to_owned(), tree)];
    while let Some((folder, tree)) = waiting.pop() {
        let (mut found, truncated) = entries(api, head, &tree, true).await?;
        if truncated {
            found = entries(api, head, &tree, false).await?.0;
            let folders = found.iter().filter(|entry| entry.is_folder);
            waiting.extend(folders.map(|entry| (format!("{folder}/{}", entry.path), entry.id.clone())));
        }
        for entry in found.into_iter().filter(|entry| entry.is_file) {
            let version = Version::parse(&entry.id);
            files.extend(version.map(|version| Listed { path: format!("{folder}/{}", entry.path), version }));
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

struct Entry {
    path: String,
    id: String,
    is_folder: bool,
    /// Not a link, which has a path as its text.
    is_file: bool,
}

/// What a tree has, and whether GitHub has cut the answer short.
async fn entries<H: Http, T: Timer>(
    api: &Api<H, T>,
    head: &Head,
    tree: &str,
    recursive: bool,
) -> Result<(Vec<Entry>, bool), StoreError> {
    let depth = if recursive { "?recursive=1" } else { "" };
    let answer = api.get_json(&format!("/repos/{}/git/trees/{tree}{depth}", head.repository)).await?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let entry = |value: &Value| Entry {
        path: text(&value["path"]),
        id: text(&value["sha"]),
        is_folder: value["type"] == "tree",
        is_file: value["type"] == "blob" && value["mode"] != "120000",
    };
    let entries = answer["tree"].as_array().into_iter().flatten().map(entry).collect();
    Ok((entries, answer["truncated"] == true))
}

/// What a commit has at each of the paths.
pub(super) async fn versions<H: Http, T: Timer>(
    api: &Api<H, T>,
    repository: &str,
    commit: &str,
    paths: &[&str],
) -> Result<BTreeMap<String, Found>, StoreError> {
    let (owner, name) = repository.split_once('/').unwrap_or((repository, ""));
    let mut found = BTreeMap::new();
    for paths in paths.chunks(PATHS_A_QUESTION) {
        let (document, mut variables) = question(commit, paths);
        variables.insert("owner".to_owned(), owner.into());
        variables.insert("name".to_owned(), name.into());
        let data = api.query(&document, &Value::Object(variables)).await?;
        // Otherwise a copy of the repository that is behind would look as if all files were gone.
        if data["repository"]["commit"].is_null() {
            let message = "GitHub does not show the newest commit yet".to_owned();
            return Err(StoreError::Server { status: 200, message });
        }
        for (index, path) in paths.iter().enumerate() {
            let object = &data["repository"][format!("f{index}")];
            let version = object["oid"].as_str().and_then(Version::parse);
            let is = match (object["__typename"].as_str(), version) {
                (None, _) => Found::Nothing,
                (Some("Blob"), Some(version)) => Found::File(version),
                _ => Found::Other,
            };
            found.insert((*path).to_owned(), is);
        }
    }
    Ok(found)
}

fn question(commit: &str, paths: &[&str]) -> (String, Map<String, Value>) {
    let (mut names, mut fields, mut variables) = (String::new(), String::new(), Map::new());
    variables.insert("commit".to_owned(), commit.into());
    for (index, path) in paths.iter().enumerate() {
        // Writing to a String never fails.
        let _ = write!(names, ", $p{index}: String!");
        let _ = write!(fields, " f{index}: object(expression: $p{index}) {{ __typename oid }}");
        variables.insert(format!("p{index}"), format!("{commit}:{path}").into());
    }
    let document = format!(
        "query Files($owner: String!, $name: String!, $commit: GitObjectID!{names}) {{
  repository(owner: $owner, name: $name) {{ commit: object(oid: $commit) {{ oid }}{fields} }}
}}"
    );
    (document, variables)
}

/// The bytes of a file of a commit. `path` is in the repository, `named` below the site's folder.
pub(super) async fn read<H: Http, T: Timer>(
    api: &Api<H, T>,
    repository: &str,
    commit: &str,
    path: &str,
    named: &str,
) -> Result<StoredFile, StoreError> {
    let answer = api.get(&format!("/repos/{repository}/contents/{}?ref={commit}", encoded(path)), RAW).await;
    let answer = answer.map_err(|error| match error {
        StoreError::NotFound(_) => no_file(named),
        error => error,
    })?;
    // A folder is answered as a list.
    if answer.header("content-type").is_some_and(|kind| kind.starts_with("application/json")) {
        return Err(no_file(named));
    }
    Ok(StoredFile { path: named.to_owned(), version: Version::of(&answer.body), bytes: answer.body })
}

fn no_file(path: &str) -> StoreError {
    StoreError::NotFound(Problem::new(
        format!("{path} is not on GitHub"),
        "it was deleted or renamed there: save it as a new text, or discard the draft",
    ))
}
