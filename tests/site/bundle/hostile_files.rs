//! Files that are not what they seem: links out of the site, bytes that are no text, pictures of another kind.

use std::fs;
use std::path::Path;

use crate::bundle::confined::{built, bundle, mistakes};
use crate::bundle::picture::{bomb, meadow, png};
use crate::bundle::site::Site;

const OUT: &str = "put a copy of the file beside the post";
const WRITE: &str =
    "write the path of a file from here (../other.md, ./picture.png), or of a page from the root (/about/)";

#[track_caller]
fn link(site: &Site, path: &str, to: &str) {
    let path = site.root().join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::os::unix::fs::symlink(to, path).expect("a link");
}

/// Every file below a folder, as one text.
fn all(folder: &Path) -> String {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry").into_path());
    files.filter_map(|file| fs::read(file).ok()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

#[test]
fn a_reference_out_of_the_site_is_refused_however_it_is_written() {
    for (written, what) in [
        ("../../etc/passwd", "leads out of the site's folder"),
        ("../../../../../../../etc/passwd", "leads out of the site's folder"),
        ("%2e%2e/%2E%2E/etc/passwd", "leads out of the site's folder"),
        ("..%2f..%2fetc/passwd", "leads out of the site's folder"),
        ("/../site.toml", "leads out of the site's folder"),
        ("/%2e%2e/%2e%2e/etc/passwd", "leads out of the site's folder"),
        ("/etc/passwd", "leads nowhere"),
        ("a%00b", "leads nowhere"),
        ("%ff%fe", "leads nowhere"),
    ] {
        let remedy = if what == "leads nowhere" { WRITE } else { OUT };
        let error = format!("posts/hello.md:5: \"{written}\" {what} — {remedy}");
        for text in [format!("[x](<{written}>)"), format!("![x](<{written}>)"), format!("[x]\n\n[x]: <{written}>")] {
            assert_eq!(mistakes(&Site::new().post("hello.md", &text)), [error.as_str()], "{text}");
        }
        let site = Site::new().config("[markdown]\nhtml = true\n");
        let site = site.post("hello.md", &format!("<img src=\"{written}\" alt=\"x\">"));
        assert_eq!(mistakes(&site), [error]);
    }
}

#[test]
fn what_programs_hide_in_the_site_is_not_published() {
    let site = Site::new()
        .post("hello.md", "[x](../.git/config)\n[y](../.env)\n[z](keys.txt)")
        .file(".git/config", "token = hunter2")
        .file(".env", "KEY=hunter2")
        .file("public/a.txt", "");
    link(&site, "posts/keys.txt", "../.git/config");
    link(&site, "public/keys.txt", "../.git/config");
    let error = |line: usize, written: &str| {
        format!("posts/hello.md:{line}: \"{written}\" leads out of the site's folder — {OUT}")
    };
    let expected = [
        error(5, "../.git/config"),
        error(6, "../.env"),
        error(7, "keys.txt"),
        "posts/keys.txt: this symbolic link points outside the site's folder — replace it by a copy of the file"
            .to_owned(),
        "public/keys.txt: this symbolic link points outside the site's folder — replace it by a copy of the file"
            .to_owned(),
    ];
    assert_eq!(mistakes(&site), expected);
    assert!(!all(&site.options.shell).contains("hunter2"));
}

#[test]
fn a_link_within_the_site_is_followed() {
    let site = Site::new().post("hello.md", "[x](s.txt)").file("notes/a.txt", "fine");
    link(&site, "posts/s.txt", "../notes/a.txt");
    built(&site);
    assert!(all(&site.options.shell).contains("fine"));
}

#[test]
fn links_that_lead_round_in_circles_or_nowhere_are_named() {
    let site = Site::new().post("hello.md", "[x](a) [y](loop/gone.md)").file("public/a.txt", "");
    for (path, to) in [
        ("public/loop", "."),
        ("public/gone", "nowhere"),
        ("posts/loop", ".."),
        ("posts/self.md", "self.md"),
        ("posts/a", "b"),
        ("posts/b", "a"),
    ] {
        link(&site, path, to);
    }
    let round = "this symbolic link points to a folder that contains it — correct or remove it";
    let many = "cannot be read: Too many levels of symbolic links (os error 40) — correct or remove it";
    let expected = [
        format!("posts/a: {many}"),
        format!("posts/b: {many}"),
        format!("posts/hello.md:5: \"a\" leads nowhere — {WRITE}"),
        format!("posts/hello.md:5: \"loop/gone.md\" leads nowhere — {WRITE}"),
        format!("posts/loop: {round}"),
        format!("posts/self.md: {many}"),
        "public/gone: this symbolic link points to a file that does not exist — correct or remove it".to_owned(),
        format!("public/loop: {round}"),
    ];
    // The numbers of errors differ between systems.
    let plain = |error: &String| error.split(" (os error").next().unwrap_or_default().to_owned();
    assert_eq!(mistakes(&site).iter().map(plain).collect::<Vec<_>>(), expected.iter().map(plain).collect::<Vec<_>>());
}

#[test]
fn whole_folders_that_lie_elsewhere_are_not_published() {
    for folder in ["posts", "public"] {
        let site = Site::new();
        link(&site, folder, "/etc");
        let error =
            format!("{folder}: this symbolic link points outside the site's folder — replace it by a copy of the file");
        assert_eq!(mistakes(&site), [error]);
    }
}

#[test]
fn a_file_without_an_end_is_not_read_to_it() {
    let site = Site::new().post("hello.md", "![x](z.png)");
    for path in ["posts/z.md", "posts/z.png", "public/z"] {
        link(&site, path, "/dev/zero");
    }
    assert_eq!(mistakes(&site).len(), 4);
}

#[test]
fn bytes_that_are_not_text_say_what_and_where() {
    const HEAD: &[u8] = b"+++\ntitle = \"Hello\"\ndate = 2025-03-01\n+++\n";
    let utf16: Vec<u8> = "\u{feff}+++\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, error) in [
        ([HEAD, b"abc\n\xff\xfe"].concat(), ":6: this is not UTF-8 — save the file as UTF-8"),
        ([HEAD, b"\xed\xa0\x80"].concat(), ":5: this is not UTF-8 — save the file as UTF-8"),
        ([HEAD, b"\xc0\xaf"].concat(), ":5: this is not UTF-8 — save the file as UTF-8"),
        (utf16, ":1: this is not UTF-8 — save the file as UTF-8"),
        ([HEAD, b"a\0b"].concat(), ":5: there is a NUL character — delete it, or save the file as plain text"),
        (Vec::new(), ": the file is empty — write something, or delete it"),
        (b" \n\n".to_vec(), ": the file is empty — write something, or delete it"),
        (b"\xef\xbb\xbf".to_vec(), ": the file is empty — write something, or delete it"),
        (
            b"+++".to_vec(),
            ":1: the front matter opens with +++ and never closes — write a line with +++ alone after its last key",
        ),
    ] {
        let site = Site::new().file("posts/hello.md", bytes);
        assert_eq!(mistakes(&site), [format!("posts/hello.md{error}")]);
    }
}

#[test]
fn a_mark_of_byte_order_and_other_ends_of_lines_do_not_matter() {
    let text = "+++\ntitle = \"Hello\"\ndate = 2025-03-01\n+++\nOne\ntwo.\n";
    let plain = Site::new().file("posts/hello.md", text).bundle().files();
    for other in
        [text.replace('\n', "\r\n"), format!("\u{feff}{text}"), format!("\u{feff}{}", text.replace('\n', "\r\n"))]
    {
        assert_eq!(Site::new().file("posts/hello.md", other).bundle().files(), plain);
    }
}

#[test]
fn a_folder_may_be_called_like_a_file() {
    let site =
        Site::new().post("x.md/index.md", "Words.").file("posts/y.md/notes.txt", "").file("public/feed.html/a", "");
    built(&site);
    assert!(site.options.shell.join("posts/x-md/index.html").is_file());
}

#[test]
fn names_that_are_one_to_some_systems_are_reported() {
    let site = Site::new()
        .post("hello/index.md", "![A](Cat.png) ![B](cat.png)")
        .file("posts/hello/Cat.png", png(1))
        .file("posts/hello/cat.png", png(2))
        .file("public/caf\u{e9}.txt", "composed")
        .file("public/cafe\u{301}.txt", "decomposed")
        .file("public/POSTS/Hello/INDEX.html", "mine");
    let expected = [
        "posts/hello/cat.png: would be written to posts/hello/cat.png, the path of posts/hello/Cat.png — rename one of the two",
        "public/POSTS/Hello/INDEX.html: would be written to POSTS/Hello/INDEX.html, the path of the page /posts/hello/ — rename one of the two",
        "public/caf\u{e9}.txt: would be written to caf\u{e9}.txt, the path of public/cafe\u{301}.txt — rename one of the two",
    ];
    assert_eq!(mistakes(&site), expected);
}

#[test]
fn a_configuration_that_was_written_to_break_the_bundler() {
    let start = "title = \"A\"\nurl = \"https://me.example\"\ndescription = \"B\"\n";
    for (lines, error) in [
        (
            format!("language = \"{}\"", "x".repeat(2_000_000)),
            "site.toml: is longer than 1 MB — split it into several files",
        ),
        (
            format!("{} = 1", vec!["a"; 10_000].join(".")),
            "site.toml:1: the values are nested too deeply — write a text, or a list of texts",
        ),
        (
            "navigation = [{ name = \"x\", url = \"javascript:alert(1)\" }]".to_owned(),
            "site.toml:4: \"url\" is not a full address or a path of the site — write url = \"/about/\"",
        ),
    ] {
        assert_eq!(mistakes(&Site::new().file("site.toml", format!("{start}{lines}\n"))), [error]);
    }
    let (_, written) = bundle(&Site::new().post("hello.md", "Words.").config("per_page = 4294967295"));
    assert!(written, "all posts on one page are no harm");
}

#[test]
fn a_colour_profile_that_unpacks_to_all_the_memory_is_left_out() {
    let bomb = bomb(2_000_000_000);
    assert!(bomb.len() < 20_000_000, "it is small as long as it is packed");
    let site = Site::new().post("hello/index.md", "![A cat](cat.png)").file("posts/hello/cat.png", bomb);
    let (lines, written) = bundle(&site);
    let weighs = "posts/hello/index.md:5: warning: \"cat.png\" weighs ";
    assert!(written && lines.len() == 1 && lines[0].starts_with(weighs), "{lines:#?}");
}

/// The names of a picture's copies are longer than its own.
#[test]
fn a_name_that_no_file_can_have_is_reported() {
    let name = format!("{}.png", "x".repeat(240));
    let site = Site::new()
        .post("hello/index.md", &format!("![A meadow]({name})"))
        .file(&format!("posts/hello/{name}"), meadow());
    let errors = mistakes(&site);
    assert!(!errors.is_empty());
    for error in errors {
        assert!(
            error
                .ends_with("a name that is too long for a file — shorten the name of the file or post it is made from"),
            "{error}"
        );
    }
}
