//! The ids of the editor's elements.

/// What the editor fills in.
pub const WRITE: &str = "write";
/// The text field.
pub const TEXT: &str = "write-text";
/// The lines of the text behind the field.
pub const MIRROR: &str = "write-mirror";
/// The frame of the preview.
pub const PREVIEW: &str = "write-preview";
/// The live region.
pub const STATUS: &str = "write-status";
/// What is told when the program has failed.
pub const STOPPED: &str = "write-stopped";
/// The dialog.
pub const DIALOG: &str = "write-dialog";
/// The heading that names the dialog.
pub const DIALOG_TITLE: &str = "write-dialog-title";
/// The bar of find and replace.
pub const FIND: &str = "write-find";
/// What is searched.
pub const FIND_WHAT: &str = "write-find-what";
/// What is open beside the text.
pub const DRAWER: &str = "write-drawer";
/// The list of completions.
pub const CHOICES: &str = "write-choices";
/// The field by which pictures are chosen.
pub const PICTURES: &str = "write-pictures";
