//! Questions to the author.

use maud::{Markup, html};

use super::ids;
use crate::page::links;
use crate::page::path;
use crate::page::state::{Dialog, Place, State};
use crate::store::github::forms;
use crate::store::github::repository::Repository;

/// How long a token is good. Whoever writes less often makes a new one.
const TOKEN_DAYS: u16 = 90;

pub(super) fn dialog(state: &State, dialog: &Dialog) -> Markup {
    html! {
        dialog.write-dialog id=(ids::DIALOG) aria-labelledby=(ids::DIALOG_TITLE) {
            form data-do=(form(dialog)) {
                @match dialog {
                    Dialog::New { problem } => (new(problem.as_deref())),
                    Dialog::Rename { problem } => (rename(state, problem.as_deref())),
                    Dialog::Delete => (delete(state)),
                    Dialog::Discard => (discard(state)),
                    Dialog::Leave { .. } => (leave()),
                    Dialog::Alt { url, .. } => (alt(url)),
                    Dialog::Link { query } => (link(state, query)),
                    Dialog::Token { problem, kept } => (token(state, problem.as_deref(), *kept)),
                    Dialog::Propose => (propose()),
                    Dialog::ByHand => (by_hand(state)),
                    Dialog::Conflict(conflicts) => (files(conflicts.iter().map(|conflict| conflict.path.as_str()).collect())),
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

fn new(why: Option<&str>) -> Markup {
    html! {
        (title("New text"))
        label for="write-new-title" { "Title" }
        input id="write-new-title" name="title" type="text" required autofocus autocomplete="off" dir="auto";
        label.write-tick { input type="checkbox" name="page"; "A page of its own, such as About, in no list" }
        (problem(why))
        (answers("Write"))
    }
}

fn rename(state: &State, why: Option<&str>) -> Markup {
    let path = state.editor.as_ref().map_or("", |editor| &editor.path);
    let is_saved = state.editor.as_ref().is_some_and(|editor| editor.base.is_some());
    html! {
        (title("Another name"))
        label for="write-name" { "Name in the address" }
        input id="write-name" name="name" type="text" value=(path::name(path)) required autofocus autocomplete="off" spellcheck="false";
        @if is_saved { p.write-quiet { "The old address leads to the new one: it becomes an alias. It is saved at once." } }
        (problem(why))
        (answers("Rename"))
    }
}

fn delete(state: &State) -> Markup {
    let path = state.editor.as_ref().map_or("", |editor| &editor.path);
    html! {
        (title("Delete this text?"))
        p { (path) }
        p.write-quiet {
            @match state.place {
                Place::GitHub => "It is deleted in a commit of its own. The history of the repository keeps it.",
                _ => "It is moved to the trash of the site, with the pictures in its folder.",
            }
        }
        (answers("Delete"))
    }
}

fn discard(state: &State) -> Markup {
    let is_new = state.editor.as_ref().is_some_and(|editor| editor.base.is_none());
    html! {
        (title(if is_new { "Discard this text?" } else { "Discard your changes?" }))
        p { @if is_new { "It is only on this device. It cannot be brought back." } @else { "The text becomes that of its file again. This cannot be undone." } }
        (answers("Discard"))
    }
}

fn leave() -> Markup {
    html! {
        (title("Leave this text without saving it?"))
        p { "This browser keeps no drafts: what is not saved is lost when you leave. Save it first, or download it." }
        div.write-answers {
            button type="submit" { "Leave and lose it" }
            button type="button" data-do="download" { "Download" }
            button.write-main type="button" data-do="close" autofocus { "Stay" }
        }
    }
}

fn alt(url: &str) -> Markup {
    html! {
        (title("What does the picture show?"))
        img.write-picture src=(url) alt="";
        label for="write-alt" { "For those who do not see it" }
        input id="write-alt" name="alt" type="text" autofocus autocomplete="off" dir="auto";
        (answers("Write it"))
    }
}

fn link(state: &State, query: &str) -> Markup {
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

fn token(state: &State, why: Option<&str>, kept: bool) -> Markup {
    let repository = state.repository.as_deref().unwrap_or_default();
    let form = Repository::on_github(repository).map(|site| forms::token(&site, TOKEN_DAYS)).unwrap_or_default();
    html! {
        @if kept {
            (title("The passphrase of your token"))
            label for="write-passphrase" { "Passphrase" }
            input id="write-passphrase" name="passphrase" type="password" required autofocus autocomplete="current-password";
            (problem(why))
            (answers("Unlock"))
            p { button.write-link type="button" data-do="forget-token" { "Forget the token on this device" } }
        } @else {
            (title("A token for GitHub"))
            p { "A token lets this page save to " b { (repository) } ", and to nothing else if you make it so:" }
            ol {
                li { a href=(form) target="_blank" rel="noopener noreferrer" { "Open GitHub’s form" } " for a fine-grained token. It has the permissions ticked that saving needs." }
                li { "Repository access: “Only select repositories”, and select " b { (repository) } "." }
                li { "Generate the token, copy it, and paste it here." }
            }
            label for="write-token" { "Token" }
            input id="write-token" name="token" type="password" required autofocus autocomplete="off" spellcheck="false";
            label for="write-passphrase" { "Passphrase, to keep it on this device (may be empty)" }
            input id="write-passphrase" name="passphrase" type="password" autocomplete="new-password";
            p.write-quiet { "Without a passphrase, the token is forgotten when this tab is closed. With one, it is kept encrypted." }
            (problem(why))
            (answers("Use it"))
        }
    }
}

fn propose() -> Markup {
    html! {
        (title("Propose the change?"))
        p { "The branch of the site takes changes only by pull requests: it is protected. Nothing was saved." }
        p.write-quiet { "The text goes to a branch of its own, and a pull request is opened. It is on the site when that is merged." }
        (answers("Propose"))
    }
}

fn by_hand(state: &State) -> Markup {
    html! {
        (title("How do you want to save it?"))
        @if let Some(repository) = &state.repository {
            p { button.write-link type="button" data-do="token" { "Give a token" } " and save to " (repository) " from here." }
            p { button.write-link type="submit" { "Open GitHub’s form" } " with this text, and save it there." }
        }
        @if state.has_folders { p { button.write-link type="button" data-do="open-folder" { "Open the site’s folder" } " on this computer, and save into it." } }
        p { button.write-link type="button" data-do="download" { "Download the file" } " and put it into the site’s folder." }
        div.write-answers { button type="button" data-do="close" { "Cancel" } }
    }
}

fn files(paths: Vec<&str>) -> Markup {
    html! {
        (title("Other files have changed"))
        p { "These files are not as they were when you opened the text. Nothing was saved." }
        ul { @for path in paths { li { (path) } } }
        (answers("Close"))
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
