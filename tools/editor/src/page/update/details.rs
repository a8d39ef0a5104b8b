//! The form of the front matter: each change is an edit of the text.

use super::apply;
use crate::page::event::Effect;
use crate::page::front;
use crate::page::state::State;
use crate::text::edit::Edit;
use crate::text::front_matter::Value;

/// A field has another value. An empty one takes its key away.
pub(super) fn changed(state: &mut State, key: &str, value: &str) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    let value = match key {
        "draft" | "unlisted" if value == "true" => Some(Value::Flag(true)),
        "draft" | "unlisted" => None,
        "tags" => {
            let tags: Vec<String> =
                value.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
            (!tags.is_empty()).then_some(Value::List(tags))
        }
        "date" if !value.is_empty() => Some(Value::Date(value.to_owned())),
        _ if value.is_empty() => None,
        _ => Some(Value::Text(value.to_owned())),
    };
    set(state, &editor.text.clone(), key, value)
}

pub(super) fn add_tag(state: &mut State, tag: &str) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    let text = editor.text.clone();
    let mut tags = front::list(&text, "tags");
    tags.push(tag.to_owned());
    set(state, &text, "tags", Some(Value::List(tags)))
}

/// Sets a key, or takes it away. The caret stays at its words.
pub(super) fn set(state: &mut State, text: &str, key: &str, value: Option<Value>) -> Vec<Effect> {
    let selection = state.editor.as_ref().map(|editor| editor.selection.within(text)).unwrap_or_default();
    match front::set(text, key, value.as_ref()) {
        Ok(edit) => edit
            .and_then(|edit| Edit::joined(text, &[(edit.range, edit.replacement)], selection.into()))
            .map(|edit| apply(state, &edit))
            .unwrap_or_default(),
        Err(reason) => super::say(state, reason.to_owned(), "correct the front matter in the text first".to_owned()),
    }
}
