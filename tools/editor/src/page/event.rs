//! What happens to the editor, and what it then has the browser do.

use personal_page::bundle::preview::{PageEntry, Preview};

use super::pieces::Pieces;
use super::state::{Dialog, Place};
use crate::drafts::draft::{Draft, Picture};
use crate::store::{Listed, Save, Saved, StoreError, StoredFile, Version};
use crate::text::edit::Edit;
use crate::text::paste::Pasted;
use crate::text::selection::Selection;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The drafts of this device are read.
    Drafts(Result<Vec<Draft>, String>),
    /// The worker knows the pages of the site.
    Pages(Vec<PageEntry>),
    /// The files in the place where texts are saved are known.
    Listed(Result<Vec<Listed>, StoreError>),
    /// The file of the open text has been read again.
    Reread(StoredFile),
    /// Texts are saved in another place from now on.
    Placed(Place),
    /// The address names a text, or the list.
    Went(Option<String>),
    /// The file and the draft of a text are read. The file is `None` if it does not exist or cannot be read.
    Opened {
        /// The path.
        path: String,
        /// The file.
        file: Result<Option<StoredFile>, StoreError>,
        /// The draft.
        draft: Option<Draft>,
        /// Whether another tab edits it.
        elsewhere: bool,
        /// The block of the text to begin at, from 0.
        block: Option<usize>,
    },
    /// The author typed. `selection` is that of the text before.
    Typed {
        /// What was typed.
        edit: Edit,
        /// What was selected before.
        before: Selection,
        /// When, in milliseconds.
        now: f64,
    },
    /// The author selected something.
    Selected(Selection),
    /// The worker has read the text.
    Answered {
        /// The number of the question.
        id: u32,
        /// The answer.
        preview: Box<Preview>,
    },
    /// The draft has been written, with this text, or not.
    Kept(Result<String, String>),
    /// Another app has shared something, of which there is a draft now.
    Shared(Box<Draft>),
    /// A command: its name in `data-do`, and `data-arg`.
    Do(String, String),
    /// A field of a form has changed: its name in `data-on`, `data-arg`, and the value.
    Input(String, String, String),
    /// A form was sent: its name in `data-do`, and its fields.
    Sent(String, Vec<(String, String)>),
    /// Something of the clipboard was pasted.
    Pasted {
        /// Its HTML as Markdown, if it has any.
        pasted: Option<Pasted>,
        /// Its text.
        text: String,
    },
    /// A picture is ready to be put into the text.
    Picture {
        /// Its media type.
        media_type: String,
        /// The end of its name.
        extension: &'static str,
        /// Its size in pixels.
        size: (u32, u32),
        /// The number of its bytes among the pictures that wait.
        waiting: u32,
    },
    /// A picture cannot be used: what is wrong, and what to do.
    NoPicture(String, String),
    /// A picture of the draft has an address in this browser.
    PictureUrl(String, String),
    /// The save of the text at a path has come to an end.
    Saved(String, Result<Saved, StoreError>),
    /// The site is being built, or is built: what to say, and where it can be seen.
    Published(String, Option<String>),
    /// A text has another path now, with its file as it was saved there; or it is deleted.
    Moved(String, Option<(String, String)>),
    /// A change of the text at a path has been proposed: the path, what to say, and where it can be seen.
    Proposed(String, String, String),
    /// A question is to be asked.
    Ask(Dialog),
    /// Whether the owner of the token may push to the repository.
    Pushes(bool),
    /// Another tab edits the text at a path from now on.
    TakenOver(String),
    /// The tab edits the text at a path from now on, whose draft another one has written.
    TookOver(String, Option<Draft>),
    /// Something to say: what happened, and what to do about it.
    Say(String, String),
}

impl Event {
    /// Whether it may write the field, lock it or take its focus, and comes by itself: the author may be writing.
    #[must_use]
    pub fn interrupts(&self) -> bool {
        match self {
            Self::Opened { .. }
            | Self::Reread(_)
            | Self::Answered { .. }
            | Self::Picture { .. }
            | Self::PictureUrl(..)
            | Self::Saved(..)
            | Self::Moved(..)
            | Self::Shared(_)
            | Self::TookOver(..)
            | Self::Ask(_) => true,
            // The author does it.
            Self::Went(_)
            | Self::Typed { .. }
            | Self::Selected(_)
            | Self::Do(..)
            | Self::Input(..)
            | Self::Sent(..)
            | Self::Pasted { .. } => false,
            // The text is another tab's at once.
            Self::TakenOver(_) => false,
            Self::Drafts(_)
            | Self::Pages(_)
            | Self::Listed(_)
            | Self::Placed(_)
            | Self::Kept(_)
            | Self::NoPicture(..)
            | Self::Published(..)
            | Self::Proposed(..)
            | Self::Pushes(_)
            | Self::Say(..) => false,
        }
    }
}

/// Something that the browser is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Reads the list of files.
    List,
    /// Reads the file of the open text again.
    Reread(String),
    /// Reads the drafts of this device.
    ReadDrafts,
    /// Reads a text, and asks for its lock.
    Open {
        /// Its path.
        path: String,
        /// The block of the text to begin at, from 0.
        block: Option<usize>,
    },
    /// Shows the list or a text in the address.
    Go(Option<String>),
    /// Frees the lock of the open text.
    Release,
    /// Asks for the lock of a text, which has just got its path.
    Hold(String),
    /// Takes the open text over from another tab.
    TakeOver(String),
    /// Puts a whole text into the field.
    Fill,
    /// Shows the text of the state in the field.
    Show,
    /// Selects what the state says, and brings it into view.
    Reveal,
    /// Asks the worker.
    Ask,
    /// Shows the page in the preview.
    Preview(Pieces),
    /// Draws the lines and marks behind the field, when the browser is idle.
    Mark,
    /// Writes the draft soon.
    Keep,
    /// Writes the draft at once.
    KeepNow,
    /// Removes a draft.
    Forget(String, Vec<Picture>),
    /// Removes the draft at a path if it has this text, which is saved.
    ForgetSaved(String, String),
    /// Gives the bytes of a picture that waits a path, or drops them.
    Take(u32, Option<String>),
    /// Moves the bytes of pictures to other paths: the old and the new ones.
    MovePictures(Vec<(String, String)>),
    /// Saves, with the bytes of these pictures.
    Save(Save, Vec<Picture>),
    /// Moves a text to another path: reads the files of its folder, and saves.
    Move {
        /// The path it has.
        from: String,
        /// The path it gets.
        to: String,
        /// The version that was opened.
        base: Version,
        /// Its bytes.
        file: String,
    },
    /// Deletes a text, with its folder if it has one to itself.
    Delete(String),
    /// Gives the author the file.
    Download,
    /// Opens GitHub's form with the text.
    Form,
    /// Opens a folder of the disk.
    OpenFolder,
    /// Uses a token, and keeps it on this device if there is a passphrase.
    UseToken(String, String),
    /// Decrypts the token of this device.
    UnlockToken(String),
    /// Forgets the token.
    ForgetToken,
    /// Asks for the token.
    AskToken,
    /// Gives an element the focus.
    Focus(&'static str),
    /// Follows the build of the site after a commit.
    Watch(String),
}
