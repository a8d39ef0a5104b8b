//! The script for what readers do with pointer, keys and selections: a file of its own, without what the owner has turned off.

use crate::bundle::site::{Built, Site};

const RUN: &str = "import init from './personal-page-1.js';";
const PREVIEWS: &str = "reading-preview";

fn named(built: &Built, start: &str) -> String {
    let name = built.files().into_keys().find(|path| path.starts_with(start)).expect("a script");
    built.text(&name)
}

#[test]
fn the_script_that_starts_the_program_imports_it_and_no_page_has_it() {
    let built = Site::new().program(RUN).base("/repo/").post("hello.md", "Text.").bundle();
    let files = built.files();
    let name = files.keys().find(|path| path.starts_with("personal-page-reader-")).expect("a script");
    assert!(named(&built, "personal-page-start-").contains(&format!("import(\"./{name}\")")));
    let html = built.text("posts/hello/index.html");
    assert!(!html.contains(name) && !html.contains(PREVIEWS), "{html}");
    // A site without the program has no use for it.
    let files = Site::new().post("hello.md", "Text.").bundle().files();
    assert!(!files.keys().any(|path| path.starts_with("personal-page-reader-")));
}

#[test]
fn it_speaks_the_language_of_the_site() {
    let built = Site::new().program(RUN).config("language = \"de\"").post("hello.md", "Text.").bundle();
    let script = named(&built, "personal-page-reader-");
    for words in ["Link zu dieser Stelle kopieren", "Als Markdown kopieren", "Kopiert"] {
        assert!(script.contains(words), "{words}: {script}");
    }
    assert!(!script.contains("/* words */") && !script.contains("// "), "{script}");
}

#[test]
fn without_previews_neither_their_code_nor_their_setting_is_sent() {
    let site = || Site::new().program(RUN).post("hello.md", "Text.");
    for (built, has) in [(site().bundle(), true), (site().config("link_previews = false").bundle(), false)] {
        assert_eq!(named(&built, "personal-page-reader-").contains(PREVIEWS), has);
        assert_eq!(named(&built, "personal-page-start-").contains("Link previews"), has);
        assert!(named(&built, "personal-page-reader-").contains("copy_passage"));
    }
}
