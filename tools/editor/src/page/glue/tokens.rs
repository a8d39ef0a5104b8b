//! The token of GitHub: in this tab, and on this device under a passphrase.

use std::rc::Rc;

use super::app::{app, send, state};
use super::dom;
use crate::browser::vault;
use crate::page::event::Event;
use crate::page::path;
use crate::page::state::{Dialog, Place};
use crate::page::stores::{Fetch, OnGitHub, Stores, Wait};
use crate::page::view::ids;
use crate::store::github::repository::Repository;
use crate::store::github::store::GitHub;
use crate::store::github::token::Token;

/// The repository of the site, with a token or without.
pub(crate) fn github(token: Option<Token>) -> Option<Rc<OnGitHub>> {
    let root = dom::by_id::<web_sys::Element>(ids::WRITE)?;
    let branch = dom::attribute(&root, "data-branch");
    let mut site = Repository::on_github(&state(|state| state.repository.clone())?).ok()?;
    site.texts = state(|state| path::folders(&state.collections).map(str::to_owned).collect());
    site.branch = (!branch.is_empty()).then_some(branch);
    Some(Rc::new(GitHub::new(site, token, Fetch, Wait)))
}

/// Where the sealed token is stored.
fn key() -> String {
    state(|state| format!("personal-page:{}:write-token", state.base))
}

fn stored() -> Option<String> {
    dom::window().local_storage().ok()??.get_item(&key()).ok()?
}

/// Asks for the token, or for its passphrase if this device keeps it.
pub(crate) async fn ask() {
    send(Event::Ask(Dialog::Token { problem: None, kept: stored().is_some() }));
}

/// Uses a token if GitHub knows it, and keeps it under a passphrase if there is one.
pub(crate) async fn enter(text: String, passphrase: String) {
    let again = |problem: String| send(Event::Ask(Dialog::Token { problem: Some(problem), kept: false }));
    let token = match Token::new(&text) {
        Ok(token) => token,
        Err(error) => return again(error.problem().message),
    };
    if let Err(problem) = try_token(token).await {
        return again(problem);
    }
    if !passphrase.is_empty() {
        let kept = match vault::seal(&text, &passphrase).await {
            Ok(sealed) => {
                dom::window().local_storage().ok().flatten().map(|storage| storage.set_item(&key(), &sealed).is_ok())
            }
            Err(_) => None,
        };
        if kept != Some(true) {
            send(Event::Say(
                "The token is not kept on this device".to_owned(),
                "give it again in the next visit".to_owned(),
            ));
        }
    }
}

/// Decrypts the token of this device, and uses it.
pub(crate) async fn unlock(passphrase: String) {
    let again = |problem: &str| send(Event::Ask(Dialog::Token { problem: Some(problem.to_owned()), kept: true }));
    let Some(sealed) = stored() else { return ask().await };
    let Some(token) = vault::open(&sealed, &passphrase).await.and_then(|text| Token::new(&text).ok()) else {
        return again("This is not the passphrase.");
    };
    if let Err(problem) = try_token(token).await {
        again(&problem);
    }
}

async fn try_token(token: Token) -> Result<(), String> {
    let Some(store) = github(Some(token)) else { return Err("site.toml names no repository on GitHub".to_owned()) };
    let access = store.access().await.map_err(|error| {
        let problem = error.problem();
        format!("{}: {}", problem.message, problem.remedy)
    })?;
    if access.archived {
        return Err(format!("{} is archived, and nothing can be written to it", access.repository));
    }
    app(|app| app.stores = Stores::GitHub(store));
    send(Event::Pushes(access.may_push));
    send(Event::Placed(Place::GitHub));
    Ok(())
}

/// Forgets the token, here and on this device.
pub(crate) async fn forget() {
    if let Ok(Some(storage)) = dom::window().local_storage() {
        let _ = storage.remove_item(&key());
    }
    let reading = github(None).map_or(Stores::None, Stores::GitHub);
    app(|app| app.stores = reading);
}
