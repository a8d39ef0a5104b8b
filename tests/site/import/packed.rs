//! Exports that are packed, or in several files.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use personal_page::bundle::Diagnostics;
use personal_page::import::run::{Import, import};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::ghost::EXPORT as GHOST;
use super::medium::POST as MEDIUM;
use super::sites::PICTURE;
use super::wordpress::{FIRST, PICTURE as ATTACHMENT, export, item};
use crate::common::folder::Folder;

/// Writes a zip of some files.
fn zip(path: &Path, files: &[(&str, &[u8])]) {
    let mut zip = ZipWriter::new(File::create(path).expect("a file"));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("a zip");
}

/// Imports a path into a folder beside it, and returns the report.
fn report(folder: &Folder, what: &str) -> anyhow::Result<String> {
    let order = Import { what: folder.path(what), into: folder.path("new"), url: None, sitemap: None };
    Ok(import(&order, &|_| {})?.whole(&Diagnostics::default()))
}

fn text(folder: &Folder, path: &str) -> String {
    std::fs::read_to_string(folder.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_zip_that_medium_sends_is_read() {
    let folder = Folder::new();
    let posts =
        [("README.html", &b"<p>Your export</p>"[..]), ("posts/2020-02-03_Hello-3f2a9c81b04d.html", MEDIUM.as_bytes())];
    zip(&folder.path("medium-export.zip"), &posts);
    let report = report(&folder, "medium-export.zip").expect("an import");
    assert!(report.contains("Medium: its HTML files"), "{report}");
    assert!(text(&folder, "new/posts/hello.md").contains("To **all**"));
}

#[test]
fn a_zip_whose_files_lead_out_of_it_is_refused() {
    let folder = Folder::new();
    zip(&folder.path("bad.zip"), &[("../evil.html", MEDIUM.as_bytes())]);
    let error = report(&folder, "bad.zip").expect_err("a refusal");
    assert!(format!("{error:#}").contains("\"../evil.html\" leads out of the archive"), "{error:#}");
    assert!(!folder.path("evil.html").exists() && !folder.path("new").exists());
}

#[test]
fn a_file_that_only_begins_as_a_zip_is_refused_with_what_to_do() {
    let folder = Folder::new();
    folder.write("cut.zip", b"PK\x03\x04 and no more");
    let error = report(&folder, "cut.zip").expect_err("a refusal");
    assert!(error.to_string().ends_with("cannot be unpacked: unpack it yourself, and give the folder"), "{error}");
}

#[test]
fn a_zip_that_is_made_to_fill_the_disk_is_refused() {
    let folder = Folder::new();
    let mut zip_file = ZipWriter::new(File::create(folder.path("bomb.zip")).expect("a file"));
    zip_file.start_file("a.md", SimpleFileOptions::default()).expect("an entry");
    for _ in 0..300 {
        zip_file.write_all(&vec![0; 1 << 20]).expect("its content");
    }
    zip_file.finish().expect("a zip");
    let error = report(&folder, "bomb.zip").expect_err("a refusal");
    assert!(format!("{error:#}").ends_with("its files are larger than those of an export can be"), "{error:#}");
}

#[test]
fn an_archive_without_texts_is_refused_by_its_own_name() {
    let folder = Folder::new();
    let mut zip_file = ZipWriter::new(File::create(folder.path("empty.zip")).expect("a file"));
    zip_file.add_directory("a", SimpleFileOptions::default()).expect("a folder");
    zip_file.finish().expect("a zip");
    let error = report(&folder, "empty.zip").expect_err("a refusal").to_string();
    assert!(error.starts_with(&folder.path("empty.zip").display().to_string()), "{error}");
}

#[test]
fn an_export_that_ends_in_the_middle_says_where() {
    let folder = Folder::new();
    folder.write("cut.json", "{\"db\": [{\"data\": {\"posts\": [{\"title\": ");
    let error = report(&folder, "cut.json").expect_err("a refusal").to_string();
    assert!(error.contains("no post or page could be read: cut.json:1: in column"), "{error}");
}

#[test]
fn nothing_is_written_into_the_folder_of_an_export() {
    let folder = Folder::new();
    folder.write("old/posts/2020-02-03_Hello-3f2a9c81b04d.html", MEDIUM);
    let order = Import { what: folder.path("old"), into: folder.path("old/new"), url: None, sitemap: None };
    let error = import(&order, &|_| {}).expect_err("a refusal").to_string();
    assert!(error.ends_with("is in the folder to import: give another folder with --into"), "{error}");
    assert!(!folder.path("old/new").exists());
}

#[test]
fn the_zip_of_a_backup_of_ghost_brings_its_pictures() {
    let folder = Folder::new();
    let files = [
        ("data/blog.ghost.2024-05-01.json", GHOST.as_bytes()),
        ("images/a.jpg", PICTURE),
        ("images/c.jpg", PICTURE),
        ("settings/routes.yaml", b"routes:\n"),
    ];
    zip(&folder.path("backup.zip"), &files);
    report(&folder, "backup.zip").expect("an import");
    let hello = text(&folder, "new/posts/hello.md");
    assert!(hello.contains("![](/content/images/a.jpg)"), "{hello}");
    assert!(folder.path("new/public/content/images/a.jpg").exists());
}

#[test]
fn an_export_of_wordpress_may_be_in_several_files_and_in_a_zip_or_gzip() {
    let first = export(
        &(item(FIRST, "One [gallery ids=\"9\"]")
            + &item(&FIRST.replace("<wp:post_id>7<", "<wp:post_id>8<").replace("cafe", "tea"), "Two")),
    );
    let second = export(&(item(ATTACHMENT, "") + &item(FIRST, "One, again")));
    let check = |folder: &Folder, what: &str| {
        let report = report(folder, what).expect("an import");
        assert!(report.contains("Posts: 2, pages: 0"), "{report}");
        let cafe = text(folder, "new/posts/cafe.md");
        assert!(cafe.contains("cover = \"https://tom.example/files/c.jpg\""), "{cafe}");
        assert!(cafe.contains("![](https://tom.example/files/c.jpg)"), "{cafe}");
        assert!(report.contains("| items that are in several files → taken once | 1 |"), "{report}");
    };
    let folder = Folder::new();
    folder.write("old/tom.000.xml", &first);
    folder.write("old/tom.001.xml", &second);
    folder.write("old/notes.xml", "<notes/>");
    check(&folder, "old");
    let folder = Folder::new();
    zip(&folder.path("tom.zip"), &[("tom/tom.000.xml", first.as_bytes()), ("tom/tom.001.xml", second.as_bytes())]);
    check(&folder, "tom.zip");
    let folder = Folder::new();
    let file = File::create(folder.path("tom.xml.gz")).expect("a file");
    let mut gzip = flate2::write::GzEncoder::new(file, flate2::Compression::default());
    gzip.write_all(first.as_bytes()).and_then(|()| gzip.finish().map(drop)).expect("a gzip");
    let report = report(&folder, "tom.xml.gz").expect("an import");
    assert!(report.contains("WordPress") && report.contains("Posts: 2"), "{report}");
}

#[test]
fn a_folder_of_markdown_is_a_site_although_an_export_is_in_it() {
    let folder = Folder::new();
    folder.write("old/wordpress.xml", export(&item(FIRST, "One")));
    folder.write("old/hello.md", "---\ntitle: Hello\ndate: 2024-05-01\n---\nText.\n");
    report(&folder, "old").expect("an import");
    let paths: Vec<PathBuf> = ["hello.md", "cafe.md"].iter().map(|name| folder.path("new/posts").join(name)).collect();
    assert!(paths[0].exists() && !paths[1].exists());
}

#[test]
fn the_zip_of_a_whole_site_is_that_site() {
    let folder = Folder::new();
    let post = b"---\ntitle: A\n---\nText.\n";
    zip(
        &folder.path("site-main.zip"),
        &[("site-main/_config.yml", b"title: N\n"), ("site-main/_posts/2024-05-01-a.md", post)],
    );
    let report = report(&folder, "site-main.zip").expect("an import");
    assert!(report.contains("Jekyll: _config.yml is there") && folder.path("new/posts/a.md").exists(), "{report}");
}
