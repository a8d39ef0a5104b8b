//! Questions about what is put into a text: pictures and links.

use maud::{Markup, html};

use super::{answers, title};
use crate::page::links;
use crate::page::state::State;

pub(super) fn alt(url: &str) -> Markup {
    html! {
        (title("What does the picture show?"))
        img.write-picture src=(url) alt="";
        label for="write-alt" { "For those who do not see it" }
        input id="write-alt" name="alt" type="text" autofocus autocomplete="off" dir="auto";
        (answers("Write it"))
    }
}

pub(super) fn link(state: &State, query: &str) -> Markup {
    let found = links::find(state, query);
    html! {
        (title("Link to a text of this site"))
        label for="write-link-query" { "Title" }
        input id="write-link-query" type="search" data-on="link-query" value=(query) autofocus autocomplete="off";
        ul.write-rows {
            @for page in &found { li { button.write-link type="button" data-do="link-to" data-arg=(page.source) { (page.title) } } }
        }
        @if found.is_empty() { p.write-quiet { "No title has these words." } }
        (answers("Link to the first"))
    }
}
