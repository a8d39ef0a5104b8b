//! `cargo site import`.

use crate::tools::project::Project;

const POST: &str = "---\ntitle: Old\ndate: 2024-05-01\ndescription: D.\n---\nText.\n";
const DAY: [&str; 2] = ["--today", "2025-03-01"];

fn project() -> Project {
    Project::new()
        .file("old/blog/hello.md", POST)
        .file("new/site.toml", "title = \"New\"\nurl = \"https://a.example/\"\n")
}

#[test]
fn a_dry_run_reports_as_an_import_does_and_writes_nothing() {
    let project = project();
    let before = project.files();
    let dry = project.site(&[&["import", "old/blog", "--into", "new", "--dry-run"], &DAY[..]].concat());
    assert_eq!(project.files(), before);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(dry.out.ends_with("Nothing was written: this was a dry run.\n"), "{}", dry.out);
    let real = project.site(&[&["import", "old/blog", "--into", "new"], &DAY[..]].concat());
    let report = |out: &str| {
        out.rsplit_once('\n').and_then(|(rest, _)| rest.rsplit_once('\n')).map(|(report, _)| report.to_owned())
    };
    assert_eq!(report(&real.out), report(&dry.out));
    assert!(project.text("new/posts/hello.md").contains("title = \"Old\""));
}

#[test]
fn a_dry_run_checks_the_other_files_of_the_site_too() {
    let project = project()
        .file("new/site.toml", "title = \"New\"\nurl = \"https://a.example/\"\n[collections.notes]\n")
        .file("new/notes/mill.md", "+++\ntitle = \"Mill\ndate = 2024-05-01\n+++\nStones.\n")
        .file("new/resume.json", "{")
        .file("new/blogroll.opml", "<opml");
    let dry = project.site(&[&["import", "old/blog", "--into", "new", "--dry-run"], &DAY[..]].concat());
    for file in ["notes/mill.md", "resume.json", "blogroll.opml"] {
        assert!(dry.err.contains(file), "{file}: {}", dry.err);
    }
    let real = project.site(&[&["import", "old/blog", "--into", "new"], &DAY[..]].concat());
    assert_eq!((dry.code, dry.err), (real.code, real.err));
}

#[test]
fn a_dry_run_tells_of_what_was_edited_since_the_import() {
    let project = project();
    project.site(&[&["import", "old/blog", "--into", "new"], &DAY[..]].concat());
    std::fs::write(project.path("new/posts/hello.md"), "+++\ntitle = \"Mine\"\ndate = 2024-05-01\n+++\nMine.\n")
        .expect("a file");
    let dry = project.site(&[&["import", "old/blog", "--into", "new", "--dry-run"], &DAY[..]].concat());
    assert!(dry.out.contains("posts/hello.md: it was edited since"), "{}", dry.out);
    assert!(project.text("new/posts/hello.md").contains("Mine."));
}
