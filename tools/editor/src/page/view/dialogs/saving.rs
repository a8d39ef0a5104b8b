//! Questions about saving: where, how, and what is in its way.

use maud::{Markup, html};

use super::{answers, problem, title};
use crate::page::state::State;
use crate::store::github::forms;
use crate::store::github::repository::Repository;

/// How long a token is good. Whoever writes less often makes a new one.
const TOKEN_DAYS: u16 = 90;

pub(super) fn token(state: &State, why: Option<&str>, kept: bool) -> Markup {
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

pub(super) fn propose() -> Markup {
    html! {
        (title("Propose the change?"))
        p { "The branch of the site takes changes only by pull requests: it is protected. Nothing was saved." }
        p.write-quiet { "The text goes to a branch of its own, and a pull request is opened. It is on the site when that is merged." }
        (answers("Propose"))
    }
}

pub(super) fn by_hand(state: &State) -> Markup {
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

pub(super) fn files(paths: Vec<&str>) -> Markup {
    html! {
        (title("Other files have changed"))
        p { "These files are not as they were when you opened the text. Nothing was saved." }
        ul { @for path in paths { li { (path) } } }
        (answers("Close"))
    }
}
