//! Whatever is at the path of a work folder or of the site: it is treated as what it is, and blocks no later build.

use std::fs::{self, Permissions, create_dir_all, set_permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::build::sample::{Sample, said};

#[test]
fn a_link_in_the_place_of_the_site_is_refused_and_the_remedy_works() {
    let sample = Sample::new("notes");
    for target in ["../published", "../nothing", "posts"] {
        let published = sample.root.join(target);
        if target == "../published" {
            create_dir_all(&published).and_then(|()| fs::write(published.join("index.html"), "old")).expect("a site");
        }
        symlink(&published, sample.root.join("dist")).expect("a link");
        let error = said(&mut sample.build(), false);
        assert!(error.contains("dist is a symbolic link") && error.contains("remove the link"), "{error}");
        assert!(!sample.root.join("target/environment").exists(), "nothing is built before");
        fs::remove_file(sample.root.join("dist")).expect("a link");
    }
    assert_eq!(fs::read_to_string(sample.root.join("../published/index.html")).expect("the former site"), "old");
    assert!(fs::exists(sample.root.join("posts/note-1.md")).expect("it can be looked for"));
    // As the message advises: the other name is the link.
    fs::remove_dir_all(sample.root.join("../published")).expect("a folder");
    symlink(sample.root.join("dist"), sample.root.join("../published")).expect("a link");
    assert!(sample.built().len() > 150);
    assert!(fs::read_to_string(sample.root.join("../published/index.html")).expect("the site").contains("Field Notes"));
}

#[test]
fn a_file_in_the_place_of_the_site_is_refused_and_moved_away_it_blocks_nothing() {
    let sample = Sample::new("notes");
    sample.write("dist", "my notes");
    let error = said(&mut sample.build(), false);
    assert!(error.contains("dist is a file") && error.contains("move it away"), "{error}");
    assert!(!sample.root.join("target/environment").exists(), "nothing is built before");
    assert_eq!(fs::read_to_string(sample.root.join("dist")).expect("the file"), "my notes");
    fs::rename(sample.root.join("dist"), sample.root.join("notes.txt")).expect("a file");
    assert!(sample.built().len() > 150);
}

#[test]
fn what_an_earlier_build_left_is_removed_whatever_it_is() {
    let sample = Sample::new("notes");
    let first = sample.built();
    for name in ["next", "next.old", "shell"] {
        let path = sample.root.join("target/site/build").join(name);
        let _ = fs::remove_dir_all(&path);
        fs::write(&path, "no folder").expect("a file");
        assert!(sample.built() == first, "{name} is a file");
        let _ = fs::remove_dir_all(&path).or_else(|_| fs::remove_file(&path));
        symlink("nowhere", &path).expect("a link");
        assert!(sample.built() == first, "{name} is a link");
    }
    let posts = sample.root.join("target/site/build/next/posts");
    create_dir_all(posts.join("lake")).expect("a folder");
    for folder in [posts.join("lake"), posts] {
        set_permissions(folder, Permissions::from_mode(0o555)).expect("it is ours");
    }
    assert!(sample.built() == first, "next cannot be written");
}

/// If folders cannot be swapped atomically, the former site is moved aside for a moment.
#[test]
fn a_site_that_a_killed_build_left_beside_is_put_back() {
    let sample = Sample::new("notes");
    let first = sample.built();
    let old = sample.root.join("target/site/build/next.old");
    fs::rename(sample.root.join("dist"), old).expect("a folder");
    sample.write("posts/wrong.md", "no front matter");
    said(&mut sample.build(), false);
    assert!(sample.site() == first);
}
