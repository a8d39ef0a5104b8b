//! Names of files that editors, sync programs and systems leave behind: never read, watched or published.

use std::ffi::OsStr;

/// Beginnings of the names of backup, swap and lock files: of Emacs, macOS, LibreOffice, Microsoft Office, gedit, and
/// of what Linux keeps of files that were deleted while they were open.
const BEGINNINGS: [&str; 7] = [".#", "._", ".~lock.", "~$", ".goutputstream-", ".fuse_hidden", ".nfs"];

/// Ends of names: most editors, Vim, Kate, the editors of JetBrains, and browsers that write to a local file.
const ENDS: [&str; 9] = ["~", ".swp", ".swo", ".swn", ".swx", ".kate-swp", "___jb_tmp___", "___jb_old___", ".crswap"];

/// Whole names, in lower case. Vim creates `4913` to test whether it may write to a folder.
const NAMES: [&str; 7] = [".ds_store", ".directory", ".localized", "4913", "desktop.ini", "ehthumbs.db", "thumbs.db"];

/// Folders: what archives made on macOS unpack to, and data of version control, which may have keys in it. In a
/// submodule, `.git` is a file.
const FOLDERS: [&str; 6] = ["__macosx", ".git", ".hg", ".svn", ".bzr", ".jj"];

/// Whether a program left the file or the folder of this name. Only an author names a folder `4913`.
pub fn is_leftover(name: &OsStr, is_folder: bool) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    let in_emacs = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    let file = in_emacs
        || NAMES.contains(&&*name)
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || ENDS.iter().any(|end| name.ends_with(end));
    FOLDERS.contains(&&*name) || !is_folder && file
}
