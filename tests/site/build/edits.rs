//! A build after an edit writes what the edit changes, and leaves the same site as a build from nothing.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

use crate::build::sample::{Files, Sample};

/// What tells a file from one that was written in its place.
fn written(sample: &Sample, files: &Files) -> Vec<(PathBuf, u64, i64, i64)> {
    let of = |path: &PathBuf| {
        let found = fs::metadata(sample.root.join("dist").join(path)).expect("a file of the site");
        (path.clone(), found.ino(), found.mtime(), found.mtime_nsec())
    };
    files.keys().map(of).collect()
}

/// The site that these files make without anything of an earlier build.
fn from_nothing(sample: &Sample) -> Files {
    let fresh = Sample::new("notes");
    for name in ["posts", "public", "languages", "site.toml"].into_iter().filter(|name| sample.root.join(name).exists())
    {
        let _ = fs::remove_dir_all(fresh.root.join(name));
        let copied = Command::new("cp").arg("-r").arg(sample.root.join(name)).arg(&fresh.root).status();
        assert!(copied.is_ok());
    }
    fresh.built()
}

fn post(title: &str, tags: &str, text: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\ndescription = \"What I saw.\"\ndate = 2025-03-04\ntags = [{tags}]\n+++\n{text}\n"
    )
}

fn change(sample: &Sample, path: &str, from: &str, to: &str) {
    let file = sample.root.join(path);
    let text = fs::read_to_string(&file).expect("a file of the site");
    assert!(text.contains(from));
    fs::write(file, text.replace(from, to)).expect("it can be written");
}

/// Builds after an edit, and asserts that exactly the files with other bytes were written. Returns how many were not.
#[track_caller]
fn kept(sample: &Sample, before: &Files, edit: impl FnOnce()) -> usize {
    let former = written(sample, before);
    edit();
    let after = sample.built();
    let now = written(sample, &after);
    for file in former.iter().filter(|(path, ..)| after.contains_key(path)) {
        assert_eq!(now.contains(file), before[&file.0] == after[&file.0], "{}", file.0.display());
    }
    former.iter().filter(|file| now.contains(file)).count()
}

#[test]
fn a_file_whose_bytes_do_not_change_is_not_written_again() {
    let sample = Sample::new("notes");
    let text = || fs::read_to_string(sample.root.join("posts/note-7.md")).expect("a post");
    let edits: [(bool, &dyn Fn()); 5] = [
        (true, &|| sample.write("posts/note-7.md", &(text() + "Seen again in the evening.\n"))),
        (true, &|| sample.edition("first")),
        // Another date of the files, as after a checkout.
        (false, &|| sample.edition("first")),
        (false, &|| sample.write("public/notes.txt", &"A line to copy.\n".repeat(20_000))),
        (true, &|| sample.write("public/notes.txt", "A line.\n")),
    ];
    sample.built();
    for (is_change, edit) in edits {
        let before = sample.site();
        let kept = kept(&sample, &before, edit);
        assert!(kept > 100, "{kept}");
        assert_eq!(kept < before.len(), is_change, "{kept} of {}", before.len());
    }
}

#[test]
fn each_edit_leaves_the_site_that_a_build_from_nothing_makes() {
    let sample = Sample::new("notes");
    let mut former = sample.built();
    let edits: [(&str, &dyn Fn()); 12] = [
        ("a title", &|| change(&sample, "posts/note-7.md", "Note 7, first", "Note 7, corrected")),
        ("a tag", &|| change(&sample, "posts/note-8.md", "tags = [\"first\"]", "tags = [\"lake\"]")),
        ("an author", &|| {
            change(&sample, "posts/note-9.md", "tags = [\"first\"]", "tags = [\"first\"]\nauthors = [\"Ada\"]");
        }),
        ("another author", &|| change(&sample, "posts/note-9.md", "Ada", "Mary")),
        ("a deletion", &|| fs::remove_file(sample.root.join("posts/note-20.md")).expect("a post")),
        ("an addition", &|| {
            sample.write("posts/dusk.md", &post("Dusk", "\"lake\"", "The lake at *dusk*, and a heron."))
        }),
        ("a post in another language", &|| {
            sample.write(
                "posts/abend.de.md",
                &post("Abend", "\"lake\"", "Der See am Abend, und ein Reiher.[^1]\n\n[^1]: Grau."),
            );
        }),
        ("a file to copy", &|| sample.write("public/notes.txt", "Another line.\n")),
        ("the title of the site", &|| change(&sample, "site.toml", "title = \"", "title = \"New: ")),
        ("the language of the site", &|| change(&sample, "site.toml", "title = \"", "language = \"de\"\ntitle = \"")),
        ("a message", &|| {
            sample.write("languages/de.toml", &include_str!("../../../languages/de.toml").replace("Suche", "Finde"))
        }),
        ("the deletion of its tag", &|| change(&sample, "posts/note-8.md", "tags = [\"lake\"]", "tags = []")),
    ];
    for (name, edit) in edits {
        edit();
        let site = sample.built();
        assert!(site != former, "{name} changes nothing");
        let whole = from_nothing(&sample);
        let differs: Vec<_> =
            site.keys().chain(whole.keys()).filter(|path| site.get(*path) != whole.get(*path)).collect();
        assert!(differs.is_empty(), "after {name}: {differs:?}");
        former = site;
    }
}

#[test]
fn a_file_from_an_archive_is_copied_though_it_has_the_time_and_the_length_of_the_former_one() {
    let sample = Sample::new("notes");
    let file = sample.root.join("public/version.txt");
    let unpack = |text: &str| {
        let _ = fs::remove_file(&file);
        sample.write("public/version.txt", text);
        File::options().write(true).open(&file)?.set_modified(UNIX_EPOCH)
    };
    for text in ["1.2.3", "1.2.4", "1.2.5"] {
        unpack(text).expect("a file");
        assert_eq!(sample.built()[Path::new("version.txt")], text.as_bytes());
    }
}

#[test]
fn a_file_of_the_finished_site_that_nobody_may_read_any_more_is_made_again() {
    let sample = Sample::new("notes");
    sample.built();
    for path in ["posts/note-3/index.html", "notes.txt", "feed.xml"] {
        let file = sample.root.join("dist").join(path);
        let mode = || fs::metadata(&file).expect("a file of the site").permissions().mode();
        let before = mode();
        fs::set_permissions(&file, Permissions::from_mode(0o600)).expect("it is ours");
        sample.built();
        assert_eq!(mode(), before, "{path}");
    }
}

#[test]
fn what_somebody_changed_in_the_finished_site_is_made_again() {
    let sample = Sample::new("notes");
    let site = sample.built();
    let dist = |path: &str| sample.root.join("dist").join(path);
    let chunk = site.keys().find(|path| path.to_string_lossy().ends_with(".pf_index")).expect("an index");
    for path in ["posts/note-3/index.html", "notes.txt", "feed.xml", chunk.to_str().expect("a name")] {
        let length = site[Path::new(path)].len();
        fs::write(dist(path), vec![b'x'; length]).expect("it can be written");
    }
    fs::remove_file(dist("posts/note-4/index.html")).expect("it is there");
    fs::remove_file(dist("posts/note-5/index.html")).expect("it is there");
    std::os::unix::fs::symlink(dist("posts/note-6/index.html"), dist("posts/note-5/index.html")).expect("a link");
    fs::write(dist("posts/note-6/more.html"), "Not of this site.").expect("it can be written");
    assert!(sample.built() == site);
    assert!(!fs::symlink_metadata(dist("posts/note-5/index.html")).expect("a file").is_symlink());
}
