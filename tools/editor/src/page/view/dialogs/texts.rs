//! Questions about a text as a whole.

use maud::{Markup, html};

use super::{answers, problem, title};
use crate::page::path;
use crate::page::state::{Place, State};

pub(super) fn new(state: &State, why: Option<&str>) -> Markup {
    html! {
        (title("New text"))
        label for="write-new-title" { "Title" }
        input id="write-new-title" name="title" type="text" required autofocus autocomplete="off" dir="auto";
        @if !state.collections.is_empty() {
            label for="write-new-folder" { "In" }
            select id="write-new-folder" name="folder" {
                option value=(path::POSTS) { "Posts" }
                @for collection in &state.collections { option value=(collection.folder) { (collection.name) } }
            }
        }
        label.write-tick { input type="checkbox" name="page"; "A page of its own, such as About, in no list" }
        (problem(why))
        (answers("Write"))
    }
}

pub(super) fn rename(state: &State, why: Option<&str>) -> Markup {
    let path = state.editor.as_ref().map_or("", |editor| &editor.path);
    let is_saved = state.editor.as_ref().is_some_and(|editor| editor.base.is_some());
    html! {
        (title("Another name"))
        label for="write-name" { "Name in the address" }
        input id="write-name" name="name" type="text" value=(path::name(path)) required autofocus autocomplete="off" spellcheck="false";
        @if is_saved { p.write-quiet { "The old address leads to the new one: it becomes an alias. It is saved at once." } }
        (problem(why))
        (answers("Rename"))
    }
}

pub(super) fn delete(state: &State) -> Markup {
    let path = state.editor.as_ref().map_or("", |editor| &editor.path);
    html! {
        (title("Delete this text?"))
        p { (path) }
        p.write-quiet {
            @match state.place {
                Place::GitHub => "It is deleted in a commit of its own. The history of the repository keeps it.",
                _ => "It is moved to the trash of the site, with the pictures in its folder.",
            }
        }
        (answers("Delete"))
    }
}

pub(super) fn discard(state: &State) -> Markup {
    let is_new = state.editor.as_ref().is_some_and(|editor| editor.base.is_none());
    html! {
        (title(if is_new { "Discard this text?" } else { "Discard your changes?" }))
        p { @if is_new { "It is only on this device. It cannot be brought back." } @else { "The text becomes that of its file again. This cannot be undone." } }
        (answers("Discard"))
    }
}

pub(super) fn leave() -> Markup {
    html! {
        (title("Leave this text without saving it?"))
        p { "This browser keeps no drafts: what is not saved is lost when you leave. Save it first, or download it." }
        div.write-answers {
            button type="submit" { "Leave and lose it" }
            button type="button" data-do="download" { "Download" }
            button.write-main type="button" data-do="close" autofocus { "Stay" }
        }
    }
}
