//! Files that editors, synchronisation and systems leave beside an author's own: never read, watched or published.

use std::ffi::OsStr;

/// Backups, swap and lock files, by the beginning of their names: Emacs, macOS, LibreOffice, Microsoft Office, gedit,
/// and what Linux keeps of files that were deleted while they were open.
const BEGINNINGS: [&str; 7] = [".#", "._", ".~lock.", "~$", ".goutputstream-", ".fuse_hidden", ".nfs"];

/// By their ends: most editors, Vim, Kate, the editors of JetBrains, and browsers that write to a file of the author's.
const ENDS: [&str; 9] = ["~", ".swp", ".swo", ".swn", ".swx", ".kate-swp", "___jb_tmp___", "___jb_old___", ".crswap"];

/// By their whole names, in lower case. Vim tries with `4913` whether it may write to a folder.
const NAMES: [&str; 7] = [".ds_store", ".directory", ".localized", "4913", "desktop.ini", "ehthumbs.db", "thumbs.db"];

/// Folders: what archives made on macOS unpack to, and where version control keeps its own, keys among it. In a submodule,
/// `.git` is a file.
const FOLDERS: [&str; 6] = ["__macosx", ".git", ".hg", ".svn", ".bzr", ".jj"];

/// Whether a program left the file or the folder of this name. A folder is called `4913` by its author alone.
pub fn is_leftover(name: &OsStr, is_folder: bool) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    let in_emacs = name.len() > 2 && name.starts_with('#') && name.ends_with('#');
    let file = in_emacs
        || NAMES.contains(&&*name)
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || ENDS.iter().any(|end| name.ends_with(end));
    FOLDERS.contains(&&*name) || !is_folder && file
}
