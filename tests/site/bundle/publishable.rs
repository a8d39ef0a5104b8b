//! The same rule for what may be published applies to checks of the site and to requests for files.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use personal_page::bundle::BuiltSite;

use crate::bundle::site::Site;

/// Targets of links that must not be followed, relative to the site's folder.
const REFUSED: [&str; 9] = [
    ".git/config",
    ".env",
    "notes/.secret/key.txt",
    "../elsewhere/key",
    "/etc/passwd",
    "public/.git/config",
    "notes/a.txt~",
    "notes/Thumbs.db",
    "notes/gone.txt",
];
/// Targets that may be followed.
const FOLLOWED: [&str; 4] = ["notes/a.txt", "public/b.txt", "public/.well-known/c.txt", "posts/trip/d.txt"];

/// The files of the table, and two that become links: one beside a post, one in `public/`.
fn site() -> Site {
    let site = Site::new().post("trip/index.md", "[The map](map.txt)").file("posts/trip/d.txt", "fine");
    let site = REFUSED
        .iter()
        .filter(|path| !path.starts_with('/') && !path.contains("gone"))
        .fold(site, |site, path| site.file(path, "a key"));
    FOLLOWED.iter().fold(site, |site, path| site.file(path, "fine"))
}

const PLACES: [(&str, &str); 2] = [("posts/trip/map.txt", "posts/trip/map.txt"), ("public/map.txt", "map.txt")];

#[track_caller]
fn link(site: &Site, place: &str, to: &str) {
    let place = site.root().join(place);
    let _ = fs::remove_file(&place);
    let to = if to.starts_with('/') { PathBuf::from(to) } else { site.root().join(to) };
    symlink(to, place).expect("a link");
}

#[test]
fn a_link_is_judged_alike_when_the_site_is_checked_and_when_a_file_is_sent() {
    for (targets, fine) in [(&REFUSED[..], false), (&FOLLOWED, true)] {
        for target in targets {
            for (place, path) in PLACES {
                let before = site().file("posts/trip/map.txt", "a map").file("public/map.txt", "a map");
                let made = BuiltSite::new(&before.options).expect("a site without mistakes");
                assert_eq!(made.file(path).as_deref(), Some(&b"a map"[..]), "{place}");
                link(&before, place, target);
                let sent = made.file(path).map(|bytes| bytes.to_vec());
                assert_eq!(sent, fine.then(|| b"fine".to_vec()), "{place} became a link to {target}");

                let after = site().file("posts/trip/map.txt", "a map").file("public/map.txt", "a map");
                link(&after, place, target);
                assert_eq!(BuiltSite::new(&after.options).is_ok(), fine, "{place} is a link to {target}");
            }
        }
    }
}

#[test]
fn a_folder_on_the_way_that_became_a_link_is_judged_too() {
    let site = site().file("posts/trip/pictures/map.txt", "a map").post("trip/index.md", "[The map](pictures/map.txt)");
    let made = BuiltSite::new(&site.options).expect("a site without mistakes");
    assert!(made.file("posts/trip/pictures/map.txt").is_some());
    let folder = site.root().join("posts/trip/pictures");
    fs::remove_dir_all(&folder).expect("it can be removed");
    fs::create_dir_all(site.root().join(".git/maps")).expect("a folder");
    fs::write(site.root().join(".git/maps/map.txt"), "a key").expect("a file");
    symlink(site.root().join(".git/maps"), folder).expect("a link");
    assert_eq!(made.file("posts/trip/pictures/map.txt"), None);
}

#[test]
fn the_smaller_copies_of_a_picture_are_sent_wherever_they_are_kept() {
    let kept = tempfile::tempdir().expect("a folder");
    let site = Site::new().post("trip/index.md", "![A meadow](./meadow.png)");
    let site = site.file("posts/trip/meadow.png", crate::bundle::picture::meadow());
    symlink(kept.path(), site.root().join("target")).expect("a link");
    let made = BuiltSite::new(&site.options).expect("a site without mistakes");
    let built = site.bundle();
    let is_copy = |path: &&String| Path::new(path).extension().is_some_and(|ending| ending == "webp");
    let copies: Vec<_> = built.files().into_keys().filter(|path| is_copy(&path)).collect();
    assert!(!copies.is_empty());
    for path in copies {
        assert_eq!(made.file(&path).as_deref(), Some(&*built.bytes(&path)), "{path}");
    }
}
