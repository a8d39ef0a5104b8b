//! Reads the file with the conversation about a text.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Conversation, FOLDER};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::input::post::Post;
use crate::bundle::input::text_file::beginning;

/// In bytes: more than the most replies that are kept.
const LONGEST: u64 = 4_000_000;
const REMEDY: &str = "delete it, and run `cargo site fetch`";

/// The file of a text, relative to the site's folder: that of its address.
pub(crate) fn path(post: &Post) -> PathBuf {
    let route = post.route_ref().path();
    Path::new(FOLDER).join(format!("{}.json", route.trim_end_matches('/')))
}

/// Reads the conversation about a text; none if there is no file. A file that is not one is a mistake.
pub(crate) fn read(root: &Path, post: &Post, lenient: bool, findings: &mut Diagnostics) -> Conversation {
    let path = path(post);
    let bytes = match beginning(&root.join(&path), LONGEST) {
        Ok(bytes) if bytes.len() as u64 <= LONGEST => bytes,
        Ok(_) => {
            findings.mistake(lenient, &path, 0, format!("is longer than {} MB", LONGEST / 1_000_000), REMEDY);
            return Conversation::default();
        }
        Err(error) if error.kind() == ErrorKind::NotFound => return Conversation::default(),
        Err(error) => {
            findings.mistake(lenient, &path, 0, format!("cannot be read: {error}"), REMEDY);
            return Conversation::default();
        }
    };
    serde_json::from_slice(&bytes).unwrap_or_else(|error| {
        // Its end repeats the line and the column.
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
        findings.mistake(lenient, &path, error.line(), format!("this is no conversation: {message}"), REMEDY);
        Conversation::default()
    })
}
