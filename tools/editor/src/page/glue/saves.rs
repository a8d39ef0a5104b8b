//! Saves, and what else is done with the store in use.

use std::future::pending;
use std::rc::Rc;

use super::app::{app, send, state};
use super::dom;
use crate::browser::vault;
use crate::drafts::draft::Picture;
use crate::page::event::Event;
use crate::page::state::{Dialog, Place};
use crate::page::stores::{Fetch, OnGitHub, Stores, Wait};
use crate::page::{path, renaming};
use crate::store::folder::Folder;
use crate::store::github::deployment::{Deployment, State as Build};
use crate::store::github::propose::{Proposal, Pull};
use crate::store::github::repository::Repository;
use crate::store::github::store::GitHub;
use crate::store::github::token::Token;
use crate::store::{Change, Save, Store, StoreError, Version};

/// Reads the list of files.
pub(crate) async fn list() {
    let (place, stores) = (state(|state| state.place), app(|app| app.stores.clone()));
    if place != Place::ByHand {
        send(Event::Listed(stores.list().await));
    }
}

/// Saves a text with its pictures.
pub(crate) async fn save(mut save: Save, pictures: Vec<Picture>) {
    let Some(path) = save.changes.first().map(|change| change.path().to_owned()) else { return };
    let mut missing = Vec::new();
    app(|app| {
        for picture in pictures {
            match app.pictures.get(&picture.path) {
                Some(loaded) => {
                    save.changes.push(Change::Write { path: picture.path, bytes: loaded.bytes.clone(), base: None });
                }
                None => missing.push(picture.path),
            }
        }
    });
    if !missing.is_empty() {
        let message = format!("This browser does not have {} any more. The text is saved without.", missing.join(", "));
        send(Event::Say(message, "Take it out of the text, and add the picture again.".to_owned()));
    }
    let stores = app(|app| app.stores.clone());
    match stores {
        Stores::GitHub(store) if state(|state| state.proposes) => propose(&store, path, save).await,
        _ => send(Event::Saved(path, stores.save(&save).await)),
    }
}

/// Proposes a change: its author may not push to the repository.
async fn propose(store: &OnGitHub, path: String, save: Save) {
    let proposal = Proposal {
        branch: format!("edit/{}", path::name(&path)),
        title: save.message.clone(),
        text: "Written in the editor of the site.".to_owned(),
    };
    match store.propose(&save, &proposal, pending()).await {
        Ok(proposed) => {
            let (message, link) = match proposed.pull {
                Pull::Open { link, updated: false } => ("Proposed: a pull request is open.", link),
                Pull::Open { link, updated: true } => ("The pull request has this change, too.", link),
                Pull::Form { link } => ("The change is on a branch. Open the pull request with GitHub’s form.", link),
            };
            send(Event::Proposed(path, message.to_owned(), link));
        }
        Err(error) => send(Event::Saved(path, Err(error))),
    }
}

/// Moves a text, and with one that has a folder to itself all files in it.
pub(crate) async fn rename(from: String, to: String, base: Version, file: String) {
    let stores = app(|app| app.stores.clone());
    let result = async {
        let files = stores.list().await?;
        let changes = renaming::changes(&from, &to, base, &file, &files);
        stores.save(&Save { changes, message: format!("Rename {from} to {to}") }).await
    };
    match result.await {
        Ok(_) => send(Event::Moved(from, Some((to, file)))),
        Err(error) => say("Not renamed", &error),
    }
}

/// Deletes a text, and with one that has a folder to itself all files in it.
pub(crate) async fn delete(path: String) {
    let stores = app(|app| app.stores.clone());
    let result = async {
        let own = path::is_own_folder(&path).then(|| path::folder(&path).to_owned());
        let is_one = |file: &str| file == path || own.as_deref().is_some_and(|own| file.starts_with(own));
        let files = stores.list().await?.into_iter().filter(|file| is_one(&file.path));
        let changes = files.map(|file| Change::Delete { path: file.path, base: file.version }).collect();
        stores.save(&Save { changes, message: format!("Delete {path}") }).await
    };
    match result.await {
        Ok(_) => send(Event::Moved(path, None)),
        Err(error) => say("Not deleted", &error),
    }
}

fn say(what: &str, error: &StoreError) {
    let problem = error.problem();
    let remedy = match error {
        // A proposal is of the text alone.
        StoreError::Protected(_) => "do it with git, on a branch of its own, and open a pull request".to_owned(),
        _ => problem.remedy,
    };
    send(Event::Say(format!("{what}: {}", problem.message), remedy));
}

/// Lets the author choose the folder of the site, and saves there from now on.
pub(crate) async fn open_folder() {
    match Folder::choose().await {
        Ok(Some(folder)) => {
            app(|app| app.stores = Stores::Folder(folder));
            send(Event::Placed(Place::Folder));
        }
        Ok(None) => {}
        Err(error) => say("Not opened", &error),
    }
}

/// The repository of the site, with a token or without.
pub(crate) fn github(token: Option<Token>) -> Option<Rc<OnGitHub>> {
    let root = dom::by_id::<web_sys::Element>(crate::page::view::ids::WRITE)?;
    let branch = dom::attribute(&root, "data-branch");
    let mut site = Repository::on_github(&state(|state| state.repository.clone())?).ok()?;
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
pub(crate) async fn ask_token() {
    send(Event::Ask(Dialog::Token { problem: None, kept: stored().is_some() }));
}

/// Uses a token if GitHub knows it, and keeps it under a passphrase if there is one.
pub(crate) async fn use_token(text: String, passphrase: String) {
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
pub(crate) async fn unlock_token(passphrase: String) {
    let again = |problem: &str| send(Event::Ask(Dialog::Token { problem: Some(problem.to_owned()), kept: true }));
    let Some(sealed) = stored() else { return ask_token().await };
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
pub(crate) async fn forget_token() {
    if let Ok(Some(storage)) = dom::window().local_storage() {
        let _ = storage.remove_item(&key());
    }
    let reading = github(None).map_or(Stores::None, Stores::GitHub);
    app(|app| app.stores = reading);
}

/// Says how far the site with a commit is.
pub(crate) async fn watch(commit: String) {
    let Stores::GitHub(store) = app(|app| app.stores.clone()) else { return };
    let tell = |build: Build, link: Option<String>| {
        let message = match build {
            Build::Waiting => return,
            Build::Building => "Saved. The site is being built.",
            Build::Live => "Saved, and on the site.",
            Build::Failed => "Saved, but the build of the site has failed. The site is as before.",
            Build::Cancelled => "Saved. Another build of the site takes the place of this one.",
        };
        send(Event::Published(message.to_owned(), link));
    };
    // Until the token is forgotten, or another place is in use.
    let is_in_use = || app(|app| matches!(&app.stores, Stores::GitHub(used) if Rc::ptr_eq(used, &store)));
    let tell = |now: &Deployment| tell(now.state, now.site.clone().or_else(|| now.run.clone()));
    // A token that may not see builds has saved all the same.
    let _ = store.until_deployed(&commit, is_in_use, tell).await;
}
