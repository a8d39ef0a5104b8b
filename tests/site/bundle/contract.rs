//! Scripts and the style spell names that the program declares in `src/view/contract/` and `src/view/settings.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use personal_page::content::SEARCH;
use personal_page::view::contract::attributes::ATTRIBUTES;
use personal_page::view::contract::files::{PAGE_DATA, SEARCH_ENGINE, SEARCH_SCRIPT, SEARCH_WASM};
use personal_page::view::contract::{SITE_CHANGED, storage};
use personal_page::view::{IDS, MAIN, SETTINGS};
use walkdir::WalkDir;

use crate::bundle::site::Site;

/// Where the names are spelled. The names themselves are in `src/view/contract/`.
const SOURCES: [&str; 6] = ["index.html", "style", "src/app", "src/view", "src/bundle/output", "src/cli/server"];
/// The attributes that are none of the program's: the number of a line of code, and Pagefind's.
const OTHERS: [&str; 2] = ["data-n", "data-pagefind-filter"];

/// The style of the editor, whose names are in its own package.
const STYLE_OF_EDITOR: &str = "style/write.css";

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a source")
}

/// The sources of these kinds: path below the root and text, without the tags for Trunk.
fn sources(kinds: &[&str]) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = SOURCES.iter().flat_map(|source| WalkDir::new(root.join(source)));
    let paths =
        files.filter_map(|file| Some(file.expect("a readable folder").path().strip_prefix(root).ok()?.to_owned()));
    let is_source = |path: &PathBuf| {
        path.extension().is_some_and(|kind| kinds.iter().any(|known| kind == *known))
            && !path.starts_with("src/view/contract")
            && path != Path::new(STYLE_OF_EDITOR)
    };
    let text =
        |path: &PathBuf| read(path).lines().filter(|line| !line.contains("data-trunk")).collect::<Vec<_>>().join("\n");
    paths.filter(is_source).map(|path| (path.clone(), text(&path))).collect()
}

/// The names that follow this in a text.
fn names<'a>(text: &'a str, before: &str) -> BTreeSet<&'a str> {
    let end = |c: char| !c.is_ascii_alphanumeric() && c != '-';
    text.split(before)
        .skip(1)
        .map(|rest| rest.split(end).next().unwrap_or_default())
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn every_attribute_for_data_is_declared() {
    let mut known: BTreeSet<String> = ATTRIBUTES.iter().chain(&OTHERS).map(|name| (*name).to_owned()).collect();
    known.extend(SETTINGS.iter().map(|setting| format!("data-{}", setting.name)));
    let mut spelled = BTreeSet::new();
    for (path, text) in sources(&["html", "css", "js", "rs"]) {
        for name in names(&text, "data-").union(&names(&text, "dataset.")) {
            let name = format!("data-{name}");
            assert!(known.contains(&name), "{}: declare {name} in src/view/contract/attributes.rs", path.display());
            spelled.insert(name);
        }
    }
    assert!(["data-interacted", "data-moving", "data-ready", "data-size"].iter().all(|name| spelled.contains(*name)));
}

#[test]
fn the_program_spells_no_attribute_itself() {
    let program = sources(&["rs"]).into_iter().filter(|(path, _)| path.starts_with("src/app")).collect::<Vec<_>>();
    assert!(program.len() > 20, "the sources are read");
    for (path, text) in program {
        assert_eq!(names(&text, "\"data-"), BTreeSet::new(), "{}", path.display());
    }
}

#[test]
fn the_style_has_the_ids_and_the_values_of_the_program() {
    for (path, text) in sources(&["css"]) {
        let selectors = text.split('{').filter_map(|part| part.rsplit(['}', ';']).next());
        for id in selectors.flat_map(|selector| names(selector, "#")) {
            assert!(IDS.contains(&id), "{}: #{id}", path.display());
        }
        for setting in &SETTINGS {
            for value in names(&text, &format!("[data-{}=", setting.name)) {
                assert!(setting.values.contains(&value), "{}: {} {value}", path.display(), setting.name);
            }
        }
    }
}

#[test]
fn the_style_of_the_editor_has_the_ids_and_the_attributes_that_it_draws() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let views = WalkDir::new(root.join("tools/editor/src/page")).into_iter().map(|entry| entry.expect("an entry"));
    let views = views.filter(|entry| entry.file_type().is_file()).map(|entry| read(entry.path()));
    let drawn = views.collect::<String>() + &read("src/view/write.rs");
    let style = read(STYLE_OF_EDITOR);
    let selectors = style.split('{').filter_map(|part| part.rsplit(['}', ';']).next());
    for id in selectors.flat_map(|selector| names(selector, "#")) {
        assert!(IDS.contains(&id) || drawn.contains(&format!("\"{id}\"")), "#{id}");
    }
    let settings = SETTINGS.each_ref().map(|setting| setting.name);
    for name in names(&style, "[data-").into_iter().filter(|name| !settings.contains(name)) {
        assert!(drawn.contains(&format!("data-{name}")), "data-{name}");
    }
}

#[test]
fn the_first_script_restores_the_settings() {
    let names = SETTINGS.each_ref().map(|setting| setting.name);
    assert!(read("index.html").contains(&format!("for (const name of {names:?})")));
}

#[test]
fn what_is_stored_has_the_keys_of_the_program() {
    let offline = |name: &str| format!("src/bundle/output/offline/{name}");
    for (path, key) in [
        ("index.html".to_owned(), storage::key("${root.dataset.base}", storage::SETTINGS)),
        (offline("page.js"), storage::key("${root.dataset.base}", "${name}")),
        (offline("worker/site.js"), storage::key("${base}", "")),
        (offline("farewell.js"), storage::key("${new URL(registration.scope).pathname}", "")),
    ] {
        assert!(read(&path).contains(&format!("`{key}`")), "{path}: {key}");
    }
}

#[test]
fn the_local_server_tells_of_a_change_by_the_event_that_the_program_hears() {
    assert!(
        read("src/cli/server/live_reload.js")
            .contains(&format!("new CustomEvent({SITE_CHANGED:?}, {{ cancelable: true }})"))
    );
}

#[test]
fn the_scripts_have_the_functions_that_the_program_calls() {
    let declared = read("src/app/features/search/engine.rs");
    let start = read("src/bundle/output/search/start.js");
    let called = declared.split("fn ").filter_map(|rest| rest.split_once("(this: &Start"));
    let called: BTreeSet<&str> = called.map(|(name, _)| name).collect();
    assert_eq!(names(&start, "export const "), called);
    let loaded_before = read("src/bundle/output/document/start.js");
    let [data, drawing] = ["boot", "drawing"].map(|name| read(format!("src/app/session/{name}.rs")));
    let called = [&declared, &data, &drawing].into_iter().flat_map(|source| names(source, "js_name = "));
    // The program has this one, and the script calls it.
    for name in called.filter(|name| *name != "draw") {
        assert!(loaded_before.contains(&format!("self.{name} = ")), "{name}");
    }
}

#[test]
fn the_files_that_pages_load_by_their_names_are_there() {
    let mut site = Site::new().post("hello.md", "Text.");
    site.options.search = true;
    let files = site.bundle().files();
    let data = format!("posts/hello/{PAGE_DATA}");
    let search = [SEARCH_SCRIPT.to_owned(), format!("en/{SEARCH_ENGINE}"), format!("en/{SEARCH_WASM}")];
    for path in search.map(|name| SEARCH.to_owned() + &name).iter().chain([&data]) {
        assert!(files.contains_key(path), "{path}: {:?}", files.keys());
    }
    for script in ["act", "answer", "store"] {
        let path = format!("src/bundle/output/offline/worker/{script}.js");
        assert!(read(&path).contains(&format!("{PAGE_DATA:?}")), "{path}");
    }
}

#[test]
fn the_skip_link_leads_to_the_page() {
    let built = Site::new().post("hello.md", "Text.").bundle();
    assert!(built.text("posts/hello/index.html").contains(&format!("<a href=\"#{MAIN}\" class=\"skip\">")));
}
