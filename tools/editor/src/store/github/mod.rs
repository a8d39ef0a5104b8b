//! Saving on GitHub from the published page, without a server of its own: a token, and GitHub's API.
//!
//! A save is one commit by `createCommitOnBranch`, which GitHub makes only if the branch is where it was read.
//!
//! | Modules | |
//! | --- | --- |
//! | [`token`], [`http`], [`repository`], `race` | what is given: who asks, how, and where |
//! | `address`, `fault`, `api` | calls, and what goes wrong with them |
//! | `head`, `files`, `plan`, `commit` | the branch, its files, the changes of a save, and their commit |
//! | [`store`], [`propose`], [`deployment`] | saving, proposing, and when it is live |
//! | [`forms`] | GitHub's own pages, for those without a token |

mod address;
mod api;
mod commit;
pub mod deployment;
mod fault;
mod files;
pub mod forms;
mod head;
pub mod http;
mod plan;
pub mod propose;
mod race;
pub mod repository;
pub mod store;
pub mod token;
