//! The document of the editor.

use serde_json::json;

use super::Context;
use crate::bundle::article::source_link;
use crate::bundle::input::source::POSTS;
use crate::bundle::output::document;
use crate::bundle::output::document::head;
use crate::content::{Content, Messages, Page, Route, SCHEMA};
use crate::view::write::{EditorState, WritePage, write};

pub(super) const TITLE: &str = "Write";

pub(super) fn document(context: &Context<'_>) -> String {
    let Context { site, shell, library, drafts } = context;
    let sources = library.index.write.as_ref();
    let repository = sources.and_then(|sources| sources.repository.as_deref());
    let branch = sources.map(|sources| &*sources.branch).unwrap_or_default();
    let folder = repository.map(|repository| source_link::folder(repository, branch, POSTS));
    let state = match (&shell.editor, drafts) {
        (Some(_), _) => EditorState::Included,
        (None, true) => EditorState::Pending,
        (None, false) => EditorState::Missing,
    };
    let collections = sources.map(|sources| &sources.collections).filter(|collections| !collections.is_empty());
    let collections = collections.map(|collections| json!(collections).to_string());
    let about = WritePage { repository, branch, folder: folder.as_deref(), collections: collections.as_deref(), state };
    let html = write(&about).into_string();
    let page = Page {
        schema: SCHEMA,
        route: Route::Write,
        title: TITLE.to_owned(),
        description: String::new(),
        language: None,
        words: Messages::default(),
        content: Content::NotFound,
    };
    let tags = head::tags(site, library, &page);
    shell.editor_document(site, &tags, &document::body(site, &Route::Write, &html))
}
