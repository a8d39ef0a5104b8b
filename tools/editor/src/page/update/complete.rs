//! Links to texts of the site, completed by their titles: behind `[[` and `](`.

use super::apply;
use crate::page::event::Effect;
use crate::page::links::{address, find};
use crate::page::state::{Completion, State};
use crate::page::view::ids;
use crate::text::edit::Edit;
use crate::text::lines::line_at;

/// Searches longer than this are words of the author, not of a title.
const MAX_QUERY_BYTES: usize = 80;

pub(super) fn is_one(name: &str) -> bool {
    matches!(name, "complete" | "choice-next" | "choice-previous" | "complete-chosen" | "link-to")
}

/// Offers texts, if the caret is behind `[[` or `](` and a part of a title.
pub(super) fn offer(state: &mut State) {
    let completion = offered(state);
    if let Some(editor) = state.editor.as_deref_mut() {
        editor.completion = completion;
    }
}

fn offered(state: &State) -> Option<Completion> {
    let editor = state.editor.as_deref()?;
    let caret = editor.selection.within(&editor.text);
    let line = &editor.text[line_at(&editor.text, caret.start).start..caret.start];
    let (at, opened) =
        [line.rfind("[["), line.rfind("](")].into_iter().flatten().max().map(|at| (at, &line[at..at + 2]))?;
    let query = &line[at + 2..];
    let ends = if opened == "[[" { "]" } else { ")" };
    // An address that begins like one is not a title.
    let is_address =
        opened == "](" && (query.is_empty() || query.starts_with(['.', '/', '#']) || query.contains("://"));
    if !caret.is_empty() || query.len() > MAX_QUERY_BYTES || query.contains(ends) || is_address {
        return None;
    }
    let start = caret.start - query.len() - if opened == "[[" { 2 } else { 0 };
    let choice = |page: &personal_page::bundle::preview::PageEntry| {
        let address = address(&editor.path, &page.source);
        let put = if opened == "[[" { format!("[{}]({address})", escaped(&page.title)) } else { format!("{address})") };
        (page.title.clone(), put)
    };
    let choices: Vec<_> = find(state, query).into_iter().map(choice).collect();
    (!choices.is_empty()).then_some(Completion { range: start..caret.start, choices, chosen: 0 })
}

/// A title as the words of a link.
fn escaped(title: &str) -> String {
    title.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

pub(super) fn act(state: &mut State, name: &str, argument: &str) -> Vec<Effect> {
    if name == "link-to" {
        return link_to(state, argument);
    }
    let Some(editor) = state.editor.as_deref_mut() else { return Vec::new() };
    let Some(completion) = editor.completion.as_mut() else { return Vec::new() };
    let number = completion.choices.len();
    let chosen = match name {
        "choice-next" => return choose(completion, 1, number),
        "choice-previous" => return choose(completion, number - 1, number),
        "complete" => argument.parse().unwrap_or(0),
        _ => completion.chosen,
    };
    let Some((_, put)) = completion.choices.get(chosen) else { return Vec::new() };
    let edit = Edit::replace(completion.range.clone(), put.clone());
    let mut effects = apply(state, &edit);
    effects.push(Effect::Focus(ids::TEXT));
    effects
}

fn choose(completion: &mut Completion, step: usize, number: usize) -> Vec<Effect> {
    completion.chosen = (completion.chosen + step) % number;
    Vec::new()
}

/// Links what is selected, or the title of the text, to a text.
fn link_to(state: &mut State, source: &str) -> Vec<Effect> {
    state.dialog = None;
    let Some(page) = state.list.pages.get(source) else { return Vec::new() };
    let Some(editor) = state.editor.as_deref() else { return Vec::new() };
    let range = editor.selection.within(&editor.text);
    let words = match &editor.text[range.clone()] {
        "" => escaped(&page.title),
        selected => selected.to_owned(),
    };
    let edit = Edit::replace(range, format!("[{words}]({})", address(&editor.path, source)));
    let mut effects = apply(state, &edit);
    effects.push(Effect::Focus(ids::TEXT));
    effects
}

/// Links to the first text that the dialog shows.
pub(super) fn link_first(state: &mut State) -> Vec<Effect> {
    let Some(crate::page::state::Dialog::Link { query }) = &state.dialog else { return Vec::new() };
    let first = find(state, query).first().map(|page| page.source.clone());
    first.map(|source| link_to(state, &source)).unwrap_or_default()
}
