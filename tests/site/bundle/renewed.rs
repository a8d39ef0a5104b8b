//! The site while it is written: after each save it is the site that a new process would show.

use std::fs;
use std::path::Path;

use personal_page::bundle::{BuiltSite, Failure, Memory, Options, bundle};

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
    site = site.post("tools.md", "[The tide](/tide/) and [the wind](https://crumb.example/wind/) are programs.");
    site = site.file("public/tide/index.html", "<!doctype html><title>The tide</title>");
    site = site.post("lake.md", "![A heron](/heron.png)\n\n## Reeds\n\nText.");
    let paths = [
        "index.html",
        "feed.xml",
        "tags/index.json",
        "sitemap.xml",
        "posts/links/index.html",
        "posts/links/index.json",
        "posts/tools/index.html",
        "posts/lake/index.html",
        "posts/shore/index.html",
        "posts/rye-the-loaf/index.html",
        "map.pdf",
    ];
    let saves: [Save<'_>; 12] = [
        ("nothing", &|_| ()),
        ("a text", &|root| append(root, "posts/lake.md", "The heron is *gone*.")),
        ("a heading", &|root| replace(root, "posts/lake.md", "## Reeds", "## Rushes")),
        ("a file that a text refers to", &|root| write(root, "public/map.pdf", b"a map")),
        ("a folder of public/", &|root| {
            write(root, "public/wind/index.html", b"<!doctype html><title>The wind</title>")
        }),
        ("the removal of another", &|root| fs::remove_dir_all(root.join("public/tide")).expect("a folder")),
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

/// Files that an author writes and removes in any order, each with two contents.
const FILES: [(&str, &str, &str); 22] = [
    (
        "posts/reed.md",
        "+++\ntitle = \"Reed\"\ndate = 2025-04-05\n+++\n[Pike](pike.md), [a tool](/tool/).",
        "Not a post",
    ),
    (
        "posts/pike.md",
        "+++\ntitle = \"Pike\"\ndate = 2025-04-06\n+++\n## Fins\n\n[Reed](/posts/reed/)",
        "# Pike\n\nNo date.",
    ),
    (
        "posts/2025-05-06-carp.md",
        "# Carp\n\n[Its fins](pike.md#fins) and `code`.",
        "# Carp\n\n```rust\nfn carp() {}\n```",
    ),
    (
        "posts/tench/index.md",
        "---\ntitle: Tench\ndate: 2025-01-02\ncover: ./tench.png\n---\n$x^2$",
        "---\ntitle: Tench\ndate: 2027-01-02\n---\n![It](./tench.png)",
    ),
    ("posts/tench/tench.png", "no picture", "neither"),
    (
        "posts/eel.md",
        "+++\ntitle = \"Eel\"\ndate = 2025-04-05\nslug = \"reed\"\n+++\nText.",
        "+++\ntitle = \"Eel\"\ndate = 2025-04-05\ndraft = true\nlang = \"de\"\n+++\nEin Fisch.[^1]\n\n[^1]: Lang.",
    ),
    (
        "posts/old.md",
        "+++\ntitle = \"Old\"\ndate = 2024-04-05\naliases = [\"/tool/\"]\nseries = \"S\"\n+++\n[Own](https://crumb.example/tool/)",
        "+++\ntitle = \"Old\"\ndate = 2024-04-05\nseries = \"S\"\nauthors = [\"ada\"]\n+++\n[Own](https://crumb.example/tool/) and [a file](https://crumb.example/files/a.txt)",
    ),
    (
        "posts/new.md",
        "+++\ntitle = \"New\"\ndate = 2025-06-05\nseries = \"S\"\ntags = [\"Fish\"]\n+++\n<b>Raw</b> [^a]\n\n[^a]: b",
        "+++\ntitle = \"New\"\ndate = 2025-06-05\ntags = [\"fish\"]\n+++\n<details>Raw</details> <img src=\"/a.png\" alt=\"a\">",
    ),
    (
        "posts/links.md",
        "# Links\n\n<2025>",
        "+++\ntitle = \"Links\"\ndate = 2025-02-03\n+++\n[a](/files/), [b](/files/a.txt), [c](../public/files/a.txt), [d](/feed.xml), [e](/tags/fish/), [f](/posts/tench/tench.png)",
    ),
    ("public/tool/index.html", "<p>A tool", "<p>Another"),
    ("public/files/index.html", "<p>Files", "<p>All files"),
    ("public/files/a.txt", "a", "b"),
    ("public/a.png", "no picture", "neither"),
    ("public/owner.css", ":root{--ink:#000}", ":root{--ink:#111;--accent:#222}"),
    ("public/robots.txt", "# none", "# one"),
    ("languages/de.toml", "copy = \"Nimm\"", "copy = 3"),
    ("languages/en.toml", "copy = \"Take\"", "archive = \"All\""),
    (
        "site.toml",
        "title = \"A\"\ndescription = \"b\"\nurl = \"https://crumb.example/\"",
        "title = \"B\"\nurl = \"https://crumb.example/sub/\"\nlanguage = \"de\"\npermalink = \"/:year/:slug/\"",
    ),
    (
        "site.toml",
        "title = \"A\"\nurl = \"https://crumb.example/\"\nheading_ids = \"hugo\"\n[authors.ada]\nname = \"Ada\"",
        "title = \"A\"\nurl = \"https://b.example/\"\n[markdown]\nhtml = false\nsmart_punctuation = true",
    ),
    ("style/tokens.css", ":root{--ink:#333}", ""),
    (
        "posts/draft.md",
        "+++\ntitle = \"D\"\ndate = 2025-01-01\ndraft = true\n+++\n[Reed](reed.md)",
        "+++\ntitle = \"D\"\n+++\n",
    ),
    (
        "posts/pike.de.md",
        "+++\ntitle = \"Hecht\"\ndate = 2025-04-06\n+++\n[Reed](reed.md)",
        "+++\ntitle = \"Hecht\"\n+++\n",
    ),
];

#[test]
fn after_saves_in_any_order_each_file_is_that_of_a_new_process() {
    let site = Site::of_fixture("site").drafts().lenient();
    let mut memory = Memory::default();
    // A linear congruential generator (Knuth, MMIX).
    let mut state = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1_u64);
    let mut below = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    let steps = std::env::var("STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(40);
    for step in 0..steps {
        let (path, one, other) = FILES[below(FILES.len())];
        let kind = below(4);
        match kind {
            0 if path != "site.toml" => {
                let _ = fs::remove_file(site.root().join(path));
            }
            1 => write(site.root(), path, other.as_bytes()),
            _ => write(site.root(), path, one.as_bytes()),
        }
        let fresh = BuiltSite::new(&site.options);
        let renewed = BuiltSite::renewed(&site.options, &mut memory);
        let (Ok(fresh), Ok(renewed)) = (&fresh, &renewed) else {
            let why = |site: Result<BuiltSite, Failure>| site.err().map(|failure| failure.to_string());
            assert_eq!(why(renewed), why(fresh), "{step}: {path} {kind}");
            continue;
        };
        assert_eq!(format!("{:?}", renewed.report()), format!("{:?}", fresh.report()), "{step}: {path} {kind}");
        let out = tempfile::tempdir().expect("a folder");
        bundle(&Options { out: out.path().to_owned(), ..site.options.clone() }).expect("it has no mistakes");
        for entry in walkdir::WalkDir::new(&out).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let at = entry.path().strip_prefix(&out).expect("a file in it").to_str().expect("a name");
            let bytes = fs::read(entry.path()).expect("a file");
            assert!(renewed.file(at).as_deref() == Some(&bytes), "{step}: {path} {kind}: {at}");
        }
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
