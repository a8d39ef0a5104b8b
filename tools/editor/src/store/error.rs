//! Why a store could not do something, in words for an author.

use super::StoredFile;

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub message: String,
    /// What the author does about it.
    pub remedy: String,
}

impl Problem {
    /// A problem and its remedy.
    pub fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { message: message.into(), remedy: remedy.into() }
    }
}

/// A file that somebody else has changed since its base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The path that the save would have written.
    pub path: String,
    /// The file as it is in the store now; none if it is not there.
    pub theirs: Option<StoredFile>,
}

/// Why a store could not do something. After every error but [`StoreError::Uncertain`], nothing of a save is in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// Files are not at the base of the change.
    Conflict(Vec<Conflict>),
    /// The store does not know who asks: no token, or one that is wrong or has expired.
    Unauthorised(Problem),
    /// The store knows who asks, and does not allow it.
    Forbidden(Problem),
    /// The branch takes changes only by pull requests: the change can be proposed.
    Protected(Problem),
    /// There is no such file, branch or repository, or none that may be seen.
    NotFound(Problem),
    /// Too many requests.
    Limited {
        /// After how many seconds the store answers again.
        retry_after_s: u32,
    },
    /// The store understands the request, and does not do it.
    Refused(Problem),
    /// No answer came, and nothing was changed.
    Unreachable(Problem),
    /// The store has an error of its own.
    Server {
        /// The status of HTTP.
        status: u16,
        /// What the store says about it.
        message: String,
    },
    /// The save was cancelled before anything was changed.
    Cancelled,
    /// A save was sent, and nothing tells whether it was carried out. Saving the same again is safe: a save that was carried
    /// out is recognised.
    Uncertain(Problem),
}

impl StoreError {
    /// What is wrong, and what to do about it, in words for an author.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Conflict(conflicts) => conflicting(conflicts),
            Self::Unauthorised(problem)
            | Self::Forbidden(problem)
            | Self::Protected(problem)
            | Self::NotFound(problem)
            | Self::Refused(problem)
            | Self::Unreachable(problem)
            | Self::Uncertain(problem) => problem.clone(),
            Self::Limited { retry_after_s } => Problem::new(
                "too many requests were sent in a short time",
                format!("wait {}, then save again; the draft is kept on this device", duration(*retry_after_s)),
            ),
            Self::Server { status, message } => Problem::new(
                format!("the server failed with status {status}: {message}"),
                "save again in a minute; the draft is kept on this device",
            ),
            Self::Cancelled => {
                Problem::new("the save was cancelled, and nothing was saved", "save again when you like")
            }
        }
    }
}

fn conflicting(conflicts: &[Conflict]) -> Problem {
    let paths: Vec<&str> = conflicts.iter().map(|conflict| conflict.path.as_str()).collect();
    Problem::new(
        format!("changed by somebody else since you opened it: {}", paths.join(", ")),
        "compare both texts, decide what stays, and save again",
    )
}

fn duration(seconds: u32) -> String {
    match seconds {
        0 | 1 => "1 second".to_owned(),
        2..=90 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}
