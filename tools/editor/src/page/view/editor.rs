//! The open text: bar, text, preview, and what is open beside them.

use maud::{Markup, html};

use super::{bar, compare, details, find, findings, ids, notice};
use crate::page::state::{Completion, Drawer, Editor, Pane, State};

pub(super) fn editor(state: &State, editor: &Editor) -> Markup {
    let pane = match editor.pane {
        Pane::Text => "text",
        Pane::Preview => "preview",
    };
    html! {
        div.write-editor data-pane=(pane) {
            (bar::bar(state, editor))
            (notice(state))
            @if editor.elsewhere {
                div.write-notice {
                    p { "This text is open in another tab. Here it can only be read." }
                    button type="button" data-do="take-over" { "Edit it here" }
                }
            }
            @if let Some(find) = &editor.find { (find::find(find)) }
            div.write-panes id="write-panes" {
                div.write-writing id="write-writing" {
                    // Filled in by the program line by line, and never drawn anew.
                    div id=(ids::MIRROR) data-own="" aria-hidden="true" {}
                    textarea id=(ids::TEXT) data-own="" data-field="" aria-label="Text, in Markdown" dir="auto"
                        spellcheck="true" autocapitalize="sentences" autocomplete="off" lang=[editor.report.language.as_deref()]
                        aria-autocomplete="list" aria-controls=[editor.completion.as_ref().map(|_| ids::CHOICES)]
                        aria-activedescendant=[editor.completion.as_ref().map(|list| choice_id(list.chosen))] {}
                    @if let Some(completion) = &editor.completion { (choices(completion)) }
                }
                iframe id=(ids::PREVIEW) data-own="" title="Preview" sandbox="allow-same-origin" {}
                @if let Some(comparison) = &editor.merge { (compare::compare(editor, comparison)) }
                @else if let Some(drawer) = editor.drawer {
                    aside id=(ids::DRAWER) aria-label=(match drawer { Drawer::Details => "Details", Drawer::Findings => "Findings" }) {
                        @match drawer {
                            Drawer::Details => (details::details(state, editor)),
                            Drawer::Findings => (findings::findings(editor)),
                        }
                    }
                }
            }
            (bar::foot(editor))
        }
    }
}

/// What can complete the words before the caret.
fn choices(completion: &Completion) -> Markup {
    html! {
        ul id=(ids::CHOICES) role="listbox" aria-label="Texts to link to" {
            @for (index, (shown, _)) in completion.choices.iter().enumerate() {
                li id=(choice_id(index)) role="option" aria-selected=(index == completion.chosen)
                    data-do="complete" data-arg=(index) { (shown) }
            }
        }
    }
}

fn choice_id(index: usize) -> String {
    format!("write-choice-{index}")
}
