//! Proposing a change: a branch, in a fork if its user may not push, one commit on it, and a pull request.
//!
//! Each step is found done if it is: a proposal that was cut off goes on where it was when it is made again.

mod branch;
mod fork;
mod pull;

use std::cell::Cell;
use std::future::Future;

use super::super::{Save, Saved, StoreError};
use super::commit::Committer;
use super::fault::archived;
use super::head::{Head, of_site};
use super::http::{Http, Timer};
use super::plan::Plan;
use super::store::GitHub;

/// What is proposed, for those who decide about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The branch, named after the text: `edit/hello`. If it is taken, a number is added.
    pub branch: String,
    /// The title of the pull request.
    pub title: String,
    /// Its text, in Markdown.
    pub text: String,
}

/// What was proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The commit. Its versions are the bases of a later change of the same proposal.
    pub saved: Saved,
    /// `owner/name` of the repository that has the branch.
    pub repository: String,
    /// The branch.
    pub branch: String,
    /// The pull request.
    pub pull: Pull,
}

/// The pull request of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pull {
    /// It is open.
    Open {
        /// Its page.
        link: String,
        /// It was open before, and has one more commit now.
        updated: bool,
    },
    /// The token may not open it: this is GitHub's form, filled in.
    Form {
        /// The address of the form.
        link: String,
    },
}

/// One proposal on its way.
struct Course<'a, H, T> {
    hub: &'a GitHub<H, T>,
    proposal: &'a Proposal,
    save: &'a Save,
    /// The branch that the proposal is for.
    target: Head,
    in_doubt: &'a Cell<bool>,
}

impl<H: Http, T: Timer> GitHub<H, T> {
    /// Proposes a change, unless `cancelled` ends before. The site's branch is left as it is.
    ///
    /// # Errors
    /// As `save`. Made again, a proposal goes on where it was.
    pub async fn propose(
        &self,
        save: &Save,
        proposal: &Proposal,
        cancelled: impl Future<Output = ()>,
    ) -> Result<Proposed, StoreError> {
        let in_doubt = Cell::new(false);
        let work = async {
            let target = of_site(&self.api, &self.site).await?;
            if target.archived {
                return Err(archived());
            }
            Course { hub: self, proposal, save, target, in_doubt: &in_doubt }.run().await
        };
        self.bounded(&in_doubt, work, cancelled).await
    }
}

impl<H: Http, T: Timer> Course<'_, H, T> {
    async fn run(&self) -> Result<Proposed, StoreError> {
        let plan = Plan::of(self.save)?;
        let repository = if self.target.may_push { self.target.repository.clone() } else { self.fork().await? };
        let branch = self.branch_in(&repository, &plan).await?;
        let saved = self.committer(&repository, &branch).commit(self.save).await?;
        let pull = self.pull(&repository, &branch).await?;
        Ok(Proposed { saved, repository, branch, pull })
    }

    fn committer<'a>(&'a self, repository: &'a str, branch: &'a str) -> Committer<'a, H, T> {
        Committer {
            api: &self.hub.api,
            site: &self.hub.site,
            repository,
            branch: Some(branch),
            in_doubt: self.in_doubt,
        }
    }
}
