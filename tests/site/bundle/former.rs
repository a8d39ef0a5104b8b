//! A site that is made beside its former one, as `cargo site build` does.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use personal_page::bundle::{Options, bundle};
use walkdir::WalkDir;

use crate::bundle::site::Site;
use crate::bundle::write::with_editor;

const GRAMMARS: &str = "write/grammars/";

/// Makes the site in the place of the former one. Returns its folder.
fn make(site: &Site) -> PathBuf {
    let folder = site.root().join("target/made");
    let (next, dist) = (folder.join("next"), folder.join("dist"));
    let options = Options { out: next.clone(), former: Some(dist.clone()), ..site.options.clone() };
    bundle(&options).expect("a site without mistakes");
    let _ = fs::remove_dir_all(&dist);
    fs::rename(next, &dist).expect("a folder can be moved");
    dist
}

/// All files below a folder, by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("a path in the folder").to_string_lossy().into_owned();
        (path, fs::read(entry.path()).expect("a file"))
    };
    entries.map(file).collect()
}

#[test]
fn grammars_that_somebody_changed_or_deleted_are_made_again() {
    let site = with_editor();
    let dist = make(&site);
    let before = files(&dist);
    let grammars: Vec<&String> = before.keys().filter(|path| path.starts_with(GRAMMARS)).collect();
    assert!(grammars.len() > 100 && grammars.iter().all(|path| before[*path].len() > 100));
    fs::write(dist.join(grammars[0]), vec![b'x'; before[grammars[0]].len()]).expect("it can be written");
    fs::remove_file(dist.join(grammars[1])).expect("it is there");
    assert!(files(&make(&site)) == before);
}

#[cfg(unix)]
#[test]
fn grammars_are_not_written_again() {
    use std::os::unix::fs::MetadataExt;

    let site = with_editor();
    let numbers = |dist: &Path| -> BTreeMap<String, u64> {
        let number = |path: &String| fs::metadata(dist.join(path)).expect("a file of the site").ino();
        let paths = files(dist).into_keys().filter(|path| path.starts_with(GRAMMARS));
        paths.map(|path| (path.clone(), number(&path))).collect()
    };
    let before = numbers(&make(&site));
    assert_eq!(numbers(&make(&site)), before);
}

#[test]
fn grammars_of_another_program_are_made_again() {
    let site = with_editor();
    let before = files(&make(&site));
    // Of another program, every input is another.
    let record = site.root().join("target/made/next.files.json");
    let written = fs::read_to_string(&record).expect("a record of the files");
    assert!(written.contains("\"inputs\":\""));
    fs::write(&record, written.replace("\"inputs\":\"", "\"inputs\":\"0")).expect("it can be written");
    let dist = site.root().join("target/made/dist");
    let (path, bytes) = before.iter().find(|(path, _)| path.starts_with(GRAMMARS)).expect("a grammar");
    // In the state that the record has.
    let file = dist.join(path);
    let time = fs::metadata(&file).and_then(|found| found.modified()).expect("a file of the site");
    fs::write(&file, vec![b'x'; bytes.len()]).expect("it can be written");
    File::options().write(true).open(&file).and_then(|file| file.set_modified(time)).expect("it is ours");
    assert!(files(&make(&site)) == before);
}

#[test]
fn a_text_names_its_neighbour_by_its_new_title_and_no_longer_one_that_is_removed() {
    let post = |site: &Site, name: &str, title: &str, day: u32| {
        let text = format!("+++\ntitle = \"{title}\"\ndescription = \"A.\"\ndate = 2025-03-0{day}\n+++\nText.\n");
        fs::write(site.root().join(format!("posts/{name}.md")), text).expect("a post");
    };
    let site = Site::new().post("first.md", "Text.");
    for (name, title, day) in [("first", "Reeds", 1), ("second", "Rushes", 2), ("third", "Sedges", 3)] {
        post(&site, name, title, day);
    }
    let page = |dist: &Path| fs::read_to_string(dist.join("posts/third/index.html")).expect("a page");
    assert!(page(&make(&site)).contains("Rushes"));
    post(&site, "second", "Cattails", 2);
    let html = page(&make(&site));
    assert!(html.contains("Cattails") && !html.contains("Rushes"), "{html}");
    fs::remove_file(site.root().join("posts/second.md")).expect("a post");
    let dist = make(&site);
    let html = page(&dist);
    assert!(html.contains("Reeds") && !html.contains("Cattails"), "{html}");
    let named: Vec<_> = files(&dist).into_iter().filter(|(_, bytes)| contains(bytes, "Cattails")).collect();
    assert!(named.is_empty(), "{named:?}");
    assert!(!dist.join("posts/second").exists());
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}
