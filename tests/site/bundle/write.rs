//! The page of the editor, and that no other page has anything of it.

use std::collections::BTreeMap;

use personal_page::content::Route;
use serde_json::Value;

use crate::bundle::site::{Built, Site};

const SHELL: &str = "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<style>h1 { color: red }</style>
<style>.callout { color: blue }</style>
<!-- write -->
<style>#write { color: green }</style>
<!-- /write -->
<!-- head -->
<script>first()</script>
<script type=\"module\">readers()</script>
</head>
<body>
<!-- page -->
</body>
</html>
";
const STYLE: &str = "<!-- write -->\n<style>#write { color: green }</style>\n<!-- /write -->\n";
const PAGE: &str = "write/index.html";
const SCRIPT: &str = "write/editor-0123456789abcdef.js";
const PROGRAM: &str = "write/editor-fedcba9876543210_bg.wasm";
/// The files that the editor loads when a text needs them.
const LATER: [&str; 2] = ["write/costly-0123456789abcdef.js", "write/costly-fedcba9876543210_bg.wasm"];
/// Those that it loads when any text is opened.
const WORKER: [&str; 2] = ["write/prepare-0123456789abcdef.js", "write/prepare-fedcba9876543210_bg.wasm"];

/// A site whose shell has the readers' program.
fn site() -> Site {
    Site::new().post("hello.md", "Hi.").post("bread/index.md", "Two loaves.").file("../shell/index.html", SHELL)
}

/// The same with the editor.
pub(crate) fn with_editor() -> Site {
    let file = |name: &str| format!("../shell/{name}");
    let later = LATER.into_iter().chain(WORKER).fold(site(), |site, path| site.file(&file(path), "later"));
    later.file(&file(SCRIPT), "start()").file(&file(PROGRAM), b"\0asm")
}

/// The policy of a page.
fn policy(built: &Built, page: &str) -> String {
    let html = built.text(page);
    let (_, policy) = html.split_once("content-security-policy\" content=\"").expect("a policy");
    policy.split_once('"').expect("its end").0.to_owned()
}

/// The files other than those of the editor.
fn others(built: &Built) -> BTreeMap<String, Vec<u8>> {
    built.files().into_iter().filter(|(path, _)| !path.starts_with("write/")).collect()
}

#[test]
fn the_page_says_what_it_is_without_javascript() {
    let built = with_editor().config("repository = \"https://github.com/me/notes\"\nbranch = \"live\"\n").bundle();
    let html = built.text(PAGE);
    for text in [
        "<title>Write · Field Notes</title>",
        "<h1>Write</h1>",
        "It needs JavaScript.",
        "Drafts stay on this device",
        "href=\"https://github.com/me/notes/tree/live/posts\"",
        "data-repository=\"https://github.com/me/notes\" data-branch=\"live\" hidden",
    ] {
        assert!(html.contains(text), "{text} is not in {html}");
    }
    assert!(!built.folder.join("write/index.json").exists());
}

#[test]
fn without_a_repository_the_page_links_to_none() {
    let html = with_editor().bundle().text(PAGE);
    assert!(!html.contains("its repository") && !html.contains("data-repository"), "{html}");
    assert!(!html.contains("data-branch"), "{html}");
}

#[test]
fn the_page_loads_the_editor_in_place_of_the_readers_program() {
    for base in ["/", "/repo/"] {
        let built = with_editor().base(base).bundle();
        let html = built.text(PAGE);
        assert!(html.contains(&format!("<script type=\"module\" src=\"{base}{SCRIPT}\"></script>")), "{html}");
        assert!(html.contains(&format!("<link rel=\"preload\" href=\"{base}{PROGRAM}\" as=\"fetch\"")), "{html}");
        assert!(!html.contains("personal-page-start") && !html.contains("id=\"program\""), "{html}");
        assert_eq!((built.bytes(SCRIPT), built.bytes(PROGRAM)), (b"start()".to_vec(), b"\0asm".to_vec()));
        assert!(!html.contains("costly-") && !html.contains("prepare-"), "{html}");
        assert!(LATER.iter().chain(&WORKER).all(|path| built.text(path) == "later"));
    }
}

#[test]
fn the_page_has_the_style_of_any_page_and_its_own() {
    let built = with_editor().bundle();
    let html = built.text(PAGE);
    assert!(html.contains("<style>h1{color:red}</style>") && html.contains("<style>#write{color:green}</style>"));
    let (_, sheet) = html.split_once("<link rel=\"stylesheet\" href=\"/").expect("the file with all rules");
    assert_eq!(built.text(sheet.split_once('"').expect("its end").0), "h1{color:red}.callout{color:blue}");
}

#[test]
fn only_this_page_may_speak_to_github_and_show_pictures_that_are_not_saved() {
    let built = with_editor().config("[policy]\nimg = [\"https://images.example\"]\n").bundle();
    let own = policy(&built, PAGE);
    for directive in [
        "connect-src 'self' https://api.github.com; ",
        "img-src 'self' https://images.example blob:; ",
        "worker-src 'self'; ",
        "form-action 'none'",
    ] {
        assert!(own.contains(directive), "{directive} is not in {own}");
    }
    assert!(!own.contains("unsafe-inline") && !own.contains("'unsafe-eval'"), "{own}");
    for page in ["index.html", "posts/hello/index.html", "404.html"] {
        let policy = policy(&built, page);
        assert!(!policy.contains("github") && !policy.contains("blob:"), "{page}: {policy}");
    }
}

#[test]
fn no_script_of_another_host_runs_beside_the_editor() {
    let built = with_editor()
        .config(
            "[analytics]\nplausible = \"me.example\"\n[head]\nmeta = { verification = \"abc\" }\n\
             [policy]\nscript = [\"https://scripts.example\"]\nconnect = [\"https://data.example\"]\n",
        )
        .bundle();
    let (readers, own) = (built.text("index.html"), built.text(PAGE));
    for words in ["plausible", "verification", "scripts.example", "data.example"] {
        assert!(readers.contains(words) && !own.contains(words), "{words}");
    }
}

#[test]
fn no_other_file_has_a_byte_of_the_editor() {
    let bundle = |mut site: Site| {
        (site.options.search, site.options.offline) = (true, true);
        site.config("offline = true\n").bundle()
    };
    let without_style = site().file("../shell/index.html", SHELL.replace(STYLE, ""));
    let off = |site: Site| {
        let mut site = site;
        (site.options.search, site.options.offline) = (true, true);
        site.config("offline = true\n[write]\nenabled = false\n").bundle()
    };
    let former = off(without_style);
    for built in [bundle(with_editor()), bundle(site()), off(with_editor())] {
        assert_eq!(others(&built).keys().collect::<Vec<_>>(), others(&former).keys().collect::<Vec<_>>());
        for (path, bytes) in others(&built) {
            assert!(bytes == former.bytes(&path), "{path}");
        }
    }
}

#[test]
fn the_page_is_in_no_list_for_readers_and_search_engines() {
    let mut site = with_editor();
    (site.options.search, site.options.offline) = (true, true);
    let built = site.config("offline = true\n").bundle();
    assert!(built.text(PAGE).contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!built.text(PAGE).contains("rel=\"canonical\""));
    for (path, bytes) in others(&built) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("write/") && !text.contains("/write"), "{path}");
    }
    let indexed = built.site.options.out.join("pagefind");
    assert!(indexed.is_dir());
}

#[test]
fn a_site_may_be_published_without_the_editor() {
    let off = || with_editor().config("[write]\nenabled = false\n");
    let built = off().bundle();
    let files = built.files();
    let of_editor: Vec<_> = files.keys().filter(|path| path.starts_with("write/")).collect();
    // Browsers that have installed the editor look there for its worker.
    assert_eq!(of_editor, ["write/sw.js"]);
    assert_eq!(built.text("write/sw.js"), built.text("sw.js"));
    let own = off().file("public/write/sw.js", "// mine").bundle();
    assert_eq!(own.text("write/sw.js"), "// mine");
    // Where texts are written, it is there.
    let built = with_editor().config("[write]\nenabled = false\n").drafts().bundle();
    assert!(built.text(PAGE).contains(SCRIPT));
}

#[test]
fn texts_and_the_navigation_link_to_the_page_if_the_site_has_it() {
    let site = || {
        with_editor().file(
            "posts/colophon.md",
            "+++\ntitle = \"Colophon\"\npage = true\ndescription = \"How.\"\n+++\nI [write](/write/) in the browser.\n",
        )
    };
    let navigation = "[[navigation]]\nname = \"Write\"\nurl = \"/write/\"\n";
    let built = site().base("/repo/").config(navigation).bundle();
    assert_eq!(built.warnings(), [""; 0]);
    assert!(built.text("colophon/index.html").contains("I <a href=\"/repo/write/\">write</a>"));
    let mistakes = site().config(&format!("[write]\nenabled = false\n{navigation}")).mistakes();
    assert!(mistakes.iter().filter(|mistake| mistake.contains("\"/write/\"")).count() == 2, "{mistakes:?}");
}

#[test]
fn a_page_without_the_editor_says_why() {
    let published = site().bundle().text(PAGE);
    assert!(published.contains("This site was built without the editor."), "{published}");
    let served = site().drafts().bundle().text(PAGE);
    assert!(served.contains("The editor is being built."), "{served}");
    for html in [published, served] {
        assert!(!html.contains("<script type=\"module\"") && !html.contains("rel=\"preload\""), "{html}");
    }
}

#[test]
fn no_text_may_have_the_address_of_the_editor() {
    assert_eq!(
        Site::new().post_with("write.md", "title = \"Write to me\"\npage = true", "By mail.").mistakes(),
        ["posts/write.md: the address /write/ is reserved for the site — write slug = \"an-address\""]
    );
    let built = Site::new().post_with("writing.md", "title = \"Writing\"\npage = true", "By hand.").bundle();
    assert!(built.text("writing/index.html").contains("By hand."));
}

#[test]
fn the_route_has_one_address() {
    for path in ["write/", "/write", "write/index.html"] {
        assert_eq!(Route::parse(path), Route::Write, "{path}");
    }
    for path in ["write/hello/", "write.html", "posts/write/"] {
        assert_ne!(Route::parse(path), Route::Write, "{path}");
    }
    assert_eq!(Route::Write.href("/repo/"), "/repo/write/");
}

#[test]
fn unknown_keys_of_the_editor_are_told() {
    assert_eq!(
        Site::new().config("[write]\nenable = true\nsuggestions = 3\nenabled = 3\n").mistakes(),
        [
            "site.toml:5: unknown key \"write.enable\" — did you mean \"enabled\"?",
            "site.toml:6: \"suggestions\" is not true or false — write suggestions = true",
            "site.toml:7: \"enabled\" is not true or false — write enabled = true"
        ]
    );
}

#[test]
fn the_editor_has_the_data_of_the_site_and_the_grammars_beside_it() {
    let built = with_editor().base("/repo/").bundle();
    let data: serde_json::Value = serde_json::from_str(&built.text("write/site.json")).expect("JSON");
    let sources: Vec<_> = data["pages"].as_array().expect("pages").iter().map(|page| &page["source"]).collect();
    assert_eq!(sources, ["posts/bread/index.md", "posts/hello.md"]);
    let files = built.files();
    let grammars = files.keys().filter(|path| path.starts_with("write/grammars/")).count();
    assert!(grammars > 100, "{grammars}");
    // Without the editor, nothing loads them.
    assert!(site().bundle().files().keys().all(|path| !path.starts_with("write/") || path == PAGE));
}

#[test]
fn the_data_has_drafts_only_where_they_are_shown() {
    let site =
        || with_editor().post_with("secret.md", "title = \"Secret\"\ndate = 2025-03-01\ndraft = true", "Not yet.");
    assert!(!site().bundle().text("write/site.json").to_lowercase().contains("secret"));
    assert!(site().drafts().bundle().text("write/site.json").contains("posts/secret.md"));
}

#[test]
fn the_editor_can_be_installed_and_other_apps_share_with_it() {
    let built =
        with_editor().file("public/favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").base("/blog/").bundle();
    assert!(built.text(PAGE).contains("<link rel=\"manifest\" href=\"/blog/write/manifest.webmanifest\">"));
    assert!(built.text("index.html").contains("<link rel=\"manifest\" href=\"/blog/manifest.webmanifest\">"));
    let manifest: Value = serde_json::from_str(&built.text("write/manifest.webmanifest")).expect("JSON");
    for key in ["start_url", "scope"] {
        assert_eq!(manifest[key], "/blog/write/", "{key}");
    }
    assert_eq!(manifest["share_target"]["action"], "/blog/write/");
    assert_eq!(manifest["icons"][0]["src"], "/blog/favicon.svg");
}

#[test]
fn the_worker_of_the_editor_has_all_of_its_files_and_changes_with_them() {
    let built = with_editor().base("/blog/").bundle();
    let worker = built.text("write/sw.js");
    for path in [SCRIPT, PROGRAM].iter().chain(&LATER).chain(&WORKER) {
        assert!(worker.contains(&format!("\"/blog/{path}\"")), "{path} is not in {worker}");
    }
    // Those that not every text needs are stored when one does.
    let (_, later) = worker.split_once("\"later\":[").expect("a list");
    assert!(
        LATER.iter().all(|path| later.contains(path)) && ![SCRIPT, WORKER[0]].iter().any(|path| later.contains(path)),
        "{later}"
    );
    assert!(worker.contains("/blog/personal-page-") && !worker.contains("index.html\""), "{worker}");
    let other = with_editor().file("../shell/write/costly-0000000000000000.js", "other").base("/blog/").bundle();
    assert!(other.text("write/sw.js") != worker);
}
