//! What the author sees, as pure functions of the state. Everything has the class `write-…`, and what can be done has its
//! name in `data-do`.

mod bar;
mod compare;
mod details;
mod dialogs;
mod editor;
mod find;
mod findings;
pub mod ids;
mod list;
mod words;

use maud::{Markup, html};

use super::state::State;

/// The content of `#write`.
#[must_use]
pub fn view(state: &State) -> Markup {
    html! {
        @match &state.editor {
            Some(editor) => (editor::editor(state, editor)),
            None => (list::list(state)),
        }
        p id=(ids::STATUS).unseen role="status" { (words::announcement(state)) }
        @if let Some(dialog) = &state.dialog { (dialogs::dialog(state, dialog)) }
    }
}

/// What happened last, if the author has to know.
fn notice(state: &State) -> Markup {
    html! {
        @if let Some(notice) = &state.notice {
            div.write-notice {
                p {
                    (notice.message)
                    @if !notice.remedy.is_empty() { " — " (notice.remedy) }
                    @if let Some(link) = &notice.link { " " a href=(link) target="_blank" rel="noopener noreferrer" { "See it" } }
                }
                button type="button" data-do="dismiss" aria-label="Close this message" { "×" }
            }
        }
        @if let Some(reason) = &state.refused {
            div.write-notice {
                p {
                    "This browser keeps no drafts (" (reason) "): what is not saved is lost with this tab. "
                    "Download the text before you close it."
                }
                @if state.editor.is_some() { button type="button" data-do="download" { "Download" } }
            }
        }
    }
}

#[cfg(test)]
mod tests;
