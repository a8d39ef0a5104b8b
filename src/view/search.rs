//! The search: a dialog with an input and hits.

use maud::{Markup, PreEscaped, html};

use super::contract::action::Action;
use super::contract::files::{SEARCH_ENGINE, SEARCH_WASM};
use super::label::Label;
use crate::content::{Message, SEARCH, Site, primary};

/// The dialog, without hits. Its links preload both files of the engine at the same time; otherwise the second would
/// be requested only after the first has loaded.
#[must_use]
pub fn search(site: &Site) -> Markup {
    let words = &site.words;
    let folder = site.base.clone() + SEARCH + &primary(&site.language);
    html! {
        dialog.search aria-label=(Label(words, Message::Search)) closedby="any" {
            link rel="modulepreload" href={ (folder) "/" (SEARCH_ENGINE) };
            link rel="preload" as="fetch" crossorigin href={ (folder) "/" (SEARCH_WASM) };
            p {
                input type="text" inputmode="search" enterkeyhint="go" aria-label=(Label(words, Message::Search)) placeholder=(Label(words, Message::Search)) autocomplete="off" spellcheck="false";
                button type="button" data-act=(Action::Close) aria-label=(Label(words, Message::Close)) { "×" }
            }
            p role="status" {}
            div.tags role="group" aria-label=(Label(words, Message::Tags)) {}
            ol {}
            button.more type="button" data-act=(Action::MoreHits) hidden { (Label(words, Message::MoreHits)) }
        }
    }
}

/// A hit. `hit`: its title and address, then title, address and excerpt (HTML) for each section, each string
/// terminated by NUL.
#[must_use]
pub fn search_hit(hit: &str) -> Markup {
    let mut texts = hit.split_terminator('\0');
    let (title, address) = (texts.next().unwrap_or_default(), texts.next().unwrap_or_default());
    html! {
        li {
            a.title href=(address) { (title) }
            @while let (Some(section), Some(address), Some(excerpt)) = (texts.next(), texts.next(), texts.next()) {
                a href=(address) {
                    @if section != title { b { (section) } " " }
                    (PreEscaped(excerpt))
                }
            }
        }
    }
}

/// Buttons to filter by tags. `tags`: one tag a line.
#[must_use]
pub fn search_tags(tags: &str) -> Markup {
    html! {
        @for tag in tags.split_terminator('\n') {
            button type="button" data-act=(Action::FilterByTag) aria-pressed="false" { (tag) }
        }
    }
}
