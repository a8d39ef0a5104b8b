//! The list of texts and drafts.

use maud::{Markup, html};

use super::words::count;
use crate::page::rows::{Row, rows};
use crate::page::state::{Place, State};

pub(super) fn list(state: &State) -> Markup {
    let rows = rows(state);
    let (open, rest): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.is_open());
    html! {
        div.write-page {
            header.write-head {
                h1 { "Write" }
                (place(state))
            }
            (super::notice(state))
            div.write-search {
                button.write-main type="button" data-do="new" { "New text" }
                @for collection in state.collections.iter().filter(|collection| collection.is_stream) {
                    button type="button" data-do="note" data-arg=(collection.folder) { "New in " (collection.name) }
                }
                label.unseen for="write-query" { "Search titles" }
                input id="write-query" type="search" data-on="query" value=(state.list.query) placeholder="Search titles" autocomplete="off";
            }
            @if !open.is_empty() {
                section aria-labelledby="write-open" {
                    h2 id="write-open" { "Not saved" }
                    ul.write-rows { @for row in open { (row_of(row)) } }
                }
            }
            section aria-labelledby="write-stored" {
                h2 id="write-stored" { (heading(state)) }
                @if state.list.stored.is_none() && state.place != Place::ByHand { p.write-quiet { "Reading the list …" } }
                @else if rest.is_empty() { p.write-quiet { (nothing(state)) } }
                ul.write-rows { @for row in rest { (row_of(row)) } }
            }
            p.write-quiet { (count(rows.len(), "text")) }
        }
    }
}

/// Where texts are saved, and what else there is.
fn place(state: &State) -> Markup {
    html! {
        p.write-quiet {
            @match (state.place, &state.repository) {
                (Place::Local, _) => "Texts are saved in the folder of this site, on this computer.",
                (Place::Folder, _) => "Texts are saved in the folder that you opened.",
                (Place::GitHub, repository) => {
                    "Texts are saved to " (repository.as_deref().unwrap_or("GitHub")) ", and published from there. "
                    button.write-link type="button" data-do="forget-token" { "Forget the token" }
                },
                (Place::ByHand, Some(repository)) => {
                    "Drafts are kept on this device. To save them to " (repository) ", "
                    button.write-link type="button" data-do="token" { "give a token" }
                    ", or use GitHub’s own form."
                },
                (Place::ByHand, None) => "Drafts are kept on this device, and downloaded to be published.",
            }
            @if state.has_folders && matches!(state.place, Place::ByHand) {
                " " button.write-link type="button" data-do="open-folder" { "Open the site’s folder" }
            }
        }
    }
}

fn heading(state: &State) -> &'static str {
    match state.place {
        Place::Local | Place::Folder => "In the folder",
        Place::GitHub => "On GitHub",
        Place::ByHand => "Published",
    }
}

fn nothing(state: &State) -> &'static str {
    if state.list.query.is_empty() { "Nothing yet. Write the first text." } else { "No title has these words." }
}

fn row_of(row: &Row) -> Markup {
    html! {
        li {
            a href={ "#" (row.anchor()) } lang=[row.language.as_deref()] dir="auto" { (row.title) }
            p.write-quiet {
                @if let Some(date) = &row.date { time datetime=(date) { (date) } }
                span.write-path { (row.path) }
                @for mark in &row.marks { span.write-mark { (mark) } }
            }
        }
    }
}
