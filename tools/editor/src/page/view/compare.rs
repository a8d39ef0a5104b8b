//! Two texts of one file, side by side, where they conflict.

use maud::{Markup, html};

use super::ids;
use crate::page::state::{Choice, Comparison, Editor};

pub(super) fn compare(editor: &Editor, comparison: &Comparison) -> Markup {
    let open = comparison.choices.iter().filter(|choice| choice.is_none()).count();
    html! {
        section.write-compare id=(ids::DRAWER) aria-labelledby="write-compare-title" {
            h2 id="write-compare-title" { "This file has changed where you changed it, too" }
            p { (editor.path) ": choose what stays of each place. All other changes of both are in the text already." }
            ol.write-conflicts {
                @for (index, conflict) in comparison.conflicts.iter().enumerate() {
                    li {
                        div.write-sides {
                            (side(index, "Yours", "mine", &conflict.mine, comparison.choices.get(index).copied().flatten() == Some(Choice::Mine)))
                            (side(index, "There", "theirs", &conflict.theirs, comparison.choices.get(index).copied().flatten() == Some(Choice::Theirs)))
                        }
                        button type="button" data-do="choose-both" data-arg=(index)
                            aria-pressed=(comparison.choices.get(index).copied().flatten() == Some(Choice::Both)) { "Keep both" }
                    }
                }
            }
            div.write-answers {
                button.write-main type="button" data-do="merge" disabled[open > 0] { "Use this text" }
                button type="button" data-do="download" { "Download yours" }
                @if open > 0 { p.write-quiet role="status" { (super::words::count(open, "place")) " to choose" } }
            }
        }
    }
}

fn side(index: usize, name: &str, choice: &str, text: &str, chosen: bool) -> Markup {
    html! {
        div data-chosen[chosen] {
            button type="button" data-do={ "choose-" (choice) } data-arg=(index) aria-pressed=(chosen) { (name) }
            @if text.is_empty() { p.write-quiet { "(nothing: these lines were deleted)" } }
            @else { pre dir="auto" tabindex="0" { (text) } }
        }
    }
}
