//! The bar above the text, and the line below it.

use maud::{Markup, PreEscaped, html};

use super::ids;
use super::words::{count, standing};
use crate::page::front;
use crate::page::state::{Drawer, Editor, Pane, Place, Saving, State};

/// Whose text it is, whether it is saved, and what can be done with the whole.
pub(super) fn bar(state: &State, editor: &Editor) -> Markup {
    let title = Some(editor.report.title.as_str()).filter(|title| !title.is_empty()).unwrap_or(&editor.path);
    let is_draft = front::flag(&editor.text, "draft");
    let is_busy = matches!(editor.saving, Saving::Sent(_)) || editor.is_locked();
    let cannot_save = is_busy || !editor.is_changed() || editor.is_proposed();
    html! {
        header.write-bar {
            a.write-back href="#" title="All texts" { span aria-hidden="true" { "←" } span { "Texts" } }
            h1.write-title dir="auto" title=(editor.path) { (title) }
            p.write-state data-state=(state_name(editor)) { (standing(state, editor)) }
            div.write-actions {
                button type="button" data-do="details" aria-expanded=(editor.drawer == Some(Drawer::Details)) { "Details" }
                button.write-narrow type="button" data-do="pane" aria-pressed=(editor.pane == Pane::Preview) { "Preview" }
                @if is_draft && state.place != Place::ByHand {
                    button type="button" data-do="save" disabled[cannot_save] { "Save draft" }
                    button.write-main type="button" data-do="publish" disabled[is_busy] { "Publish" }
                } @else {
                    button.write-main type="button" data-do="save" disabled[cannot_save] { (if state.proposes { "Propose" } else { "Save" }) }
                }
            }
        }
    }
}

/// The state as a word for the style.
fn state_name(editor: &Editor) -> &'static str {
    match &editor.saving {
        Saving::Failed(_) => "failed",
        _ if editor.is_locked() => "failed",
        Saving::Done(_) if !editor.is_changed() || editor.is_proposed() => "saved",
        _ if editor.is_changed() => "open",
        _ => "",
    }
}

/// The commands on the text, with their keys, and their signs. `Mod` is Command on Apple's keyboards. A sign that is no
/// part of the name is drawn by the style: those who speak to their computer say what they see.
const COMMANDS: [(&str, &str, &str); 10] = [
    ("bold", "Bold (Mod+B)", "<b>B</b>"),
    ("italic", "Italic (Mod+I)", "<i>I</i>"),
    ("link", "Link (Mod+K)", "Link"),
    ("heading", "Heading (Mod+Alt+2)", "H"),
    ("bullets", "List (Mod+Shift+8)", "•"),
    ("numbers", "Numbered list (Mod+Shift+7)", "<i data-sign=\"1.\"></i>"),
    ("quote", "Quotation (Mod+Shift+9)", "“"),
    ("code", "Code (Mod+E)", "‹›"),
    ("undo", "Undo (Mod+Z)", "↶"),
    ("redo", "Redo (Mod+Shift+Z)", "↷"),
];

/// The commands, the length of the text, and what is found in it.
pub(super) fn foot(editor: &Editor) -> Markup {
    let report = &editor.report;
    let found = report.findings.len();
    html! {
        footer.write-foot {
            div.write-commands role="toolbar" aria-label="Commands" {
                @for (name, title, shown) in COMMANDS {
                    button type="button" data-do=(name) title=(title) aria-label=(title) { span aria-hidden="true" { (PreEscaped(shown)) } }
                }
                label.write-file title="Add pictures" {
                    span { "Picture" }
                    input.unseen id=(ids::PICTURES) type="file" accept="image/*" multiple data-on="pictures";
                }
                button type="button" data-do="find" title="Find and replace (Mod+F)" aria-expanded=(editor.find.is_some()) { "Find" }
                button type="button" data-do="keys" title="All keys" aria-label="All keys" { "?" }
            }
            p.write-length { (count(report.words as usize, "word")) ", " (report.minutes.max(1)) " min" }
            button type="button" data-do="findings" aria-expanded=(editor.drawer == Some(Drawer::Findings)) {
                @if found == 0 { "Nothing found" } @else { (count(found, "finding")) }
            }
        }
    }
}
