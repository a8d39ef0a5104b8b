//! The site while it is written: after each save it is the site that a new process would show.

use std::fs;
use std::path::Path;

use personal_page::bundle::{BuiltSite, Failure, Memory};

use crate::bundle::picture::png;
use crate::bundle::site::Site;

/// The findings of a site, and the content of each of these files.
fn shown(site: Result<BuiltSite, Failure>, paths: &[&str]) -> (String, Vec<Option<Vec<u8>>>) {
    match site {
        Ok(site) => {
            let file = |path: &&str| site.file(path).map(Into::into);
            (format!("{:?}", site.report().findings), paths.iter().map(file).collect())
        }
        Err(failure) => (failure.to_string(), Vec::new()),
    }
}

/// What an author saves: its name, and how to write it into the folder of the site.
type Save<'a> = (&'a str, &'a dyn Fn(&Path));

#[test]
fn after_each_save_it_is_the_site_of_a_new_process() {
    let mut site = Site::of_fixture("site").drafts().lenient();
    site = site.post("links.md", "[The lake](lake.md), [a map](/map.pdf), {{< figure >}} and [nothing](gone.md).[^1]");
    site = site.post("lake.md", "![A heron](/heron.png)\n\n## Reeds\n\nText.");
    let paths = [
        "index.html",
        "feed.xml",
        "tags/index.json",
        "sitemap.xml",
        "posts/links/index.html",
        "posts/links/index.json",
        "posts/lake/index.html",
        "posts/shore/index.html",
        "posts/rye-the-loaf/index.html",
        "map.pdf",
    ];
    let saves: [Save<'_>; 10] = [
        ("nothing", &|_| ()),
        ("a text", &|root| append(root, "posts/lake.md", "The heron is *gone*.")),
        ("a heading", &|root| replace(root, "posts/lake.md", "## Reeds", "## Rushes")),
        ("a file that a text refers to", &|root| write(root, "public/map.pdf", b"a map")),
        ("a picture", &|root| write(root, "public/heron.png", &png(3))),
        ("another picture", &|root| write(root, "public/heron.png", &png(900))),
        ("another address", &|root| {
            fs::rename(root.join("posts/lake.md"), root.join("posts/shore.md")).expect("a post")
        }),
        ("a message", &|root| write(root, "languages/en.toml", b"copy = \"Take\"\n")),
        ("a post that cannot be read", &|root| write(root, "posts/shore.md", b"---\n{title: \n---\n")),
        ("the lines of a list", &|root| replace(root, "site.toml", "per_page = 4", "per_page = 2")),
    ];
    let mut memory = Memory::default();
    for (name, save) in saves {
        save(site.root());
        let renewed = shown(BuiltSite::renewed(&site.options, &mut memory), &paths);
        let fresh = shown(BuiltSite::new(&site.options), &paths);
        assert!(fresh.1.iter().flatten().count() > 6, "{name}: {}", fresh.0);
        assert!(renewed == fresh, "after {name}: {} instead of {}", renewed.0, fresh.0);
    }
}

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).and_then(|()| fs::write(file, bytes)).expect("a file");
}

fn append(root: &Path, path: &str, text: &str) {
    let before = fs::read_to_string(root.join(path)).expect("a file");
    write(root, path, (before + "\n" + text + "\n").as_bytes());
}

fn replace(root: &Path, path: &str, from: &str, to: &str) {
    let before = fs::read_to_string(root.join(path)).expect("a file");
    assert!(before.contains(from));
    write(root, path, before.replace(from, to).as_bytes());
}
