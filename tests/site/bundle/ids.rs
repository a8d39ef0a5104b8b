//! The ids of the engine's own elements: no text of an author can have one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use personal_page::bundle::english;
use personal_page::view;
use walkdir::WalkDir;

use crate::bundle::site::{Built, Site};

/// What precedes an id that is set or looked up, in HTML, Rust, JavaScript and CSS.
const BEFORE: [&str; 6] =
    [" id=\"", " id=\\\"", "getElementById(\"", "getElementById(\\\"", "get_element_by_id(\"", "querySelector(\"#"];

/// All ids in some HTML or code.
fn ids(text: &str) -> BTreeSet<String> {
    let after = BEFORE.into_iter().flat_map(|before| text.split(before).skip(1));
    let id = |rest: &str| rest.split(['"', '\\', ' ', '{', '<', ':']).next().unwrap_or_default().to_owned();
    after.map(id).filter(|id| !id.is_empty()).collect()
}

/// The ids of the author's headings in a site.
fn of_headings(built: &Built) -> BTreeSet<String> {
    let data = built.files().into_iter().filter(|(path, _)| path.ends_with("index.json"));
    let pages = data.map(|(_, bytes)| serde_json::from_slice(&bytes).expect("the data of a page"));
    let of_page = |page: personal_page::content::Page| match page.content {
        personal_page::content::Content::Article(article) => {
            article.contents.into_iter().map(|heading| heading.id).collect()
        }
        _ => Vec::new(),
    };
    pages.flat_map(of_page).collect()
}

/// Whether a heading cannot have the id, whether given or generated.
fn is_refused(id: &str) -> bool {
    let given = Site::new().post("hello.md", &format!("## A {{#{id}}}")).mistakes();
    let built = Site::new().post("hello.md", &format!("## {id}")).bundle();
    let made = &built.article("posts/hello/").contents[0].id;
    given == [format!("posts/hello.md:5: the id \"{id}\" is taken — give this heading another id than {{#{id}}}")]
        && made != id
}

#[test]
fn no_heading_takes_an_id_that_a_page_has() {
    let mut site = Site::of_fixture("site").drafts().lenient();
    site.options.offline = true;
    let config = fs::read_to_string(site.root().join("site.toml")).expect("a configuration");
    let built = site.file("site.toml", format!("offline = true\n{config}")).bundle();
    let documents = built.files().into_iter().filter(|(path, _)| path.ends_with(".html"));
    let mut all: BTreeSet<String> = documents.flat_map(|(_, bytes)| ids(&String::from_utf8_lossy(&bytes))).collect();
    all.extend(ids(&view::panel(&english()).into_string()));
    assert!(["app", "main", "readable", "reading-panel", "fn-1"].iter().all(|id| all.contains(*id)), "{all:?}");
    let headings = of_headings(&built);
    for id in all.difference(&headings) {
        assert!(is_refused(id), "{id}: declare it in src/view/contract/ids.rs");
    }
}

#[test]
fn every_id_that_the_program_names_is_declared() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = WalkDir::new(source.join("src")).into_iter().map(|entry| entry.expect("an entry").into_path());
    let code = |path: &Path| path.extension().is_some_and(|ending| ending == "rs" || ending == "js");
    let mut all = BTreeSet::new();
    for file in files.filter(|path| code(path)).chain([source.join("index.html")]) {
        let text = fs::read_to_string(&file).expect("a source");
        // Ids in a module's own tests are in no page.
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        all.extend(ids(text).into_iter().map(|id| (id, file.clone())));
    }
    assert!(all.iter().any(|(id, _)| id == "readable"), "{all:?}");
    for (id, file) in all.iter().filter(|(id, _)| !id.starts_with("fn-") && !id.starts_with("fnref-")) {
        assert!(view::IDS.contains(&id.as_str()), "{}: declare {id} in src/view/contract/ids.rs", file.display());
    }
}
