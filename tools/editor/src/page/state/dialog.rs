//! Questions to the author.

use crate::store::Conflict;

/// A question that is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// The title of a new text.
    New {
        /// Why the last answer does not do.
        problem: Option<String>,
    },
    /// The new path of a text.
    Rename {
        /// Why the last answer does not do.
        problem: Option<String>,
    },
    /// Whether a text is to be deleted.
    Delete,
    /// Whether a draft is to be forgotten.
    Discard,
    /// Whether a text that is kept nowhere is to be left.
    Leave {
        /// Where the author is going: a text, or the list.
        to: Option<String>,
    },
    /// What a picture shows.
    Alt {
        /// The path of the picture.
        path: String,
        /// Its address in this browser.
        url: String,
    },
    /// Which text a link leads to.
    Link {
        /// What the author searches.
        query: String,
    },
    /// The token of GitHub.
    Token {
        /// Why the last answer does not do.
        problem: Option<String>,
        /// Whether a token is kept on this device, under a passphrase.
        kept: bool,
    },
    /// Whether the change is to be proposed: the branch takes no commit of it.
    Propose,
    /// How a text is saved without a token.
    ByHand,
    /// The text cannot be saved because others have changed files.
    Conflict(Vec<Conflict>),
    /// Which keys do what.
    Keys,
}
