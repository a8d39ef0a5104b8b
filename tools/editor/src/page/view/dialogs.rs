//! Questions to the author.

mod inserted;
mod saving;
mod texts;

use maud::{Markup, html};

use super::ids;
use crate::page::state::{Dialog, State};

pub(super) fn dialog(state: &State, dialog: &Dialog) -> Markup {
    html! {
        dialog.write-dialog id=(ids::DIALOG) aria-labelledby=(ids::DIALOG_TITLE) {
            form data-do=(form(dialog)) {
                @match dialog {
                    Dialog::New { problem } => (texts::new(state, problem.as_deref())),
                    Dialog::Rename { problem } => (texts::rename(state, problem.as_deref())),
                    Dialog::Delete => (texts::delete(state)),
                    Dialog::Discard => (texts::discard(state)),
                    Dialog::Leave { .. } => (texts::leave()),
                    Dialog::Alt { url, .. } => (inserted::alt(url)),
                    Dialog::Link { query } => (inserted::link(state, query)),
                    Dialog::Token { problem, kept } => (saving::token(state, problem.as_deref(), *kept)),
                    Dialog::Propose => (saving::propose()),
                    Dialog::ByHand => (saving::by_hand(state)),
                    Dialog::Conflict(conflicts) => (saving::files(conflicts.iter().map(|conflict| conflict.path.as_str()).collect())),
                    Dialog::Keys => (keys()),
                }
            }
        }
    }
}

/// What the form of a dialog does.
fn form(dialog: &Dialog) -> &'static str {
    match dialog {
        Dialog::New { .. } => "create",
        Dialog::Rename { .. } => "rename-to",
        Dialog::Delete => "delete-now",
        Dialog::Discard => "discard-now",
        Dialog::Leave { .. } => "leave-now",
        Dialog::Alt { .. } => "alt",
        Dialog::Link { .. } => "link-first",
        Dialog::Token { kept: false, .. } => "use-token",
        Dialog::Token { kept: true, .. } => "unlock-token",
        Dialog::Propose => "propose",
        Dialog::ByHand => "by-hand",
        Dialog::Conflict(_) | Dialog::Keys => "close",
    }
}

fn title(title: &str) -> Markup {
    html! { h2 id=(ids::DIALOG_TITLE) { (title) } }
}

fn problem(problem: Option<&str>) -> Markup {
    html! { @if let Some(problem) = problem { p.write-problem role="alert" { (problem) } } }
}

fn answers(yes: &str) -> Markup {
    html! {
        div.write-answers {
            button.write-main type="submit" { (yes) }
            button type="button" data-do="close" { "Cancel" }
        }
    }
}

const KEYS: [(&str, &str); 11] = [
    ("Mod+S", "save"),
    ("Mod+B, Mod+I, Mod+E", "bold, italic, code"),
    ("Mod+K", "link"),
    ("Mod+Alt+1 … 6", "heading of that level; again for none"),
    ("Mod+Shift+7, 8, 9", "numbered list, list, quotation"),
    ("Tab, Shift+Tab", "in a list: one level deeper, or back; elsewhere the next button"),
    ("Escape, then Tab", "leave the text from a list"),
    ("Enter", "in a list: the next item; in an empty one, the end of the list"),
    ("Mod+Z, Mod+Shift+Z", "undo, redo"),
    ("Mod+F", "find and replace"),
    ("[[", "link to a text of this site"),
];

fn keys() -> Markup {
    html! {
        (title("Keys"))
        p.write-quiet { "Mod is Command on a Mac, and Control elsewhere." }
        dl.write-keys { @for (key, does) in KEYS { dt { kbd { (key) } } dd { (does) } } }
        div.write-answers { button.write-main type="submit" autofocus { "Close" } }
    }
}
