//! The front matter as a form. A change of a field changes that key in the text, and nothing else there.

use maud::{Markup, html};
use personal_page::bundle::Taxonomy;

use crate::page::state::{Editor, State};
use crate::page::{front, names, path};

pub(super) fn head(title: &str) -> Markup {
    html! {
        header {
            h2 { (title) }
            button.write-close type="button" data-do="close-drawer" aria-label={ "Close " (title.to_lowercase()) } { "×" }
        }
    }
}

pub(super) fn details(state: &State, editor: &Editor) -> Markup {
    let text = |key: &str| front::text(&editor.text, key).unwrap_or_default();
    let flag = |key: &str| front::flag(&editor.text, key);
    let date = text("date");
    html! {
        (head("Details"))
        div.write-form {
            (line("title", "Title", "text", &text("title")))
            label for="write-description" { "Description" }
            textarea id="write-description" data-on="field" data-arg="description" rows="3" { (text("description")) }
            @if date.is_empty() || is_day(&date) {
                (line("date", "Date", "date", &date))
                @if date.as_str() > state.today.as_str() { p.write-quiet { "It is published on that day." } }
            } @else {
                (line("date", "Date", "text", &date))
            }
            @for taxonomy in Taxonomy::ALL { (terms(state, editor, taxonomy)) }
            label.write-tick { input type="checkbox" data-on="flag" data-arg="draft" checked[flag("draft")]; "Draft: not published" }
            label.write-tick { input type="checkbox" data-on="flag" data-arg="unlisted" checked[flag("unlisted")]; "Unlisted: in no list, feed or search" }
            dl.write-file-facts {
                dt { "File" }
                dd { (editor.path) }
            }
            div.write-answers {
                @if !editor.elsewhere {
                    button type="button" data-do="rename" { @if path::is_own_folder(&editor.path) { "Rename folder" } @else { "Rename file" } }
                }
                button type="button" data-do="download" { "Download" }
                @if !editor.elsewhere {
                    @if editor.is_changed() { button type="button" data-do="discard" { "Discard changes" } }
                    @if editor.base.is_some() { button type="button" data-do="delete" { "Delete" } }
                }
            }
        }
    }
}

/// A line of the form.
fn line(key: &str, label: &str, kind: &str, value: &str) -> Markup {
    html! {
        label for={ "write-field-" (key) } { (label) }
        input id={ "write-field-" (key) } type=(kind) data-on="field" data-arg=(key) value=(value) autocomplete="off" dir=[(kind == "text").then_some("auto")];
    }
}

/// The tags, or the categories, and those of other texts, which a click adds.
fn terms(state: &State, editor: &Editor, taxonomy: Taxonomy) -> Markup {
    let key = taxonomy.key();
    let own = front::list(&editor.text, front::written(&editor.text, taxonomy));
    let pages = state.list.pages.values();
    let mut known: Vec<&str> = pages.flat_map(|page| page.terms.of(taxonomy)).map(|term| term.name.as_str()).collect();
    known.sort_unstable();
    known.dedup();
    known.retain(|name| !own.iter().any(|own| own == name));
    let label = format!("{}{}, with commas", key[..1].to_ascii_uppercase(), &key[1..]);
    html! {
        (line(key, &label, "text", &names::write(&own)))
        @if !known.is_empty() {
            p.write-tags {
                span.write-quiet { "In use: " }
                @for name in known.into_iter().take(40) { button.write-link type="button" data-do={ "add-to-" (key) } data-arg=(name) { (name) } " " }
            }
        }
    }
}

fn is_day(date: &str) -> bool {
    date.len() == 10
        && date
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}
