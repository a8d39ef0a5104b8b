//! Files that editors and systems leave beside an author's files.

use std::fs;
use std::os::unix::fs::symlink;

use crate::bundle::site::Site;

/// Of Emacs, Vim, Kate, JetBrains, gedit, LibreOffice, Microsoft Office, macOS, Windows and KDE.
const LEFTOVERS: [&str; 20] = [
    ".#hello.md",
    "#hello.md#",
    "hello.md~",
    ".hello.md.swp",
    "hello.md.swp",
    "hello.md.swo",
    "4913",
    ".hello.md.kate-swp",
    "hello.md___jb_tmp___",
    "hello.md___jb_old___",
    ".goutputstream-AB12",
    ".~lock.hello.odt#",
    "~$hello.docx",
    ".DS_Store",
    "._hello.md",
    "Thumbs.db",
    "desktop.ini",
    "Desktop.ini",
    ".directory",
    "ehthumbs.db",
];

fn names(site: Site) -> Vec<String> {
    site.bundle().files().into_keys().collect()
}

#[test]
fn a_lock_file_is_passed_over_wherever_it_is() {
    let expected = names(Site::new().post("hello.md", "Hi.").file("public/a.txt", ""));
    for name in LEFTOVERS {
        let site = Site::new().post("hello.md", "Hi.").file("public/a.txt", "").file("public/sub/.keep", "");
        fs::remove_dir_all(site.root().join("public/sub")).expect("a folder");
        for folder in ["posts", "public"] {
            // Emacs locks a file by a link that names its editor.
            symlink("owner@desk.example:4242", site.root().join(folder).join(name)).expect("a link");
        }
        assert_eq!(names(site), expected, "{name}");
        let site = Site::new().post("hello.md", "Hi.").file("public/a.txt", "");
        let site = site.file(&format!("posts/{name}"), "\0").file(&format!("public/{name}"), "\0");
        assert_eq!(names(site), expected, "{name}");
    }
}

#[test]
fn folders_of_programs_are_passed_over() {
    let expected = names(Site::new().post("hello.md", "Hi.").file("public/a.txt", ""));
    for folder in ["__MACOSX", ".git", ".hg", ".svn"] {
        let site = Site::new().post("hello.md", "Hi.").file("public/a.txt", "");
        let site =
            site.file(&format!("posts/{folder}/config.md"), "\0").file(&format!("public/{folder}/config"), "key");
        assert_eq!(names(site), expected, "{folder}");
    }
}

#[test]
fn what_only_looks_like_a_leftover_is_the_authors() {
    let site = Site::new().post("4913/index.md", "A number.").post("#1.md", "The first.").post("swp.md", "Of `.swp`.");
    let site =
        site.file("public/.nojekyll", "").file("public/.well-known/security.txt", "Contact: me").file("public/#1", "");
    let names = names(site);
    for path in [
        "posts/4913/index.html",
        "posts/1/index.html",
        "posts/swp/index.html",
        ".nojekyll",
        ".well-known/security.txt",
        "#1",
    ] {
        assert!(names.iter().any(|name| name == path), "{path} is not in {names:#?}");
    }
}

#[test]
fn a_link_to_nothing_is_a_finding_of_its_own_file() {
    let site = Site::new().post("hello.md", "[x](gone.md)").file("public/a.txt", "");
    symlink("nowhere.md", site.root().join("posts/other.md")).expect("a link");
    symlink("nowhere.css", site.root().join("public/owner.css")).expect("a link");
    let mistakes = site.mistakes();
    let nowhere = "this symbolic link points to a file that does not exist — correct or remove it";
    assert_eq!(mistakes.len(), 3, "{mistakes:#?}");
    assert!(mistakes[0].starts_with("posts/hello.md:5: \"gone.md\" leads nowhere"), "{mistakes:#?}");
    assert_eq!(mistakes[1..], [format!("posts/other.md: {nowhere}"), format!("public/owner.css: {nowhere}")]);
}

#[test]
fn a_link_to_a_leftover_says_why_it_is_not_published() {
    let site = Site::new().post("hello.md", "[x](notes.txt~) [y](/notes.txt~) [z](desktop.ini)");
    let site = site.file("posts/notes.txt~", "").file("public/notes.txt~", "").file("posts/desktop.ini", "");
    let error = |written| {
        format!(
            "posts/hello.md:5: \"{written}\" has the name of a temporary file, which is not published — give the \
             file another name"
        )
    };
    assert_eq!(site.mistakes(), ["notes.txt~", "/notes.txt~", "desktop.ini"].map(error));
}
