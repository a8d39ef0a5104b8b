//! The site while it is written: after each save it is the site that a new process would show.

use std::fs;
use std::path::Path;

use personal_page::bundle::{BuiltSite, Failure, Memory, Options, bundle};
use walkdir::WalkDir;

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

#[test]
fn another_picture_for_dark_pages_is_shown_after_a_save() {
    let text = "![A map](https://maps.example/day.png){dark=https://maps.example/dusk.png}";
    let site = Site::new().config("[policy]\nimg = [\"https://maps.example\"]\n").post("map.md", text);
    let mut memory = Memory::default();
    let mut page = || {
        let (_, files) = shown(BuiltSite::renewed(&site.options, &mut memory), &["posts/map/index.html"]);
        String::from_utf8(files.into_iter().flatten().flatten().collect()).expect("a page")
    };
    assert!(page().contains("dusk.png"));
    replace(site.root(), "posts/map.md", "dusk", "dawn");
    assert!(page().contains("dawn.png"));
}

/// Files that an author saves and removes, each with two contents: of posts, the keys and the text after a `|`.
const FILES: [[&str; 3]; 20] = [
    ["posts/reed.md", "|[Pike](pike.md), [a tool](/tool/).", "series = \"Fish\"|Text."],
    ["posts/pike.md", "tags = [\"Fish\"]|## Fins\n\n[Reed](/posts/reed/)", "tags = [\"fish\"]|## Tail"],
    ["posts/carp.md", "|[Its fins](pike.md#fins) and `code`.", "|```rust\nfn carp() {}\n```"],
    ["posts/tench/index.md", "cover = \"./tench.png\"|$x^2$", "updated = 2027-01-02|![It](./tench.png)"],
    ["posts/tench/tench.png", "no picture", "neither"],
    ["posts/eel.md", "slug = \"reed\"|Text.", "draft = true\nlang = \"de\"|Ein Fisch.[^1]\n\n[^1]: Lang."],
    ["posts/old.md", "aliases = [\"/tool/\"]|[Own](https://crumb.example/tool/)", "series = \"Fish\"|[Reed](reed.md)"],
    ["posts/ada.md", "authors = [\"ada\"]|[A file](https://crumb.example/files/a.txt)", "authors = [\"Ada\"]|Text."],
    ["posts/raw.md", "|<b>Raw</b> [^a]\n\n[^a]: b", "|<details>Raw</details> <img src=\"/a.png\" alt=\"a\">"],
    ["posts/links.md", "|[a](/files/), [b](/files/a.txt)", "|[c](../public/files/a.txt), [d](/posts/tench/tench.png)"],
    ["posts/pike.de.md", "|[Reed](reed.md)", "unlisted = true|[Hecht](/posts/pike/)"],
    ["public/tool/index.html", "<p>A tool", "<p>Another"],
    ["public/files/index.html", "<p>Files", "<p>All files"],
    ["public/files/a.txt", "a", "b"],
    ["public/a.png", "no picture", "neither"],
    ["public/owner.css", ":root { --ink: #000 }", ":root { --ink: #111; --accent: #222 }"],
    ["public/robots.txt", "# none", "# one"],
    ["languages/de.toml", "copy = \"Nimm\"", "copy = 3"],
    ["languages/en.toml", "copy = \"Take\"", "archive = \"All\""],
    ["site.toml", "heading_ids = \"hugo\"\n[authors.ada]\nname = \"Ada\"", "permalink = \"/:year/:slug/\""],
];

/// The content of one of these files.
fn content(path: &str, written: &str) -> String {
    match written.split_once('|') {
        Some((keys, text)) => format!("+++\ntitle = \"Of {path}\"\ndate = 2025-04-05\n{keys}\n+++\n{text}\n"),
        None if path == "site.toml" => format!("title = \"A\"\nurl = \"https://crumb.example/\"\n{written}\n"),
        None => written.to_owned(),
    }
}

#[test]
fn after_saves_in_any_order_each_file_is_that_of_a_new_process() {
    let site = Site::of_fixture("site").drafts().lenient();
    let mut memory = Memory::default();
    // A linear congruential generator (Knuth, MMIX).
    let mut state = 1_u64;
    let mut below = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    for save in 0..40 {
        let [path, contents @ ..] = FILES[below(FILES.len())];
        match contents.get(below(3)) {
            Some(written) => write(site.root(), path, content(path, written).as_bytes()),
            None if path == "site.toml" => continue,
            None => drop(fs::remove_file(site.root().join(path))),
        }
        let out = tempfile::tempdir().expect("a folder");
        let fresh = bundle(&Options { out: out.path().to_owned(), ..site.options.clone() });
        let renewed = BuiltSite::renewed(&site.options, &mut memory);
        let findings = renewed.as_ref().map(|site| format!("{:?}", site.report())).map_err(ToString::to_string);
        assert_eq!(
            findings,
            fresh.map(|report| format!("{report:?}")).map_err(|failure| failure.to_string()),
            "{save}"
        );
        for entry in WalkDir::new(&out).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let file = entry.path().strip_prefix(&out).expect("a file in it").to_string_lossy();
            let shown = renewed.as_ref().ok().and_then(|site| site.file(&file));
            assert!(shown.as_deref() == fs::read(entry.path()).ok().as_deref(), "{save}: {path}: {file}");
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
