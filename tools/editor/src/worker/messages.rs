//! The messages between the page and its worker: JSON texts. Of what is long, only what has changed since the last message
//! of its kind.

use personal_page::bundle::preview::{NewPicture, Preview};
use serde::{Deserialize, Serialize};

use crate::text::edit::Edit;

/// A message to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// A text to prepare.
    Ask(Ask),
    /// The site has changed: its data is to be loaded again.
    Refresh,
}

/// A message from the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// It has the data of the site, and can be asked. After a refresh, too.
    Ready,
    /// A text is prepared. There may be a second answer to a question, when a grammar has been loaded.
    Answer(Answer),
    /// Something could not be loaded, or the worker is about to fail.
    Trouble(String),
}

/// A question to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// The number of the question. Later ones are greater.
    pub id: u32,
    /// What is asked. The text is the change of that of the last question.
    pub question: Question<Edit>,
}

/// A text, and what it is prepared with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Question<Text = String> {
    /// The path of its file below the folder of the site: `posts/hello.md`.
    pub path: String,
    /// The whole file.
    pub text: Text,
    /// Pictures that are not saved yet.
    pub pictures: Vec<NewPicture>,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The number of the question.
    pub id: u32,
    /// The change of the HTML of the last answer.
    pub html: Edit,
    /// The prepared text without its HTML.
    pub preview: Box<Preview>,
}
