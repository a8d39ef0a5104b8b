//! Saves: one after another, each on the files as the editor read them.

use std::fmt;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, anyhow};

use super::folder::Folder;
use super::plan::{Plan, Step};
use super::refused::Refused;
use super::request;
use super::transaction::Transactions;
use super::trash;
use crate::bundle::printable;
use crate::content::Date;
use crate::content::write::SaveResponse;

/// The saves to the site in a folder.
pub(super) struct Saves {
    folder: Folder,
    transactions: Mutex<Transactions>,
    today: Box<dyn Fn() -> Date + Send + Sync>,
}

impl Saves {
    /// Saves to the site in `root`, with their journal in `work`.
    pub(super) fn of(root: &Path, work: &Path, today: impl Fn() -> Date + Send + Sync + 'static) -> io::Result<Self> {
        let folder = Folder::of(root)?;
        let transactions = Mutex::new(Transactions::of(folder.root(), work));
        Ok(Self { folder, transactions, today: Box::new(today) })
    }

    pub(super) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Undoes a save that did not end, and returns whether there was one.
    pub(super) fn recover(&self) -> Result<bool> {
        let transactions = self.transactions.lock().unwrap_or_else(PoisonError::into_inner);
        transactions.recover().map_err(|refused| match refused {
            Refused::Because(_, refusal) => anyhow!("{}: {}", refusal.message, refusal.remedy),
            Refused::Conflict(_) => anyhow!("a former save cannot be undone"),
        })
    }

    /// Makes the changes of a request, all or none.
    pub(super) fn save(&self, body: &[u8]) -> Result<SaveResponse, Refused> {
        let (changes, message) = request::read(body, &self.folder.text_folders())?;
        let transactions = self.transactions.lock().unwrap_or_else(PoisonError::into_inner);
        transactions.recover()?;
        let Plan { steps, saved, expected, .. } = Plan::of(&self.folder, (self.today)(), changes)?;
        let check = || match expected.conflicts()? {
            conflicts if conflicts.is_empty() => Ok(()),
            conflicts => Err(Refused::Conflict(conflicts)),
        };
        check()?;
        if steps.iter().any(|step| matches!(step, Step::Move { to, .. } if trash::is_in(self.folder.root(), to))) {
            trash::prepare(self.folder.root()).map_err(|error| Refused::io(Path::new(trash::TRASH), &error))?;
        }
        if !steps.is_empty() {
            // Other programs write to these files too: the time in which a change of theirs is not seen is that of a rename.
            transactions.commit(&steps, check)?;
        }
        let message = message.lines().next().unwrap_or_default();
        println!(
            "Saved: {}",
            printable(if message.is_empty() { saved.first().map_or("nothing", |file| &file.path) } else { message })
        );
        Ok(SaveResponse { files: saved })
    }
}

impl fmt::Debug for Saves {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Saves").field("folder", &self.folder).finish_non_exhaustive()
    }
}
