//! Saves, and what else is done with the store in use.

use std::future::pending;
use std::rc::Rc;

use super::app::{app, send, state};
use crate::drafts::draft::Picture;
use crate::page::event::Event;
use crate::page::state::Place;
use crate::page::stores::{OnGitHub, Stores};
use crate::page::{path, renaming};
use crate::store::folder::Folder;
use crate::store::github::deployment::{Deployment, State as Build};
use crate::store::github::propose::{Proposal, Pull};
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
    match Folder::choose(state(|state| path::folders(&state.collections).map(str::to_owned).collect())).await {
        Ok(Some(folder)) => {
            app(|app| app.stores = Stores::Folder(folder));
            send(Event::Placed(Place::Folder));
        }
        Ok(None) => {}
        Err(error) => say("Not opened", &error),
    }
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
