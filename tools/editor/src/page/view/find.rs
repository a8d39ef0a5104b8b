//! The bar of find and replace.

use maud::{Markup, html};

use super::ids;
use crate::page::state::Find;

pub(super) fn find(find: &Find) -> Markup {
    let (found, selected) = find.found;
    html! {
        search.write-find id=(ids::FIND) {
            label for=(ids::FIND_WHAT) { "Find" }
            input id=(ids::FIND_WHAT) type="text" data-on="find" value=(find.query.words) autocomplete="off" spellcheck="false";
            button type="button" data-do="find-previous" aria-label="Previous" title="Previous (Shift+Enter)" { "↑" }
            button type="button" data-do="find-next" aria-label="Next" title="Next (Enter)" { "↓" }
            p.write-quiet aria-live="polite" {
                @match (found, selected) {
                    (0, _) if find.query.words.is_empty() => "",
                    (0, _) => "not found",
                    (_, Some(selected)) => { (selected) " of " (found) },
                    (_, None) => { (found) " found" },
                }
            }
            label.write-tick { input type="checkbox" data-on="find-case" checked[find.query.match_case]; "Same case" }
            label for="write-replacement" { "Replace with" }
            input id="write-replacement" type="text" data-on="replacement" value=(find.replacement) autocomplete="off" spellcheck="false";
            button type="button" data-do="replace" { "Replace" }
            button type="button" data-do="replace-all" { "All" }
            button.write-close type="button" data-do="find" aria-label="Close find and replace" { "×" }
        }
    }
}
