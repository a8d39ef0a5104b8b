//! `cargo site new`.

use crate::common::folder::CONFIG;
use crate::tools::project::Project;

const DAY: [&str; 2] = ["--today", "2025-03-01"];

/// Runs `cargo site new` and returns the path it printed.
#[track_caller]
fn new(project: &Project, arguments: &[&str]) -> String {
    let said = project.site(&[&["new"], arguments, &DAY[..]].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    said.out.trim_end().to_owned()
}

#[test]
fn a_new_post_is_a_draft_that_has_no_mistake() {
    let project = Project::new();
    assert_eq!(new(&project, &["Why \"</script>\" broke  my \\recipe"]), "posts/why-script-broke-my-recipe.md");
    let text = project.text("posts/why-script-broke-my-recipe.md");
    assert!(text.contains("\ndate = 2025-03-01\n") && text.contains("\ndraft = true\n"), "{text}");
    let checked = project.check(&["--deny-warnings"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
    let published = Project::new().file("posts/why.md", text.replace("draft = true\n", "") + "Because.\n");
    let checked = published.check(&[]);
    assert!(checked.err.contains("title = 'Why \"</script>\" broke my \\recipe'\n"), "{}", checked.err);
    assert!(checked.err.starts_with("warning: there is no description\n"), "{}", checked.err);
    assert!(checked.err.ends_with("\n1 warning\n"), "{}", checked.err);
}

#[test]
fn a_title_of_any_script_makes_an_address() {
    let project = Project::new();
    for (title, path) in [
        ("Größe & Maß", "posts/größe-maß.md"),
        ("日本語の題", "posts/日本語の題.md"),
        ("Что нового?", "posts/что-нового.md"),
    ] {
        assert_eq!(new(&project, &[title]), path);
        assert!(project.text(path).contains(&format!("title = \"{title}\"\n")));
    }
    assert_eq!(new(&project, &["🎉", "--slug", "hooray"]), "posts/hooray.md");
    let said = project.site(&["new", "🎉"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert_eq!(said.err, "\"🎉\" has no letter and no digit for an address: add --slug hello\n");
}

#[test]
fn a_title_too_long_for_a_file_says_how_to_name_it() {
    let project = Project::new();
    for (title, bytes) in [("long".repeat(75), 300), ("日本".repeat(34), 204), (format!("{}b", "a ".repeat(100)), 201)]
    {
        let said = project.site(&["new", &title]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        let told = format!(
            "the address made from this title is too long for a file name: it has {bytes} bytes, and the maximum is 200; \
             give a short one: --slug short-name\n"
        );
        assert_eq!(said.err, told);
        assert_eq!(project.files(), ["site.toml"]);
    }
    assert_eq!(new(&project, &[&"long".repeat(75), "--slug", "short-name"]), "posts/short-name.md");
    assert_eq!(new(&project, &[&"b".repeat(200)]), format!("posts/{}.md", "b".repeat(200)));
    assert_eq!(
        new(&project, &["A trip", "--folder", "--slug", &"c".repeat(200)]),
        format!("posts/{}/index.md", "c".repeat(200))
    );
    let checked = project.check(&["--deny-warnings"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
    let said = project.site(&["new", "Hello", "--slug", &"d".repeat(201)]);
    assert_eq!(
        said.err,
        "this address is too long for a file name: it has 201 bytes, and the maximum is 200; give a shorter one: --slug short-name\n"
    );
}

#[test]
fn a_folder_is_for_pictures_and_a_page_has_no_date() {
    let project = Project::new();
    assert_eq!(new(&project, &["A trip", "--folder"]), "posts/a-trip/index.md");
    assert_eq!(new(&project, &["About", "--page"]), "posts/about.md");
    let page = project.text("posts/about.md");
    assert!(page.contains("\npage = true\n") && !page.contains("date"), "{page}");
    assert_eq!(project.check(&["--deny-warnings"]).code, 0);
    let said = project.site(&["new", "Tags", "--page"]);
    assert!(said.err.starts_with("the address /tags/ is reserved for the site: "), "{}", said.err);
}

#[test]
fn nothing_is_ever_overwritten() {
    let project = Project::new()
        .post("hello", "Mine.")
        .file("posts/2024-05-06-other.md", "+++\ntitle = \"Other\"\n+++\n")
        .file("posts/half.md", "+++\ntitle = half\n+++\n")
        .file("posts/moved.md", "+++\ntitle = \"A\"\ndate = 2025-01-01\nslug = \"elsewhere\"\n+++\n");
    let before = project.files();
    for (title, why) in [
        ("Hello!", "posts/hello.md has the address /posts/hello/ already: "),
        ("Other", "posts/2024-05-06-other.md has the address /posts/other/ already: "),
        ("Half", "posts/half.md has the address /posts/half/ already: "),
        ("Elsewhere", "posts/moved.md has the address /posts/elsewhere/ already: "),
        ("Moved", "posts/moved.md exists already: "),
    ] {
        let said = project.site(&["new", title]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert!(said.err.starts_with(why), "{}", said.err);
    }
    assert_eq!(project.files(), before);
    assert!(project.text("posts/hello.md").ends_with("Mine.\n"));
}

#[test]
fn no_editor_opens_without_a_terminal() {
    let project = Project::new();
    new(&project, &["Hello"]);
    assert_eq!(project.files(), ["posts/hello.md", "site.toml"]);
}

#[test]
fn a_text_of_a_collection_is_created_in_its_folder() {
    let config = format!("{CONFIG}[collections.projects]\nview = \"cards\"\n[collections.notes]\nview = \"stream\"\n");
    let project = Project::new().file("site.toml", config);
    assert_eq!(new(&project, &["A mill", "--in", "projects"]), "projects/a-mill.md");
    assert!(project.text("projects/a-mill.md").contains("title = \"A mill\"\ndate = 2025-03-01\n"));
    assert_eq!(new(&project, &["A mill", "--in", "projects/", "--folder", "--slug", "mill"]), "projects/mill/index.md");
    // A note has no title: the words are its text.
    let note = new(&project, &["Rye again, with *seeds* and one more day.", "--in", "notes"]);
    assert_eq!(note, "notes/2025-03-01-rye-again-with-seeds-and-one.md");
    assert_eq!(project.text(&note), "+++\ndraft = true\n+++\n\nRye again, with *seeds* and one more day.\n");
    let said = project.site(&[&["new", "Hi", "--in", "talks"], &DAY[..]].concat());
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    let told = "site.toml has no collection \"talks\" (it has notes, projects): add a line [collections.talks]\n";
    assert_eq!(said.err, told);
    let checked = project.check(&["--deny-warnings"]);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
}
