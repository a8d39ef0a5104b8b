//! The form of the front matter: each change is an edit of the text.

use personal_page::bundle::Taxonomy;

use super::apply;
use crate::page::event::Effect;
use crate::page::state::State;
use crate::page::{front, names};
use crate::text::edit::Edit;
use crate::text::front_matter::Value;

/// A field has another value. An empty one takes its key away.
pub(super) fn changed(state: &mut State, key: &str, value: &str) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    let taxonomy = Taxonomy::ALL.into_iter().find(|taxonomy| taxonomy.key() == key);
    let key = taxonomy.map_or(key, |taxonomy| front::written(&editor.text, taxonomy));
    let value = match key {
        "draft" | "unlisted" if value == "true" => Some(Value::Flag(true)),
        "draft" | "unlisted" => None,
        _ if taxonomy.is_some() => {
            let names = names::read(value);
            (!names.is_empty()).then_some(Value::List(names))
        }
        "date" if !value.is_empty() => Some(Value::Date(value.to_owned())),
        _ if value.is_empty() => None,
        _ => Some(Value::Text(value.to_owned())),
    };
    set(state, &editor.text.clone(), key, value)
}

/// The taxonomy that an action adds a name of.
pub(super) fn taxonomy_of(action: &str) -> Option<Taxonomy> {
    let key = action.strip_prefix("add-to-")?;
    Taxonomy::ALL.into_iter().find(|taxonomy| taxonomy.key() == key)
}

pub(super) fn add_term(state: &mut State, taxonomy: Taxonomy, name: &str) -> Vec<Effect> {
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    let text = editor.text.clone();
    let key = front::written(&text, taxonomy);
    let mut names = front::list(&text, key);
    names.push(name.to_owned());
    set(state, &text, key, Some(Value::List(names)))
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
